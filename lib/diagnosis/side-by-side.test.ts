import { describe, expect, test } from 'vitest';
import { hostNotes } from '@/lib/hosts/catalog';
import { emptyProbeReport, type EndpointReport, type ProbeReport } from '@/lib/probe/report';
import type { Certificate, Failure, ProbeOutcome } from '@/lib/smtp/outcome';
import { certificate } from '@/lib/smtp/testing/every-failure';
import type { Comparison } from './compared-row';
import { sideBySide, type TwoVantages } from './side-by-side';
import { supportRequest } from './support-request';
import { closed, report, silence, works } from './testing/evidence';
import { lintFinding } from './testing/lint-finding';

type Outcome = ProbeOutcome | Failure | undefined;
type Ports = Readonly<Record<number, Outcome>>;

const probed = (ports: Ports): ProbeReport => ({
  ...emptyProbeReport,
  endpoints: Object.entries(ports).map(([port, outcome]) => report(Number(port), outcome)),
  finished: true,
});
const compared = (here: Ports, there: Ports, more: Partial<TwoVantages> = {}) =>
  sideBySide({ here: probed(here), there: probed(there), credentials: false, ...more });

const noName: Failure = { stage: 'resolve', secured: false, kind: 'resolver-failed', cause: 'silent' };
const resetAtEhlo: Failure = { stage: 'ehlo', secured: false, kind: 'closed-by-peer', how: 'reset' };
const distrusted = (shown: Certificate): Failure => ({
  stage: 'tls',
  secured: false,
  kind: 'certificate-rejected',
  reason: 'unknown-issuer',
  reasons: ['unknown-issuer'],
  certificate: shown,
  chainLength: 1,
});
const theSame = works.tls?.certificate ?? certificate;
const another = { ...theSame, fingerprint256: 'FF'.repeat(32) };

const cases: readonly (readonly [string, Ports, Ports, readonly string[]])[] = [
  ['the host drops a port', { 587: works, 2525: works }, { 587: silence, 2525: works }, ['web-server-port-closed']],
  ['the host refuses a port', { 587: works }, { 587: closed }, ['web-server-port-closed']],
  [
    'names are not found there',
    { 587: works, 465: works },
    { 587: noName, 465: noName },
    ['web-server-cannot-look-up'],
  ],
  ['old authorities', { 465: works }, { 465: distrusted(theSame) }, ['web-server-lacks-authority']],
  ['mail is led elsewhere', { 587: works }, { 587: distrusted(another) }, ['web-server-redirected']],
  ['cut off after EHLO', { 587: works }, { 587: resetAtEhlo }, ['web-server-treated-otherwise']],
  [
    'two things at once',
    { 25: works, 465: works, 587: works },
    { 25: distrusted(another), 465: silence, 587: works },
    ['web-server-port-closed', 'web-server-redirected'],
  ],
  ['both work', { 587: works }, { 587: works }, ['same-from-both']],
  ['neither works', { 587: silence }, { 587: silence }, ['works-from-neither']],
  ['only the web server gets through', { 587: silence }, { 587: works }, ['works-from-web-server']],
  ['here it was not tried', {}, { 587: silence }, ['nothing-to-compare']],
];

describe('the difference of two vantages', () => {
  test.each(cases)('%s', (_name, here, there, expected) => {
    const { findings } = compared(here, there, { hostNotes });
    expect(findings.map(({ ruleId }) => ruleId)).toEqual(expected);
    expect(findings.flatMap(lintFinding)).toEqual([]);
  });

  test('names the ports, and blocks only where nothing else works from there', () => {
    const one = compared({ 465: works, 587: works, 2525: works }, { 465: silence, 587: silence, 2525: works });
    expect(one.findings[0]).toMatchObject({
      severity: 'warning',
      title: 'Your web host closes ports 465 and 587; 2525 works from there',
    });
    expect(one.findings[0]?.doThis[0]).toBe('Use port 2525, which works from the web server.');
    expect(compared({ 587: works }, { 587: silence }).findings[0]).toMatchObject({
      severity: 'blocker',
      title: 'Your web host closes port 587',
    });
  });

  test('brings what is known of the host, with its way to have the ports opened', () => {
    const note = hostNotes.find(({ id }) => id === 'godaddy');
    if (note === undefined) throw new Error('no such note');
    const there = { 465: silence, 587: silence, 2525: works };
    const { findings } = compared({ 465: works, 587: works, 2525: works }, there, { hostNotes: [note] });
    expect(findings[0]?.doThis).toContain(`At ${note.name}: ${note.unblock}`);
    expect(findings[0]?.source).toBe(note.source);
  });
});

test.each<[Comparison, Outcome, Outcome]>([
  ['works-from-both', works, works],
  ['works-from-neither', silence, closed],
  ['works-here-only', works, silence],
  ['works-there-only', closed, works],
  ['unknown', undefined, works],
  ['unknown', works, { status: 'not-tested', reason: 'aborted' }],
])('a row is %s', (comparison, here, there) =>
  expect(compared({ 587: here }, { 587: there }).rows.map((row) => row.comparison)).toEqual([comparison]),
);

test('the recommendation is made for the web server, and says so', () => {
  const { recommendation } = compared(
    { 465: works, 587: works, 2525: works },
    { 465: silence, 587: silence, 2525: works },
  );
  expect(recommendation).toMatchObject({ status: 'recommended', report: { endpoint: { port: 2525 } } });
  expect(recommendation.reason).toMatch(/^Tried from your web server\. Port 2525 works there\. /);
  expect(compared({ 587: works }, { 587: silence }).recommendation).toMatchObject({ status: 'none' });
});

test('a row is found by its endpoint, whatever the order', () => {
  const there: EndpointReport[] = [report(587, silence), report(465, works)];
  const both = { here: probed({ 465: works, 587: works }), there: { ...emptyProbeReport, endpoints: there } };
  const { rows } = sideBySide({ ...both, credentials: false });
  expect(rows.map(({ there: { endpoint }, here }) => [endpoint.port, here?.endpoint.port])).toEqual([
    [587, 587],
    [465, 465],
  ]);
});

describe('the letter to the host', () => {
  const at = new Date('2026-11-25T01:22:33Z');
  test('says what fails, what works, when it was tried, and what is asked for', () => {
    const { rows } = compared({ 465: works, 587: works, 2525: works }, { 465: closed, 587: silence, 2525: works });
    const letter = supportRequest(rows, at) ?? '';
    for (const part of [
      'TCP port 465: refused at once',
      'TCP port 587: no answer at all',
      'port 2525.',
      '2026-11-25 01:22 UTC',
      'open outgoing TCP 465, 587 for my account',
    ])
      expect(letter).toContain(part);
  });

  test('does not ask for port 25, which hosts open last, unless nothing else is closed', () => {
    const asked = (there: Ports) => supportRequest(compared({ 25: works, 587: works }, there).rows, at);
    expect(asked({ 25: silence, 587: silence })).toContain('open outgoing TCP 587 for');
    expect(asked({ 25: silence, 587: works })).toContain('open outgoing TCP 25 for');
    const { findings } = compared({ 25: works, 587: works }, { 25: silence, 587: silence });
    expect(findings[0]?.doThis[1]).toContain('open outgoing port 587:');
  });

  test('is not written when there is nothing to ask for', () => {
    expect(supportRequest(compared({ 587: works }, { 587: works }).rows, at)).toBeUndefined();
    expect(supportRequest(compared({ 587: silence }, { 587: silence }).rows, at)).toBeUndefined();
  });
});
