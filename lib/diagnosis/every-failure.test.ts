import { describe, expect, it } from 'vitest';
import { securities } from '@/lib/smtp/endpoint';
import type { Failure } from '@/lib/smtp/outcome';
import { everyFailure } from '@/lib/smtp/testing/every-failure';
import { diagnose, diagnoseUnknown, speakers } from './diagnose';
import type { Evidence } from './finding';
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

/** How encryption was to start changes nothing of what a reply means. */
function everyEvidence(more: Partial<Evidence>): Evidence[] {
  return everyFailure.flatMap((failure) =>
    (failure.kind === 'negative-reply' ? (['starttls'] as const) : securities).map((security) =>
      seen(failure, { ...more, security }),
    ),
  );
}

describe.each(surroundings)('with %s', (_name, more) => {
  const spoken = everyEvidence(more).map((evidence) => ({ evidence, said: speakers(evidence) }));

  it('every failure is spoken for, and by at most one rule of each tier', () => {
    const wrong = spoken.filter(
      ({ said }) => said.length === 0 || new Set(said.map((s) => s.rule.tier)).size < said.length,
    );
    expect(wrong.slice(0, 5).map(({ evidence, said }) => [evidence.failure, said.map((s) => s.rule.id)])).toEqual([]);
  });

  it('every finding has plain words, a first step and a source', () => {
    const complaints = spoken.flatMap(({ said: [first] }) =>
      first === undefined ? ['nobody speaks'] : lintFinding({ ruleId: first.rule.id, ...first.words }),
    );
    expect([...new Set(complaints)]).toEqual([]);
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
