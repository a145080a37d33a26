import { describe, expect, it } from 'vitest';
import { hostNotes } from '@/lib/hosts/catalog';
import type { Attempt } from '@/lib/probe/events';
import type { Failure } from '@/lib/smtp/outcome';
import { diagnoseAccepted } from './diagnose-accepted';
import { diagnoseRun, type Run } from './diagnose-run';
import { at, attempt, closed, provider, report, silence, works } from './testing/evidence';
import { lintFinding } from './testing/lint-finding';

const noName: Failure = { stage: 'resolve', secured: false, kind: 'name-not-found', cause: 'no-such-name' };
const noRoute: Failure = { stage: 'connect', secured: false, kind: 'unreachable', cause: 'no-route', local: true };
const noLogin = { ...works, capabilities: [] };
const v4 = '203.0.113.5';
const v6 = '2001:db8::5';
const ports = [465, 587, 2525, 25];
const healthy = { reports: ports.map((port) => report(port, works)), attempts: [] };
const sendgrid = at('smtp.sendgrid.net');

function families(result4: Attempt['result'], result6: Attempt['result']): Run {
  const attempts = [465, 587].flatMap((port) => [attempt(port, v4, result4), attempt(port, v6, result6)]);
  return { ...healthy, attempts };
}

const cases: readonly (readonly [string, Run, readonly string[]])[] = [
  ['nothing to say of a healthy run', healthy, []],
  [
    'one cause for all: the name',
    { reports: ports.map((p) => report(p, noName)), attempts: [] },
    ['host-name-unknown'],
  ],
  ['one cause for all: silence', { reports: ports.map((p) => report(p, silence)), attempts: [] }, ['network-silent']],
  ['one cause for all: closed', { reports: ports.map((p) => report(p, closed)), attempts: [] }, ['all-ports-closed']],
  [
    'no login anywhere, where one is needed',
    { reports: ports.map((p) => report(p, noLogin)), attempts: [], username: 'ann' },
    ['login-not-offered'],
  ],
  ['no login anywhere, where none is needed', { reports: ports.map((p) => report(p, noLogin)), attempts: [] }, []],
  [
    'no cause where one port takes mail in the clear, as it was asked to',
    {
      reports: [
        ...ports.map((p) => report(p, closed)),
        report(1025, { status: 'usable', capabilities: [] }, { security: 'cleartext' }),
      ],
      attempts: [],
    },
    [],
  ],
  ['no common cause', { reports: [report(465, silence), report(587, closed)], attempts: [] }, []],
  ['nothing before the run is over', { reports: [report(465, silence), report(587, undefined)], attempts: [] }, []],
  ['no IPv6 here', families('connected', noRoute), ['ipv6-absent']],
  ['IPv6 gets lost', families('connected', silence), ['ipv6-broken']],
  ['IPv6 refused by the server', families('connected', closed), ['ipv6-refused']],
  ['IPv4 gets lost', families(silence, 'connected'), ['ipv4-broken']],
  [
    'IPv6 works on one port, so it is not IPv6 that is broken on the other',
    { ...healthy, attempts: [attempt(465, v6, 'connected'), attempt(587, v4, 'connected'), attempt(587, v6, silence)] },
    [],
  ],
  ['both families work', families('connected', 'connected'), []],
  ['a loser that was called off says nothing', families('connected', 'cancelled'), []],
  [
    'ports that some hosts are known to close',
    {
      reports: [report(465, silence), report(587, silence), report(2525, works), report(25, silence)],
      attempts: [],
      hostNotes,
    },
    ['closed-by-host'],
  ],
  [
    'a port that the provider does not offer says nothing of the host',
    {
      ...at('smtp-relay.gmail.com'),
      reports: [report(2525, silence), report(587, works), report(465, works)],
      attempts: [],
      hostNotes,
    },
    [],
  ],
];

describe('a whole run', () => {
  it.each(cases)('%s', (_name, run, ids) => {
    const findings = diagnoseRun(run);
    expect(findings.map(({ ruleId }) => ruleId)).toEqual(ids);
    expect(findings.flatMap(lintFinding)).toEqual([]);
    expect(findings.every(({ evidence }) => evidence.length > 0)).toBe(true);
  });

  it('names the host the person is on, and its way to have the ports opened', () => {
    const run = {
      reports: [report(465, silence, sendgrid), report(587, works, sendgrid)],
      attempts: [],
      ...sendgrid,
      hostNotes: hostNotes.filter(({ id }) => id === 'hetzner'),
    };
    const [finding] = diagnoseRun(run);
    expect(finding?.title).toBe('Hetzner Cloud closes 465');
    expect(finding?.doThis[0]).toMatch(/^Hetzner Cloud: Use 587/);
  });

  it('tells the worst first', () => {
    const run = { ...families('connected', silence), reports: ports.map((p) => report(p, noName)) };
    expect(diagnoseRun(run).map(({ severity }) => severity)).toEqual(['blocker', 'warning']);
  });
});

describe('an accepted message', () => {
  const to = 'bob@example.org';

  it('is never said to have arrived', () => {
    const findings = diagnoseAccepted({ reply: { code: 250, enhanced: '2.0.0', text: ['2.0.0 Ok: queued'] }, to });
    expect(findings.map(({ ruleId, severity }) => [ruleId, severity])).toEqual([['accepted-not-arrived', 'note']]);
    expect(findings.flatMap(lintFinding)).toEqual([]);
  });

  it('that the server itself holds back is a warning, told by its codes', () => {
    const reply = { code: 254, enhanced: '4.7.1', text: ['4.7.1 Suppression by user'] };
    const findings = diagnoseAccepted({ reply, to });
    expect(findings.map(({ ruleId }) => ruleId)).toEqual(['accepted-and-withheld', 'accepted-not-arrived']);
    expect(findings.flatMap(lintFinding)).toEqual([]);
  });

  it('that is caught on the way leads to where it is kept, and to no inbox', () => {
    const reply = { code: 250, text: ['Ok: queued as abc'] };
    const [finding] = diagnoseAccepted({ reply, to, provider: provider('mailpit') });
    expect(finding?.title).toMatch(/reaches nobody/);
    expect(finding?.doThis.join(' ')).toMatch(/localhost:8025/);
    expect(finding?.doThis.join(' ')).not.toContain(to);
  });

  it('that a provider may still drop says where to look', () => {
    const reply = { code: 250, text: ['Ok: queued as abc'] };
    const [finding] = diagnoseAccepted({ reply, to, provider: provider('sendgrid') });
    expect(finding?.doThis.join(' ')).toMatch(/Activity/);
    expect(lintFinding(finding ?? { ruleId: 'none', title: '', why: '', doThis: [], source: '' })).toEqual([]);
  });
});
