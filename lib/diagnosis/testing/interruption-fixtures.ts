/** Fixtures of silence and hang-ups after the connection was made. */
import type { Failure, Stage } from '@/lib/smtp/outcome';
import { at, heard, report, seen, type Fixture } from './evidence';

const quiet = (stage: Stage, secured = false, bytes = 0): Failure => ({
  stage,
  secured,
  kind: 'timed-out',
  afterMs: 15_000,
  bytes,
});
const gone = (stage: Stage, secured = false, how: 'end' | 'reset' = 'end'): Failure => ({
  stage,
  secured,
  kind: 'closed-by-peer',
  how,
});
const peer = 'a peer that falls silent or closes at this stage';
const silentPorts = [report(465, quiet('tls')), report(587, quiet('greeting')), report(2525, quiet('greeting'))];
const sendgrid = at('smtp.sendgrid.net');

function fixture(rule: string, evidence: Fixture['evidence'], from = peer): Fixture {
  return { rule, seen: 'scripted', from, evidence };
}

export const interruptionFixtures: readonly Fixture[] = [
  fixture('mail-swallowed', seen(quiet('greeting'), { reports: silentPorts }), 'a listener that accepts every port'),
  fixture(
    'wants-implicit-tls',
    seen(quiet('greeting'), { port: 465, security: 'starttls' }),
    'Postfix, Exim and Dovecot on 465, spoken to in the clear',
  ),
  fixture('wants-implicit-tls', seen(quiet('greeting'), { ...sendgrid, port: 465, security: 'starttls' })),
  fixture('silent-inside-tls', seen(quiet('greeting', true), { port: 443, security: 'implicit-tls' }), 'a web server'),
  fixture('greeting-dribbles', seen(quiet('greeting', false, 40)), 'a peer that sends 220- lines without end'),
  fixture('silent-at-greeting', seen(quiet('greeting'))),
  fixture('silent-at-greeting', seen(quiet('greeting'), sendgrid)),
  fixture('handshake-silent', seen(quiet('tls'), { port: 465 })),
  fixture('handshake-swallowed', seen(quiet('tls'), { transcript: heard('220 mail.example.com ESMTP') })),
  fixture('ehlo-swallowed', seen(quiet('ehlo'))),
  fixture('ehlo-swallowed', seen(quiet('starttls'))),
  fixture('login-held-back', seen(quiet('auth', true))),
  fixture('envelope-stalled', seen(quiet('mail-from', true))),
  fixture('envelope-stalled', seen(quiet('rcpt-to', true))),
  fixture('message-stalled', seen(quiet('data', true))),
  fixture('cut-before-greeting', seen(gone('greeting'))),
  fixture('cut-before-greeting', seen(gone('connect', false, 'reset'))),
  fixture('cut-inside-tls', seen(gone('greeting', true), { port: 465 })),
  fixture('handshake-cut', seen(gone('tls', false, 'reset'), { port: 465 })),
  fixture('handshake-cut', seen(gone('tls'))),
  fixture('cut-at-ehlo', seen(gone('ehlo'))),
  fixture('cut-at-ehlo', seen(gone('starttls'))),
  { ...fixture('cut-at-login', seen(gone('auth', true))), seen: 'recorded', from: 'Postfix with a dead SASL service' },
  fixture('cut-in-envelope', seen(gone('rcpt-to', true))),
  fixture('cut-in-envelope', seen(gone('data', true, 'reset'))),
  fixture('closed-by-peer', seen(gone('resolve')), 'no stage that happens: what is left for one to come'),
];
