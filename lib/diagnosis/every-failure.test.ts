import { describe, expect, it } from 'vitest';
import { securities } from '@/lib/smtp/endpoint';
import type { Failure } from '@/lib/smtp/outcome';
import { everyFailure } from '@/lib/smtp/testing/every-failure';
import { diagnose, diagnoseUnknown, speakers } from './diagnose';
import { tiers, type Evidence, type Finding } from './finding';
import { lintFinding } from './testing/lint-finding';
import { at, heard, report, seen, silence, works } from './testing/evidence';

/** What else may be known when a failure happens; each changes what the rules make of it. */
const surroundings: readonly (readonly [string, Partial<Evidence>])[] = [
  ['nothing known', {}],
  ['logged in', { username: 'ann@example.com', from: 'ann@example.com', to: 'bob@example.org' }],
  ['a known provider', at('smtp.sendgrid.net')],
  ['a known provider, wrong user name', { ...at('smtp.sendgrid.net'), username: 'ann@example.com' }],
  ['a port that the provider lacks', { ...at('smtp.gmail.com'), port: 2525 }],
  ['port 25', { port: 25 }],
  ['another port works', { reports: [report(465, works), report(25, silence)] }],
  ['everything is silent', { reports: [465, 2525, 25].map((port) => report(port, silence)) }],
  ['greeted by a stranger', { ...at('smtp.mailgun.org'), transcript: heard('220 box.hoster.example ESMTP') }],
  ['an address as host', { host: '2001:db8::1' }],
  ['hosted', { vantage: 'hosted' }],
];

function everyEvidence(failure: Failure, more: Partial<Evidence>): Evidence[] {
  return securities.map((security) => seen(failure, { ...more, security }));
}

describe.each(surroundings)('with %s', (_name, more) => {
  it('every failure is spoken for, and by at most one rule of each tier', () => {
    const wrong = everyFailure
      .flatMap((failure) => everyEvidence(failure, more))
      .filter((evidence) => {
        const spoken = speakers(evidence);
        const ofTier = tiers.map((tier) => spoken.filter(({ rule }) => rule.tier === tier).length);
        return spoken.length === 0 || ofTier.some((count) => count > 1);
      })
      .map(({ failure, security }) => [security, failure, speakers(seen(failure, more)).map(({ rule }) => rule.id)]);
    expect(wrong.slice(0, 5)).toEqual([]);
  });

  it('every finding has plain words, a first step and a source', () => {
    const said = new Map<string, Finding>();
    for (const failure of everyFailure)
      for (const evidence of everyEvidence(failure, more)) {
        const finding = diagnose(evidence);
        said.set(`${finding.ruleId} ${finding.title} ${finding.why} ${finding.doThis.join()}`, finding);
      }
    expect([...said.values()].flatMap(lintFinding)).toEqual([]);
  });
});

it('a reply nobody knows ends in the server’s own words', () => {
  const reply = { code: 599, text: ['Zero point energy exhausted'] };
  for (const stage of ['greeting', 'ehlo', 'starttls', 'auth', 'mail-from', 'rcpt-to', 'data'] as const) {
    const finding = diagnose(seen({ stage, secured: true, kind: 'negative-reply', reply, command: 'X' }));
    expect(finding.evidence.join('\n')).toContain('599 Zero point energy exhausted');
  }
});

it('an outcome that nobody knows is never told as a failure or a success', () => {
  const failure: Failure = { stage: 'data', secured: true, kind: 'closed-by-peer', how: 'end' };
  const finding = diagnoseUnknown(seen(failure));
  expect(finding.severity).toBe('warning');
  expect(finding.why).toMatch(/may have been accepted or not/);
  expect(lintFinding(finding)).toEqual([]);
});
