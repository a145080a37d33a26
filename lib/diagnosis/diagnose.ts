import type { Stage } from '@/lib/smtp/outcome';
import { evidenceLines } from './evidence-lines';
import { tiers, type Evidence, type Finding, type Rule, type Words } from './finding';
import { fromWebServer } from './from-web-server';
import { knownReplyRules } from './known-reply';
import { rfc } from './rule-table';
import { betterPort } from './run-facts';
import { authRules } from './rules/auth';
import { certificateRules } from './rules/certificate';
import { connectRules } from './rules/connect';
import { deliveryRules } from './rules/delivery';
import { envelopeRules } from './rules/envelope';
import { greetingRules } from './rules/greeting';
import { interruptionRules } from './rules/interruption';
import { loginOfferRules } from './rules/login-offer';
import { resolveRules } from './rules/resolve';
import { serverWordRules } from './rules/server-words';
import { tlsRules } from './rules/tls';
import { waitOf, withWait } from './wait';

/** Every rule but those that a provider's entry brings along; their order means nothing. */
export const rules: readonly Rule[] = [
  ...resolveRules,
  ...connectRules,
  ...interruptionRules,
  ...greetingRules,
  ...tlsRules,
  ...certificateRules,
  ...loginOfferRules,
  ...authRules,
  ...envelopeRules,
  ...deliveryRules,
  ...serverWordRules,
];

export type Spoken = { readonly rule: Rule; readonly words: Words };

/** Evidence → every rule that matches it, those that know most first. */
export function speakers(evidence: Evidence, table: readonly Rule[] = rules): Spoken[] {
  return [...knownReplyRules(evidence), ...table]
    .flatMap((rule) => {
      const words = rule.speak(evidence);
      return words === undefined ? [] : [{ rule, words }];
    })
    .sort((a, b) => tiers.indexOf(a.rule.tier) - tiers.indexOf(b.rule.tier));
}

/** Up to here another port may help; what the server says of login and message, it says on every port. */
const beforeLogin: readonly Stage[] = ['connect', 'tls', 'greeting', 'ehlo', 'starttls'];

/** Evidence → the most specific finding there is. Total: an unknown situation says so, with the server's words. */
export function diagnose(evidence: Evidence): Finding {
  const { failure } = evidence;
  const [first] = speakers(evidence);
  if (first === undefined) throw new Error(`no rule for ${failure.kind}`);
  const { rule } = first;
  const words = evidence.vantage === 'web-server' ? fromWebServer(first.words) : first.words;
  const { waitSeconds, ...said } = words;
  const wait = waitOf(failure, waitSeconds);
  const isPortMatter = beforeLogin.includes(failure.stage) || failure.kind === 'auth-not-offered';
  const correction = words.correction ?? (isPortMatter ? betterPort(evidence) : undefined);
  return {
    severity: 'blocker',
    ...withWait(said, wait),
    ruleId: rule.id,
    evidence: evidenceLines(evidence),
    ...(correction === undefined ? {} : { correction }),
  };
}

/** The connection ended after the final dot and before its answer: nobody knows, and nobody may pretend to. */
export function diagnoseUnknown(evidence: Evidence): Finding {
  return {
    ruleId: 'outcome-unknown',
    severity: 'warning',
    title: 'Nobody can say whether the message was taken',
    why: 'The whole message was handed over, and then the connection ended before the server answered. It may have been accepted or not.',
    doThis: ['Look into the inbox of the recipient first, in spam too.', 'Send again only if nothing came.'],
    evidence: evidenceLines(evidence),
    source: rfc(1047),
  };
}
