/** Servers that work, each in its own way: all of them must come out as usable. */
import type { Line } from '@/lib/network/testing/scripted-server';
import {
  beforeTls,
  ehlo,
  ehloReply,
  expect,
  goodbye,
  greeting,
  implicit,
  insideTls,
  pause,
  say,
  secured,
  startTls,
} from '../dialogue';
import type { ScenarioEntry, ScriptedPeer, Sight, Truth, Witness } from '../scenario';

/** A probe of 465. */
function usable(
  id: string,
  what: string,
  says: readonly Line[],
  sees: readonly Sight[],
  truth: Partial<Truth & { status: 'usable' }> = {},
  witness: Partial<Witness> = {},
): ScenarioEntry {
  return {
    id,
    what,
    servers: { 465: { says: [...says, ...goodbye], implicitTls: true } },
    ask: { probe: [{ port: 465, security: 'implicit-tls' }] },
    truth: [{ status: 'usable', ...truth }],
    witness: { sees: ['certificate: trusted', ...sees], ...witness },
  };
}

const manyKeywords = Array.from({ length: 90 }, (_, index) => `XKEYWORD${index} ${'parameter '.repeat(20)}`);

const asksEhlo = expect(/^EHLO/i);

const probes: readonly ScenarioEntry[] = [
  usable(
    'greeting-plain',
    'the shortest greeting',
    [say('220 mail.lab.test\r\n'), ...ehlo()],
    ['< 220 mail.lab.test'],
    { announces: ['AUTH PLAIN LOGIN'] },
  ),
  usable('greeting-bare-code', 'a greeting of the code alone', [say('220\r\n'), ...ehlo()], ['< 220']),
  usable(
    'greeting-multiline',
    'a greeting of four lines',
    [
      say(
        '220-mail.lab.test ESMTP\r\n220-We do not authorize the use of this system\r\n220-to transport unsolicited bulk email.\r\n220 \r\n',
      ),
      ...ehlo(),
    ],
    ['< 220-mail.lab.test ESMTP', '< 220 '],
  ),
  usable(
    'greeting-exchange',
    'a greeting as Exchange says it',
    [
      say(
        '220 AM6PR01CA0042.outlook.office365.com Microsoft ESMTP MAIL Service ready at Tue, 24 Nov 2026 10:00:00 +0000 [08DE1]\r\n',
      ),
      ...ehlo(),
    ],
    [/Microsoft ESMTP/],
  ),
  usable(
    'greeting-in-another-script',
    'a greeting in letters that are not ASCII',
    [say('220 mail.lab.test Добро пожаловать\r\n'), ...ehlo()],
    [/^< 220 mail/],
  ),
  usable(
    'greeting-slow',
    'the greeting comes after six seconds (postscreen)',
    [pause(6000), ...implicit()],
    [/^< 220/],
    {},
    { patience: 9000 },
  ),
  usable(
    'ehlo-slow',
    'EHLO is answered after five seconds',
    [greeting, asksEhlo, pause(5000), say(ehloReply(insideTls))],
    ['< 250 8BITMIME'],
    {},
    { patience: 8000 },
  ),
  usable(
    'ehlo-lower-case',
    'keywords in lower case',
    [greeting, ...ehlo(['pipelining', 'auth plain login', 'size 1000'])],
    ['< 250-auth plain login'],
    { announces: ['AUTH plain login'] },
  ),
  usable(
    'ehlo-odd-keywords',
    'keywords nobody knows',
    [greeting, ...ehlo(['X-ANONYMOUSTLS', 'XEXCH50', 'X-LINK2STATE', 'BURL imap', 'LIMITS RCPTMAX=1', 'AUTH PLAIN'])],
    ['< 250-X-LINK2STATE'],
    { announces: ['AUTH PLAIN', 'LIMITS RCPTMAX=1'] },
  ),
  usable(
    'ehlo-one-line',
    'EHLO is answered in one line, without any keyword',
    [greeting, asksEhlo, say('250 mail.lab.test\r\n')],
    ['< 250 mail.lab.test'],
  ),
  usable('ehlo-bare', 'EHLO is answered with the code alone', [greeting, asksEhlo, say('250\r\n')], ['< 250']),
  usable(
    'ehlo-blank-lines',
    'empty lines among the keywords',
    [greeting, asksEhlo, say('250-mail.lab.test\r\n250-\r\n250-AUTH PLAIN\r\n250 \r\n')],
    ['< 250-', '< 250-AUTH PLAIN'],
    { announces: ['AUTH PLAIN'] },
  ),
  usable(
    'ehlo-huge',
    'EHLO with 90 keywords, 20 kB in all',
    [greeting, ...ehlo([...manyKeywords, 'AUTH PLAIN'])],
    [/^< 250-XKEYWORD89/, '< 250 AUTH PLAIN'],
    { announces: ['AUTH PLAIN'] },
  ),
  usable(
    'ehlo-auth-twice',
    'AUTH is announced in the new form and the old',
    [greeting, ...ehlo(['AUTH PLAIN LOGIN', 'AUTH=PLAIN LOGIN'])],
    ['< 250-AUTH PLAIN LOGIN', '< 250 AUTH=PLAIN LOGIN'],
    { announces: ['AUTH PLAIN LOGIN'] },
  ),
  usable(
    'ehlo-no-auth',
    'no login is announced; the probe says reachable and no more',
    [greeting, ...ehlo(['PIPELINING'])],
    ['< 250 PIPELINING'],
    { announces: ['PIPELINING'] },
  ),
  usable('quit-unanswered', 'the server never says goodbye', [...implicit(), expect(/^QUIT$/)].slice(0, -1), [
    '< 250 8BITMIME',
  ]),
];

const elsewhere = (
  id: string,
  what: string,
  peer: ScriptedPeer,
  entry: Partial<ScenarioEntry>,
  sees: readonly Sight[],
): ScenarioEntry => ({
  id,
  what,
  servers: { 465: peer },
  ask: { probe: [{ port: 465, security: 'implicit-tls' }] },
  truth: [{ status: 'usable' }],
  witness: { sees },
  ...entry,
});

const plain: ScriptedPeer = { says: [...implicit(), ...goodbye], implicitTls: true };

const places: readonly ScenarioEntry[] = [
  elsewhere('ipv6-only', 'the name has an IPv6 address alone', { ...plain, family: 6 }, { addresses: 'ipv6' }, [
    /^2001:\S+: connected$/,
    'certificate: trusted',
  ]),
  elsewhere('ipv4-only', 'the name has an IPv4 address alone', { ...plain, family: 4 }, { addresses: 'ipv4' }, [
    /^198\.\S+: connected$/,
    'certificate: trusted',
  ]),
  elsewhere(
    'family-asked-for',
    'IPv6 is asked for and IPv4 is closed',
    { ...plain, family: 6 },
    { ask: { probe: [{ port: 465, security: 'implicit-tls', family: 6 }] } },
    [/^2001:\S+: connected$/, 'certificate: trusted'],
  ),
  elsewhere(
    'listens-on-ipv4-alone',
    'two addresses, and nothing listens on the IPv6 one',
    { ...plain, family: 4 },
    {},
    [/^198\.\S+: connected$/, /^2001:\S+: ECONNREFUSED$/, 'certificate: trusted'],
  ),
  {
    id: 'starttls-2525',
    what: 'the detour port 2525 with STARTTLS',
    servers: { 2525: { says: [...secured(), ...goodbye] } },
    ask: { probe: [{ port: 2525, security: 'starttls' }] },
    truth: [{ status: 'usable' }],
    witness: { sees: [/^< 250-STARTTLS$/, 'certificate: trusted'] },
  },
  {
    id: 'starttls-lower-case',
    what: 'STARTTLS in lower case, and an odd 220',
    servers: {
      587: {
        says: [
          greeting,
          ...ehlo(['starttls']),
          expect(/^STARTTLS$/i),
          say('220 Go ahead, make my day\r\n'),
          startTls,
          ...ehlo(),
          ...goodbye,
        ],
      },
    },
    ask: { probe: [{ port: 587, security: 'starttls' }] },
    truth: [{ status: 'usable', announces: ['AUTH PLAIN LOGIN'] }],
    witness: { sees: ['< 250 starttls', '< 220 Go ahead, make my day', 'certificate: trusted'] },
  },
  {
    id: 'auth-only-after-tls',
    what: 'login is announced only once TLS is there',
    servers: { 587: { says: [greeting, ...ehlo(beforeTls), ...secured().slice(3), ...goodbye] } },
    ask: { probe: [{ port: 587, security: 'starttls' }] },
    truth: [{ status: 'usable', announces: ['AUTH PLAIN LOGIN'] }],
    witness: { sees: [/^< 250-STARTTLS/, 'certificate: trusted', '< 250-AUTH PLAIN LOGIN'] },
  },
];

export const healthyScenarios: readonly ScenarioEntry[] = [...probes, ...places];
