/** Servers that flood, drip, stammer or fall silent: bounded in time and memory, and nothing believed. */
import type { Line } from '@/lib/network/testing/scripted-server';
import {
  dripped,
  beforeTls,
  ehloReply,
  expect,
  goodbye,
  greeting,
  hangUp,
  pause,
  reset,
  say,
  secured,
  silence,
} from '../dialogue';
import type { FailureFacts, ScenarioEntry, Sight, Truth, Witness } from '../scenario';

const probe587 = { probe: [{ port: 587, security: 'starttls' }] } as const;

function hostile(
  id: string,
  what: string,
  says: readonly Line[],
  truth: readonly Truth[],
  sees: readonly Sight[],
  witness: Partial<Witness> = {},
): ScenarioEntry {
  return { id, what, servers: { 587: { says } }, ask: probe587, truth, witness: { sees, ...witness } };
}

const failed = (failure: FailureFacts, finding: string): readonly Truth[] => [{ status: 'failed', failure, finding }];

const violationFindings = { 'not-smtp': 'not-smtp', malformed: 'broken-smtp', 'too-long': 'endless-reply' } as const;
const violation = (
  stage: 'greeting' | 'ehlo',
  cause: keyof typeof violationFindings,
  rest: Omit<FailureFacts, 'kind'> = {},
): readonly Truth[] => failed({ kind: 'protocol-violation', stage, cause, ...rest }, violationFindings[cause]);

const timedOut = (stage: 'greeting' | 'ehlo', rest: Omit<FailureFacts, 'kind'> = {}): readonly Truth[] =>
  failed({ kind: 'timed-out', stage, ...rest }, stage === 'greeting' ? 'greeting-dribbles' : 'ehlo-swallowed');

const asksEhlo = expect(/^EHLO/i);

const rest: readonly Line[] = [...secured().slice(1), ...goodbye];

const afterEhlo: readonly Line[] = [...secured().slice(3), ...goodbye];

const atGreeting: readonly ScenarioEntry[] = [
  hostile(
    'endless-greeting',
    'a greeting whose lines never end',
    [{ repeat: '220-and another line\r\n' }],
    violation('greeting', 'too-long'),
    ['< 220-and another line', 'flood'],
  ),
  hostile(
    'endless-greeting-line',
    'a greeting whose line never ends',
    [say('220 '), { repeat: 'a'.repeat(1024) }],
    violation('greeting', 'too-long'),
    ['flood'],
  ),
  hostile(
    'endless-binary',
    'zero bytes without end',
    [{ repeat: Buffer.alloc(4096) }],
    violation('greeting', 'not-smtp'),
    [/^< \(unfinished\) \\x0\\x0/],
  ),
  hostile(
    'dripping-greeting',
    'a greeting line of 60 bytes, one byte a second',
    dripped(`220 ${'slow '.repeat(11)}\r\n`, 1000),
    timedOut('greeting'),
    [/^< \(unfinished\) 220/, 'silence'],
  ),
  hostile(
    'tarpit-greeting',
    '220- lines every second and never the last',
    Array.from({ length: 60 }, () => [say('220-please wait\r\n'), pause(1000)]).flat(),
    timedOut('greeting'),
    ['< 220-please wait', '< 220-please wait', 'no end'],
  ),
  hostile(
    'half-greeting-then-silence',
    'half a greeting, then silence',
    [say('220 mail.la'), silence],
    timedOut('greeting', { bytes: 11 }),
    ['< (unfinished) 220 mail.la', 'silence'],
  ),
  hostile(
    'half-greeting-then-end',
    'half a greeting, then the end',
    [say('220 mail.la'), hangUp],
    failed({ kind: 'closed-by-peer', stage: 'greeting', how: 'end' }, 'cut-before-greeting'),
    ['< (unfinished) 220 mail.la', 'closed'],
  ),
  hostile(
    'codes-change',
    'a greeting that changes its code',
    [say('220-mail.lab.test\r\n250 mail.lab.test\r\n'), silence],
    violation('greeting', 'malformed'),
    ['< 220-mail.lab.test', '< 250 mail.lab.test'],
  ),
  hostile(
    'greeting-four-digits',
    'a reply code of four digits',
    [say('2200 mail.lab.test\r\n'), silence],
    violation('greeting', 'not-smtp'),
    ['< 2200 mail.lab.test'],
  ),
  hostile(
    'greeting-informational',
    'a reply code that SMTP does not have',
    [say('199 mail.lab.test\r\n'), silence],
    violation('greeting', 'not-smtp'),
    ['< 199 mail.lab.test'],
  ),
  hostile(
    'greeting-250',
    'the greeting says 250',
    [say('250 mail.lab.test\r\n'), ...rest],
    failed({ kind: 'protocol-violation', stage: 'greeting' }, 'out-of-step'),
    ['< 250 mail.lab.test'],
  ),
  hostile(
    'greeting-bare-cr',
    'a greeting that ends its line with CR alone',
    [say('220 mail.lab.test\r'), silence],
    timedOut('greeting'),
    ['< (unfinished) 220 mail.lab.test\\xd', 'silence'],
  ),
  hostile(
    'two-greetings',
    'the greeting is said twice',
    [say('220 mail.lab.test\r\n220 mail.lab.test\r\n'), ...rest],
    failed({ kind: 'protocol-violation', cause: 'out-of-step' }, 'out-of-step'),
    ['< 220 mail.lab.test', '> EHLO witness.test', '< 220 mail.lab.test'],
  ),
];

const atEhlo: readonly ScenarioEntry[] = [
  hostile(
    'endless-ehlo',
    'the answer to EHLO never ends',
    [greeting, asksEhlo, { repeat: '250-KEYWORD\r\n' }],
    violation('ehlo', 'too-long'),
    ['< 250-KEYWORD', 'flood'],
  ),
  hostile(
    'ehlo-line-too-long',
    'one EHLO line of 5,000 bytes',
    [greeting, asksEhlo, say(`250-mail.lab.test\r\n250-${'X'.repeat(5000)}\r\n250 STARTTLS\r\n`), silence],
    violation('ehlo', 'too-long'),
    [/^< 250-X{100}/, '< 250 STARTTLS'],
  ),
  hostile(
    'half-ehlo-then-end',
    'half an answer to EHLO, then the end',
    [greeting, asksEhlo, say('250-mail.lab.test\r\n250-STARTT'), hangUp],
    failed({ kind: 'closed-by-peer', stage: 'ehlo', how: 'end' }, 'cut-at-ehlo'),
    ['< (unfinished) 250-STARTT', 'closed'],
  ),
  hostile(
    'half-ehlo-then-reset',
    'half an answer to EHLO, then a reset',
    [greeting, asksEhlo, say('250-mail.lab.test\r\n250-STARTT'), pause(200), reset],
    failed({ kind: 'closed-by-peer', stage: 'ehlo', how: 'reset' }, 'cut-at-ehlo'),
    ['< 250-mail.lab.test', 'reset'],
  ),
  hostile(
    'half-ehlo-then-silence',
    'the last line of EHLO never comes',
    [greeting, asksEhlo, say('250-mail.lab.test\r\n250-STARTTLS\r\n'), silence],
    timedOut('ehlo'),
    ['< 250-STARTTLS', 'silence'],
  ),
  hostile(
    'ehlo-hangs-up',
    'the server hangs up on EHLO',
    [greeting, asksEhlo, hangUp],
    failed({ kind: 'closed-by-peer', stage: 'ehlo', how: 'end' }, 'cut-at-ehlo'),
    ['> EHLO witness.test', 'closed'],
  ),
  hostile(
    'ehlo-words',
    'EHLO is answered with words',
    [greeting, asksEhlo, say('hello to you too\r\n'), silence],
    violation('ehlo', 'not-smtp'),
    ['< hello to you too'],
  ),
  hostile(
    'ehlo-twice',
    'every answer comes twice',
    [greeting, asksEhlo, say(ehloReply(beforeTls).repeat(2)), ...afterEhlo],
    failed({ kind: 'protocol-violation', cause: 'out-of-step' }, 'out-of-step'),
    ['> EHLO witness.test', '< 250 8BITMIME', '> STARTTLS', /^< 250-/],
  ),
  hostile(
    'ehlo-malformed-middle',
    'a line of another code in the middle of EHLO',
    [greeting, asksEhlo, say('250-mail.lab.test\r\n550-no\r\n250 STARTTLS\r\n'), silence],
    violation('ehlo', 'malformed'),
    ['< 250-mail.lab.test', '< 550-no'],
  ),
];

export const hostileScenarios: readonly ScenarioEntry[] = [...atGreeting, ...atEhlo];
