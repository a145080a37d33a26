import { describe, expect, test } from 'vitest';
import { lintFinding } from '@/lib/diagnosis/testing/lint-finding';
import type { Provider } from '@/lib/providers/provider';
import { sendgrid } from '@/lib/providers/sendgrid';
import { alignedPasses, arrivalFacts, trustOf, type Trust } from './arrival-facts';
import { arrivalFindings, arrivalRules } from './arrival-findings';
import { readSource } from './message-source';
import { eximSpamAssassin, fastmail, icloud, rspamd, stranger, yahoo } from './testing/further-sources';
import * as sources from './testing/sources';
import { forwardedToGmail, opendmarc, passBelow } from './testing/split-and-forwarded';

function facts(pasted: string, to = 'owner@mailbox.example') {
  const read = readSource(pasted);
  if (read.status !== 'read') throw new Error(read.problem);
  return arrivalFacts(read.source, to);
}

const neutral = sources.gmail({
  results: 'spf=neutral (google.com: 198.51.100.24 is neither permitted nor denied) smtp.mailfrom=orders@shop.example',
});
const signedOnly = sources.gmail({ results: 'spf=none smtp.mailfrom=orders@shop.example' });

/** What each source says, and nothing else. */
const cases: readonly (readonly [string, string, Trust, readonly string[]])[] = [
  ['Gmail, all pass', sources.gmailAllPass, 'trusted', []],
  ['Microsoft, all pass', sources.microsoftAllPass, 'trusted', []],
  ['Yahoo, no policy', yahoo, 'trusted', ['arrival-dmarc-missing']],
  ['iCloud, junk', icloud, 'trusted', ['arrival-taken-for-spam']],
  ['Fastmail, greylisted', fastmail, 'trusted', ['arrival-delayed']],
  ['Gmail, another domain', sources.gmailOtherDomain, 'not-trusted', ['arrival-dmarc-failed', 'arrival-not-aligned']],
  ['Gmail, the provider’s bounce domain', sources.gmailBounceDomain, 'trusted', ['arrival-failed-for-another']],
  [
    'Gmail, not allowed',
    sources.gmailSoftfail,
    'not-trusted',
    ['arrival-dkim-unsigned', 'arrival-dmarc-failed', 'arrival-spf-not-allowed'],
  ],
  ['Gmail, no key', sources.gmailNoKey, 'trusted', ['arrival-dkim-no-key']],
  ['Gmail, neutral', neutral, 'not-trusted', ['arrival-not-proven']],
  ['Gmail, signed and not checked', signedOnly, 'not-trusted', ['arrival-spf-missing']],
  [
    'Microsoft, junk',
    sources.microsoftJunk,
    'not-trusted',
    ['arrival-dmarc-missing', 'arrival-spf-missing', 'arrival-taken-for-spam'],
  ],
  [
    'Exim with SpamAssassin, its clock slow',
    eximSpamAssassin,
    'not-checked',
    ['arrival-clocks-differ', 'arrival-nothing-checked', 'arrival-taken-for-spam'],
  ],
  ['a forged header', stranger, 'not-checked', ['arrival-word-of-a-stranger']],
  ['Postfix with filters, all pass', opendmarc, 'trusted', []],
  ['Postfix with filters, what passes stands below', passBelow, 'not-checked', ['arrival-results-in-pieces']],
  ['forwarded to Gmail', forwardedToGmail, 'not-trusted', ['arrival-dkim-broken', 'arrival-forwarded']],
  [
    'Rspamd',
    rspamd,
    'not-trusted',
    ['arrival-dkim-broken', 'arrival-dmarc-failed', 'arrival-spf-unreadable', 'arrival-taken-for-spam'],
  ],
];

test.each(cases)('%s', (_name, pasted, trust, rules) => {
  expect(trustOf(facts(pasted))).toBe(trust);
  expect(
    arrivalFindings(facts(pasted))
      .map(({ ruleId }) => ruleId)
      .sort(),
  ).toEqual(rules);
});

test('every rule has a source on which it speaks, in the sentences of the house, with evidence', () => {
  const findings = cases.flatMap(([, pasted]) => arrivalFindings(facts(pasted), sendgrid));
  expect(new Set(findings.map(({ ruleId }) => ruleId))).toEqual(new Set(arrivalRules.map(({ id }) => id)));
  expect(findings.flatMap(lintFinding)).toEqual([]);
  for (const { evidence } of findings) expect(evidence.join('')).not.toBe('');
});

test('the worst stands first', () => {
  const severities = arrivalFindings(facts(rspamd)).map(({ severity }) => severity);
  expect(severities).toEqual([...severities].sort()); // blocker, note, warning: no note is among them
  expect(severities[0]).toBe('blocker');
});

describe('the sender', () => {
  test('is that of From, not of a name that looks like an address', () => {
    const disguised = sources.gmailOtherDomain.replace(
      /^From: .*$/m,
      'From: "a@provider.example" <orders@shop.example>',
    );
    expect(facts(disguised).from).toBe('shop.example');
  });
});

test('a domain in its own script and the same as it stands in the DNS are aligned', () => {
  const written = sources.gmailAllPass.replace(/^From: .*$/m, 'From: orders@bücher.example');
  const checked = written.replaceAll('=pass header.i=@shop.example', '=pass header.i=@xn--bcher-kva.example');
  expect(facts(checked).from).toBe('xn--bcher-kva.example');
  expect(alignedPasses(facts(checked)).map(({ method }) => method)).toEqual(['dkim']);
});

describe('filters', () => {
  const spamOf = (pasted: string) => facts(pasted).spam;
  test('say score, limit and rules', () => {
    expect(spamOf(eximSpamAssassin)[0]).toEqual({
      filter: 'SpamAssassin',
      field: 'X-Spam-Status',
      isSpam: true,
      because: 'score 5.6 of 5.0',
      rules: ['BAYES_50', 'DKIM_INVALID', 'FREEMAIL_FROM', 'SPF_FAIL', 'T_SCC_BODY_TEXT_LINE'],
    });
    expect(spamOf(rspamd)[0]).toMatchObject({
      because: 'score 15.84 of 15.00',
      rules: ['DMARC_POLICY_REJECT', 'SUSPICIOUS_RECIPS', 'R_DKIM_REJECT'],
    });
    expect(spamOf(sources.microsoftJunk)[0]?.because).toMatch(/^spam confidence level 5 of 9: a sender that did/);
    expect(spamOf(sources.microsoftAllPass)[0]?.isSpam).toBe(false);
  });

  test('of the sending side do not count', () => {
    expect(spamOf(sources.microsoftJunk.replace('DIR:INB', 'DIR:OUT'))).toEqual([]);
  });
});

test('nobody is sent to the DNS of a domain that is not theirs', () => {
  const steps = [sources.gmailBounceDomain, sources.gmailOtherDomain].flatMap((pasted) =>
    arrivalFindings(facts(pasted)).flatMap(({ doThis }) => doThis),
  );
  expect(steps.join('\n')).toContain('DNS of shop.example');
  expect(steps.join('\n')).not.toContain('DNS of mail.provider.example');
});

test('the provider’s own records stand in the steps, and what is not documented only as usual', () => {
  const include = { host: 'spf.provider.example', note: 'Only for the bounce domain.' };
  const sender = (confidence: 'documented' | 'usual'): Provider => ({
    ...sendgrid,
    dns: { spfInclude: { ...include, confidence } },
  });
  const steps = (provider: Provider) =>
    arrivalFindings(facts(sources.gmailSoftfail), provider)
      .flatMap(({ doThis }) => doThis)
      .join('\n');
  expect(steps(sender('documented'))).toContain('Put include:spf.provider.example into it');
  expect(steps(sender('documented'))).toContain('Only for the bounce domain.');
  expect(steps(sender('usual'))).toContain('names for SPF, usually include:spf.provider.example');
});
