/** Bytes that no server should send, put up with where that is safe and refused where it is not. */
import type { Line } from '@/lib/network/testing/scripted-server';
import { dripped, ehloReply, expect, goodbye, implicit, loggedIn, say, secured, takesMessage } from '../dialogue';
import { credentials } from '../job';
import type { FailureFacts, ScenarioEntry, Sight, Truth, Witness } from '../scenario';
import { on587 } from './usual-endpoints';

const failed = (failure: FailureFacts, finding: string): readonly Truth[] => [{ status: 'failed', failure, finding }];

const asksEhlo = expect(/^EHLO/i);

const rest: readonly Line[] = [...secured().slice(1), ...goodbye];

const afterEhlo: readonly Line[] = [...secured().slice(3), ...goodbye];

const usable: readonly Truth[] = [{ status: 'usable' }];

function hostile(
  id: string,
  what: string,
  says: readonly Line[],
  truth: readonly Truth[],
  sees: readonly Sight[],
  witness: Partial<Witness> = {},
): ScenarioEntry {
  return { id, what, servers: { 587: { says } }, ask: { probe: [on587] }, truth, witness: { sees, ...witness } };
}

export const oddByteScenarios: readonly ScenarioEntry[] = [
  hostile(
    'nul-in-greeting',
    'a NUL inside the greeting',
    [say(Buffer.from('220 mail\0.lab.test ESMTP\r\n')), ...rest],
    usable,
    [/^< 220 mail\\x0/, 'certificate: trusted'],
  ),
  hostile(
    'bad-utf8',
    'bytes that are no UTF-8 in greeting and EHLO',
    [say(Buffer.from([0x32, 0x32, 0x30, 0x20, 0xff, 0xfe, 0xc3, 0x28, 0x0d, 0x0a])), ...rest],
    usable,
    [/^< 220 \\xff\\xfe/, 'certificate: trusted'],
  ),
  hostile(
    'control-characters',
    'control and bidirectional characters in the greeting',
    [say('220 \u001b[31mmail\u202e.lab.test\r\n'), ...rest],
    usable,
    [/^< 220 \\x1b/, 'certificate: trusted'],
  ),
  hostile(
    'bare-lf',
    'lines that end with LF alone',
    [say('220 mail.lab.test\n'), asksEhlo, say('250-mail.lab.test\n250 STARTTLS\n'), ...afterEhlo],
    usable,
    ['< 220 mail.lab.test', '< 250 STARTTLS', 'certificate: trusted'],
  ),
  hostile(
    'split-everywhere',
    'every byte in a packet of its own',
    [
      ...dripped('220 mail.lab.test ESMTP\r\n', 5),
      asksEhlo,
      ...dripped('250-mail.lab.test\r\n250 STARTTLS\r\n', 5),
      ...afterEhlo,
    ],
    usable,
    ['< 220 mail.lab.test ESMTP', '< 250 STARTTLS', 'certificate: trusted'],
  ),
  {
    id: 'accepts-twice',
    what: 'RCPT is answered twice, so that every later answer is off by one',
    servers: {
      587: {
        says: [
          ...secured(),
          ...loggedIn,
          ...takesMessage({ rcpt: [say('250 2.1.5 Ok\r\n250 2.1.5 Ok\r\n')] }),
          ...goodbye,
        ],
      },
    },
    ask: { message: { port: 587, security: 'starttls', ...credentials } },
    truth: failed({ kind: 'protocol-violation', cause: 'out-of-step' }, 'out-of-step'),
    witness: { sees: ['> RCPT TO:<postmaster@lab.test>', '< 250 2.1.5 Ok', '> DATA', '< 250 2.1.5 Ok'] },
  },
  {
    id: 'flood-inside-tls',
    what: 'a greeting without end, inside TLS',
    servers: { 465: { says: [{ repeat: '220-and another line\r\n' }], implicitTls: true } },
    ask: { probe: [{ port: 465, security: 'implicit-tls' }] },
    truth: failed({ kind: 'protocol-violation', stage: 'greeting', secured: true, cause: 'too-long' }, 'endless-reply'),
    witness: { sees: ['certificate: trusted', '< 220-and another line', 'flood'] },
  },
  {
    id: 'injected-after-tls-greeting',
    what: 'the answer to EHLO comes before EHLO was said, inside TLS',
    servers: {
      465: {
        says: [say(`220 mail.lab.test\r\n${ehloReply(['AUTH PLAIN'])}`), ...implicit().slice(1), ...goodbye],
        implicitTls: true,
      },
    },
    ask: { probe: [{ port: 465, security: 'implicit-tls' }] },
    truth: failed({ kind: 'protocol-violation', secured: true, cause: 'out-of-step' }, 'out-of-step'),
    witness: { sees: ['< 220 mail.lab.test', '> EHLO witness.test', /^< 250-/] },
  },
];
