import type { Failure } from '@/lib/smtp/outcome';
import type { Evidence, Finding, Rule } from './finding';
import { connectRules } from './rules/connect';
import { authRules, deliveryRules, greetingRules } from './rules/conversation';
import { resolveRules } from './rules/resolve';
import { tlsRules } from './rules/tls';

/** Every general rule, most specific first within its stage; the first that matches speaks. */
export const rules: readonly Rule[] = [
  ...resolveRules,
  ...connectRules,
  ...tlsRules,
  ...greetingRules,
  ...authRules,
  ...deliveryRules,
];

/** What was seen, line by line: place, the server's reply with its code, our deadline, the certificate. */
export function evidenceLines({ failure, host, port, security }: Evidence): string[] {
  const place = `${host}, port ${port}, ${security}, at the stage “${failure.stage}”${failure.secured ? ', encrypted' : ''}`;
  return [place, ...detail(failure)];
}

function detail(failure: Failure): string[] {
  switch (failure.kind) {
    case 'negative-reply':
      return failure.reply.text.map(
        (line) => `${failure.reply.code} ${line}${failure.command === '' ? '' : ` (after ${failure.command})`}`,
      );
    case 'timed-out':
      return [`Waited ${failure.afterMs} ms; ${failure.bytes} bytes came.`];
    case 'protocol-violation':
      return failure.sample === '' ? [] : [`It said: ${failure.sample}`];
    case 'tls-failed':
      return [failure.code];
    case 'certificate-rejected':
      return [
        `Subject ${failure.certificate.subject}, issued by ${failure.certificate.issuer}`,
        `Valid ${failure.certificate.validFrom} to ${failure.certificate.validTo}`,
        `Names: ${failure.certificate.altNames.join(', ') || 'none'}`,
        `Reasons: ${failure.reasons.join(', ')}`,
      ];
    case 'auth-not-offered':
      return [`Offered: ${failure.mechanisms.join(', ') || 'nothing'}`];
    default:
      return [`Outport calls this “${failure.kind}”.`];
  }
}

/** A provider's known reply that fits: stage and codes first, then the server's own words. */
function knownReply({ failure, provider }: Evidence): Omit<Finding, 'evidence'> | undefined {
  if (failure.kind !== 'negative-reply' || provider === undefined) return undefined;
  const { reply, stage } = failure;
  const words = reply.text.join(' ');
  const known = provider.knownReplies.find((entry) => {
    const fits =
      entry.stages.includes(stage) &&
      entry.code === reply.code &&
      (entry.enhanced === undefined || entry.enhanced === reply.enhanced);
    return fits && new RegExp(entry.pattern, 'i').test(words);
  });
  if (known === undefined) return undefined;
  const { id, title, why, doThis, source } = known;
  return { ruleId: id, severity: 'blocker', title, why, doThis, source };
}

/** Evidence → the most specific finding there is. Total: an unknown situation says so, with the server's words. */
export function diagnose(evidence: Evidence): Finding {
  const known = knownReply(evidence);
  if (known !== undefined) return { ...known, evidence: evidenceLines(evidence) };
  const rule = rules.find((candidate) => candidate.matches(evidence));
  if (rule === undefined) throw new Error(`no rule for ${evidence.failure.kind}`);
  return { ruleId: rule.id, ...rule.finding(evidence), evidence: evidenceLines(evidence) };
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
    source: 'https://www.rfc-editor.org/rfc/rfc1047',
  };
}
