/** Messages that are refused or put off: sender, recipient, size, rate, and what is not known after the final dot. */
import type { Line } from '@/lib/network/testing/scripted-server';
import { goodbye, hangUp, loggedIn, reset, say, secured, silence, takesMessage, type Answers } from '../dialogue';
import { credentials } from '../job';
import type { AskedMessage, FailureFacts, RealServer, ScenarioEntry, Sight } from '../scenario';

const on587 = { port: 587, security: 'starttls' } as const;
type Stage = 'mail-from' | 'rcpt-to' | 'data';

const refusal = (stage: Stage, code: number, enhanced?: string): FailureFacts => ({
  kind: 'negative-reply',
  stage,
  secured: true,
  reply: { code, ...(enhanced === undefined ? {} : { enhanced }) },
});

/** A scripted server that lets the login pass and then answers as told. */
function message(
  id: string,
  what: string,
  answers: Answers,
  failure: FailureFacts,
  finding: string,
  sees: readonly Sight[],
): ScenarioEntry {
  return {
    id,
    what,
    servers: { 587: { says: [...secured(), ...loggedIn, ...takesMessage(answers), ...goodbye] } },
    ask: { message: { ...on587, ...credentials } },
    truth: [{ status: 'failed', failure, finding }],
    witness: { sees: [/^< 235/, ...sees] },
  };
}

/** The same, for what comes after the final dot and is no answer. */
function unknown(
  id: string,
  what: string,
  dot: readonly Line[],
  failure: FailureFacts,
  sees: readonly Sight[],
): ScenarioEntry {
  const known = message(id, what, { dot }, failure, 'outcome-unknown', sees);
  return { ...known, truth: [{ status: 'outcome-unknown', failure, finding: 'outcome-unknown' }] };
}

function real(
  id: string,
  what: string,
  servers: RealServer,
  extra: Partial<AskedMessage>,
  failure: FailureFacts,
  finding: string,
  sees: readonly Sight[],
): ScenarioEntry {
  return {
    id,
    what,
    servers,
    ask: { message: { ...on587, ...credentials, ...extra } },
    truth: [{ status: 'failed', failure, finding }],
    witness: { sees: ['certificate: trusted', ...sees] },
  };
}

const closedAfter = (stage: Stage, how: 'end' | 'reset'): FailureFacts => ({
  kind: 'closed-by-peer',
  stage,
  secured: true,
  how,
});

const byRealServers: readonly ScenarioEntry[] = [
  real(
    'exim-greylists',
    'Exim puts the recipient off (greylisting)',
    'exim',
    { to: 'greylisted@lab.test' },
    refusal('rcpt-to', 451),
    'try-later',
    ['> RCPT TO:<greylisted@lab.test>', /^< 451 greylisted/],
  ),
  real(
    'exim-unknown-recipient',
    'Exim does not know the recipient',
    'exim',
    { to: 'missing@lab.test' },
    refusal('rcpt-to', 550),
    'message-refused',
    ['> RCPT TO:<missing@lab.test>', /^< 550 unknown user/],
  ),
  real(
    'exim-mailbox-full',
    'Exim says that the mailbox is full',
    'exim',
    { to: 'full@lab.test' },
    refusal('rcpt-to', 552, '5.2.2'),
    'message-refused',
    [/^< 552 5\.2\.2 mailbox is full/],
  ),
  real(
    'exim-sender-not-own',
    'Exim refuses a sender that is not the account’s',
    'exim',
    { from: 'stranger@lab.test' },
    refusal('rcpt-to', 550, '5.7.1'),
    'message-refused',
    [/^< 550 5\.7\.1 you may not send/],
  ),
  real(
    'exim-too-large',
    'Exim takes no message over 1,000 bytes',
    'exim-small',
    {},
    { kind: 'extension-missing', stage: 'mail-from', secured: true, extension: 'SIZE' },
    'extension-missing',
    [/^< 250[ -]SIZE 1000$/],
  ),
  {
    ...real(
      'exim-relay-denied',
      'Exim passes nothing on without a login',
      'exim',
      {},
      refusal('rcpt-to', 550),
      'relay-denied',
      ['> RCPT TO:<postmaster@lab.test>', /^< 550 relay not permitted/],
    ),
    ask: { message: on587 },
  },
  {
    ...real(
      'postfix-relay-denied',
      'Postfix passes nothing on without a login',
      'postfix',
      {},
      refusal('rcpt-to', 554, '5.7.1'),
      'relay-denied',
      ['> RCPT TO:<postmaster@lab.test>', /^< 554 5\.7\.1/],
    ),
    ask: { message: on587 },
  },
  real(
    'postfix-sender-not-own',
    'Postfix refuses a sender that is not the account’s, at the recipient',
    'postfix',
    { from: 'stranger@lab.test' },
    refusal('rcpt-to', 553, '5.7.1'),
    'message-refused',
    ['> RCPT TO:<postmaster@lab.test>', /^< 553 5\.7\.1 .*not owned by user lab/],
  ),
  real(
    'postfix-recipient-refused',
    'Postfix refuses the recipient by a rule',
    'postfix',
    { to: 'nobody@lab.test' },
    refusal('rcpt-to', 554, '5.7.1'),
    'message-refused',
    ['> RCPT TO:<nobody@lab.test>', /^< 554 5\.7\.1 .*Access denied/],
  ),
  {
    id: 'postfix-wants-tls',
    what: 'Postfix wants encryption first, and none is asked for',
    servers: 'postfix',
    ask: { message: { port: 587, security: 'cleartext' } },
    truth: [
      {
        status: 'failed',
        failure: {
          kind: 'negative-reply',
          stage: 'mail-from',
          secured: false,
          reply: { code: 530, enhanced: '5.7.0' },
        },
        finding: 'login-required',
      },
    ],
    witness: { sees: ['> MAIL FROM:<lab@lab.test>', /^< 530 5\.7\.0 Must issue a STARTTLS command first/] },
  },
];

const byScript: readonly ScenarioEntry[] = [
  message(
    'sender-refused',
    'the sender is refused',
    { mail: [say('550 5.7.60 SendAs denied\r\n')] },
    refusal('mail-from', 550, '5.7.60'),
    'sender-refused',
    [/^< 550 5\.7\.60/],
  ),
  message(
    'sender-unverified-late',
    'the sender turns out unverified at the final dot',
    { dot: [say('554 5.7.1 Message rejected: Email address is not verified.\r\n')] },
    refusal('data', 554, '5.7.1'),
    'sender-refused',
    ['> [message]', /^< 554 5\.7\.1/],
  ),
  message(
    'login-wanted-late',
    'the server wants a login only at MAIL',
    { mail: [say('530 5.7.0 Authentication Required\r\n')] },
    refusal('mail-from', 530),
    'login-required',
    [/^< 530/],
  ),
  message(
    'recipient-unknown',
    'the recipient is unknown',
    { rcpt: [say('550 5.1.1 No such user here\r\n')] },
    refusal('rcpt-to', 550, '5.1.1'),
    'recipient-unknown',
    [/^< 550 5\.1\.1/],
  ),
  message(
    'recipient-mistyped',
    'the recipient’s address is not one',
    { rcpt: [say('553 5.1.3 Bad recipient address syntax\r\n')] },
    refusal('rcpt-to', 553, '5.1.3'),
    'recipient-unknown',
    [/^< 553 5\.1\.3/],
  ),
  message(
    'recipient-greylisted',
    'greylisting, in Postfix’s words',
    { rcpt: [say('450 4.2.0 <postmaster@lab.test>: Recipient address rejected: Greylisted\r\n')] },
    refusal('rcpt-to', 450, '4.2.0'),
    'try-later',
    [/^< 450 4\.2\.0/],
  ),
  message(
    'rate-limited',
    'too many messages in this hour',
    { mail: [say('450 4.7.1 Error: too much mail from 192.0.2.1\r\n')] },
    refusal('mail-from', 450, '4.7.1'),
    'try-later',
    [/^< 450 4\.7\.1/],
  ),
  message(
    'mailbox-full-later',
    'the mailbox is full for now',
    { rcpt: [say('452 4.2.2 Mailbox full\r\n')] },
    refusal('rcpt-to', 452, '4.2.2'),
    'try-later',
    [/^< 452 4\.2\.2/],
  ),
  message(
    'size-refused',
    'the message is too large',
    { dot: [say('552 5.3.4 Message size exceeds fixed limit\r\n')] },
    refusal('data', 552, '5.3.4'),
    'too-large',
    ['> [message]', /^< 552 5\.3\.4/],
  ),
  message(
    'content-refused',
    'the content looks like spam',
    { dot: [say('550 High probability of spam\r\n')] },
    refusal('data', 550),
    'message-refused',
    ['> [message]', /^< 550 High/],
  ),
  message(
    'account-inactive',
    'the account is not activated, said at the final dot',
    { dot: [say('502 5.7.0 Your SMTP account is not yet activated\r\n')] },
    refusal('data', 502, '5.7.0'),
    'sender-refused',
    ['> [message]', /^< 502 5\.7\.0/],
  ),
  message(
    'data-refused',
    'DATA is refused',
    { data: [say('554 5.5.1 No valid recipients\r\n')] },
    refusal('data', 554, '5.5.1'),
    'message-refused',
    ['> DATA', /^< 554 5\.5\.1/],
  ),
  message(
    'busy-after-dot',
    'a complete 421 to the final dot is an answer',
    { dot: [say('421 4.3.0 Service shutting down\r\n'), hangUp] },
    refusal('data', 421, '4.3.0'),
    'try-later',
    ['> [message]', /^< 421/],
  ),
  message(
    'later-after-dot',
    'a temporary answer to the final dot',
    { dot: [say('451 4.3.0 Queue file write error\r\n')] },
    refusal('data', 451, '4.3.0'),
    'try-later',
    ['> [message]', /^< 451/],
  ),
  message(
    'busy-at-recipient',
    'the server shuts down at RCPT',
    { rcpt: [say('421 4.3.2 Shutting down\r\n'), hangUp] },
    refusal('rcpt-to', 421),
    'try-later',
    ['> RCPT TO:<postmaster@lab.test>', /^< 421/],
  ),
  message(
    'hangs-up-at-sender',
    'the server hangs up on MAIL',
    { mail: [hangUp] },
    closedAfter('mail-from', 'end'),
    'closed-by-peer',
    ['> MAIL FROM:<lab@lab.test>', 'closed'],
  ),
  message(
    'resets-at-recipient',
    'the connection is reset at RCPT',
    { rcpt: [reset] },
    // A reset that arrives together with data looks to Node like an orderly end.
    { kind: 'closed-by-peer', secured: true },
    'closed-by-peer',
    ['> RCPT TO:<postmaster@lab.test>', /reset|closed/],
  ),
  message(
    'hangs-up-at-data',
    'the server hangs up on DATA',
    { data: [hangUp] },
    closedAfter('data', 'end'),
    'closed-by-peer',
    ['> DATA', 'closed'],
  ),
  message(
    'silent-at-recipient',
    'RCPT is never answered',
    { rcpt: [silence] },
    { kind: 'timed-out', stage: 'rcpt-to', afterMs: 30_000 },
    'silent-later',
    ['> RCPT TO:<postmaster@lab.test>', 'silence'],
  ),
  unknown('unknown-hangs-up', 'the server hangs up after the final dot', [hangUp], closedAfter('data', 'end'), [
    '> [message]',
    'closed',
  ]),
  unknown('unknown-resets', 'the connection is reset after the final dot', [reset], closedAfter('data', 'reset'), [
    '> [message]',
    'reset',
  ]),
  unknown(
    'unknown-half-reply',
    'half a reply after the final dot, then the end',
    [say('250 2.0.0 Ok: queu'), hangUp],
    closedAfter('data', 'end'),
    ['> [message]', /^< \(unfinished\) 250/, 'closed'],
  ),
  unknown(
    'unknown-half-refusal',
    'half a refusal after the final dot, then the end',
    [say('554 5.7.1 Mess'), hangUp],
    closedAfter('data', 'end'),
    ['> [message]', /^< \(unfinished\) 554/, 'closed'],
  ),
  unknown(
    'unknown-nonsense',
    'no reply at all, but words, after the final dot',
    [say('thanks a lot\r\n'), hangUp],
    { kind: 'protocol-violation', stage: 'data' },
    ['> [message]', '< thanks a lot'],
  ),
];

export const messageScenarios: readonly ScenarioEntry[] = [...byRealServers, ...byScript];

/** Waits a whole minute, as long as Outport does: started first. */
export const patientScenarios: readonly ScenarioEntry[] = [
  unknown(
    'unknown-silent',
    'the final dot is never answered',
    [silence],
    { kind: 'timed-out', stage: 'data', afterMs: 60_000 },
    ['> [message]', 'silence'],
  ),
];
