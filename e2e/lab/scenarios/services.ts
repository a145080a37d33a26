/** Something else behind the port: other services, and mail servers that refuse this computer at the door. */
import type { Line } from '@/lib/network/testing/scripted-server';
import { ehlo, expect, goodbye, greeting, hangUp, say, silence } from '../dialogue';
import type { FailureFacts, ScenarioEntry, Sight, Witness } from '../scenario';

const on587 = { probe: [{ port: 587, security: 'starttls' }] } as const;

function behind587(
  id: string,
  what: string,
  says: readonly Line[],
  failure: FailureFacts,
  finding: string,
  sees: readonly Sight[],
  witness: Partial<Witness> = {},
): ScenarioEntry {
  return {
    id,
    what,
    servers: { 587: { says } },
    ask: on587,
    truth: [{ status: 'failed', failure, finding }],
    witness: { sees, ...witness },
  };
}

/** A service that is no mail server, told by its first words. */
function service(
  id: string,
  what: string,
  words: string | Buffer,
  sample: RegExp,
  sight: Sight,
  finding = 'not-smtp',
): ScenarioEntry {
  const failure = { kind: 'protocol-violation', stage: 'greeting', cause: 'not-smtp', sample } as const;
  return behind587(id, what, [say(words), silence], failure, finding, [sight]);
}

const atGreeting = (code: number, enhanced?: string): FailureFacts => ({
  kind: 'negative-reply',
  stage: 'greeting',
  command: '',
  reply: { code, ...(enhanced === undefined ? {} : { enhanced }) },
});
const httpAnswer = 'HTTP/1.1 400 Bad Request\r\nServer: nginx\r\nConnection: close\r\n\r\n';

export const serviceScenarios: readonly ScenarioEntry[] = [
  service(
    'ssh',
    'SSH answers',
    'SSH-2.0-OpenSSH_9.2p1 Debian-2+deb12u3\r\n',
    /^SSH-2\.0/,
    /^< SSH-2\.0/,
    'ssh-behind-port',
  ),
  service(
    'ssh-without-line-end',
    'SSH answers and has not ended its line',
    'SSH-2.0-dropbear',
    /^SSH-2\.0/,
    /^< \(unfinished\) SSH/,
    'ssh-behind-port',
  ),
  service(
    'imap',
    'the server for incoming mail answers (IMAP)',
    '* OK [CAPABILITY IMAP4rev1 STARTTLS] Dovecot ready.\r\n',
    /^\* OK/,
    /^< \* OK/,
    'imap-behind-port',
  ),
  service(
    'pop3',
    'the server for incoming mail answers (POP3)',
    '+OK Dovecot ready.\r\n',
    /^\+OK/,
    /^< \+OK/,
    'pop3-behind-port',
  ),
  service(
    'mysql',
    'a database answers in binary',
    Buffer.from([0x4a, 0, 0, 0, 0x0a, 0x38, 0x2e, 0x30, 0x2e, 0x33, 0x36, 0]),
    /^J/,
    /^< J\\x0/,
  ),
  service('vnc', 'a remote desktop answers', 'RFB 003.008\n', /^RFB 003/, '< RFB 003.008'),
  service(
    'captive-portal',
    'a captive portal talks HTML at once',
    '<html><head><title>Log in to this network</title></head></html>\r\n',
    /^<html/,
    /^< <html/,
    'web-behind-port',
  ),
  service('unwelcome-words', 'a server that says no without a code', 'Go away.\r\n', /^Go away/, '< Go away.'),
  behind587(
    'http-waits',
    'a web server waits for a request',
    [expect(/^GET|^HEAD/), say(httpAnswer), hangUp],
    { kind: 'timed-out', stage: 'greeting', bytes: 0 },
    'silent-at-greeting',
    ['> HEAD / HTTP/1.0', '< HTTP/1.1 400 Bad Request'],
    { speaks: 'HEAD / HTTP/1.0' },
  ),
  {
    id: 'https-on-465',
    what: 'a web server with TLS waits for a request on 465',
    servers: { 465: { says: [expect(/^GET|^HEAD/), say(httpAnswer), hangUp], implicitTls: true } },
    ask: { probe: [{ port: 465, security: 'implicit-tls' }] },
    truth: [
      {
        status: 'failed',
        failure: { kind: 'timed-out', stage: 'greeting', secured: true, bytes: 0 },
        finding: 'silent-inside-tls',
      },
    ],
    witness: {
      sees: ['certificate: trusted', '> HEAD / HTTP/1.0', '< HTTP/1.1 400 Bad Request'],
      speaks: 'HEAD / HTTP/1.0',
    },
  },
  {
    id: 'http-answers-tls',
    what: 'a web server without TLS answers the handshake in HTTP',
    servers: { 465: { says: [{ pause: 50 }, say(httpAnswer), hangUp] } },
    ask: { probe: [{ port: 465, security: 'implicit-tls' }] },
    truth: [
      {
        status: 'failed',
        failure: { kind: 'tls-failed', stage: 'tls', reason: 'peer-speaks-cleartext' },
        finding: 'implicit-tls-on-starttls-port',
      },
    ],
    witness: { sees: ['TLS: ERR_SSL_WRONG_VERSION_NUMBER'] },
  },
  behind587(
    'refused-at-door',
    'the server refuses this address',
    [say('554 5.7.1 192.0.2.1 is listed by a blocklist\r\n'), hangUp],
    atGreeting(554, '5.7.1'),
    'greeting-refused',
    [/^< 554 5\.7\.1/],
  ),
  behind587(
    'refused-at-door-521',
    'the server takes no mail at all (521)',
    [say('521 mail.lab.test does not accept mail\r\n'), hangUp],
    atGreeting(521),
    'accepts-no-mail',
    [/^< 521/],
  ),
  behind587(
    'busy-at-door',
    'too many connections (421)',
    [say('421 4.7.0 Too many connections, try again later\r\n'), hangUp],
    atGreeting(421, '4.7.0'),
    'too-many-connections',
    [/^< 421/],
  ),
  behind587(
    'busy-at-door-multiline',
    'too many connections, in three lines',
    [say('421-mail.lab.test\r\n421-You are too fast.\r\n421 4.7.0 Try later\r\n'), hangUp],
    atGreeting(421),
    'too-many-connections',
    [/^< 421-mail/, /^< 421 4/],
  ),
  behind587(
    'ehlo-refused',
    'the name in EHLO is refused',
    [greeting, expect(/^EHLO/i), say('501 5.5.2 Syntactically invalid EHLO argument(s)\r\n'), ...goodbye],
    { kind: 'negative-reply', stage: 'ehlo', command: 'EHLO', reply: { code: 501 } },
    'ehlo-name-refused',
    ['> EHLO witness.test', /^< 501/],
  ),
  behind587(
    'ehlo-busy',
    'EHLO is put off',
    [greeting, expect(/^EHLO/i), say('421 4.3.2 System going down\r\n'), hangUp],
    { kind: 'negative-reply', stage: 'ehlo', reply: { code: 421 } },
    'ehlo-busy',
    ['> EHLO witness.test', /^< 421/],
  ),
  behind587(
    'ehlo-unknown',
    'a server so old that it knows no EHLO',
    [greeting, expect(/^EHLO/i), say('502 Command not implemented\r\n'), ...goodbye],
    { kind: 'negative-reply', stage: 'ehlo', reply: { code: 502 } },
    'ehlo-unknown',
    ['> EHLO witness.test', /^< 502/],
  ),
  behind587(
    'masked-greeting',
    'an inspecting firewall paints the greeting with asterisks and hides STARTTLS',
    [say('220 ****************************************\r\n'), ...ehlo(['XXXXXXXA', 'XXXB']), ...goodbye],
    { kind: 'starttls-not-offered', stage: 'starttls', masked: true },
    'starttls-masked',
    [/^< 220 \*+$/, '< 250-XXXXXXXA'],
    { security: 'cleartext' },
  ),
];
