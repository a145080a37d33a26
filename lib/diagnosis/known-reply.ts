/** The replies in a provider's own entry, which say more than any rule about it. */
import type { KnownReply } from '@/lib/providers/known-reply';
import type { Provider } from '@/lib/providers/provider';
import type { Correction, Evidence, Rule, Words } from './finding';
import { fits, ruleOf } from './rule-table';
import { hasWrongFixedName } from './rules/auth';

/** The provider's other host, where it has exactly two. */
function otherVariant({ provider, variant, host }: Evidence): Correction | undefined {
  const here = variant?.host ?? host;
  const others = provider?.variants.filter((candidate) => candidate.host !== here) ?? [];
  const [other] = others;
  return other !== undefined && others.length === 1 ? { kind: 'use-variant', variant: other.id } : undefined;
}

function words(reply: KnownReply, evidence: Evidence): Words {
  const { title, why, doThis, source, mayBeOtherVariant, waitSeconds } = reply;
  const correction = mayBeOtherVariant === true ? otherVariant(evidence) : undefined;
  return {
    title,
    why,
    doThis,
    source,
    ...(correction === undefined ? {} : { correction }),
    ...(waitSeconds === undefined ? {} : { waitSeconds }),
  };
}

/** One entry of a provider → a rule that speaks only for it: stage, code and enhanced code first, then its words. */
export function knownReplyRule(provider: Provider, known: KnownReply): Rule {
  const matches = fits({ at: known.stages, codes: [known.code] });
  const phrase = new RegExp(known.pattern, 'i');
  return ruleOf(
    'provider',
    known.id,
    ['negative-reply'],
    (failure, evidence) =>
      evidence.provider?.id === provider.id &&
      matches(failure, evidence) &&
      (known.enhanced === undefined || known.enhanced.includes(failure.reply.enhanced ?? '')) &&
      // A user name that cannot be right says more than what the server made of it.
      !(failure.stage === 'auth' && hasWrongFixedName(evidence)) &&
      phrase.test(failure.reply.text.join(' ')),
    (_failure, evidence) => words(known, evidence),
  );
}

/** The rules that the evidence's own provider brings along. */
export function knownReplyRules({ provider }: Evidence): Rule[] {
  return provider?.knownReplies.map((known) => knownReplyRule(provider, known)) ?? [];
}
