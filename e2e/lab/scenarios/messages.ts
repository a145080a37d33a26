/** Messages that are refused or put off: sender, recipient, size, rate, content. */
import { type Answers, goodbye, hangUp, loggedIn, reset, say, secured, silence, takesMessage } from '../dialogue';
import { credentials } from '../job';
import type { FailureFacts, ScenarioEntry, Sight } from '../scenario';
import { on587 } from './usual-endpoints';

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

const closedAfter = (stage: Stage, how: 'end' | 'reset'): FailureFacts => ({
  kind: 'closed-by-peer',
  stage,
  secured: true,
  how,
});

export const messageScenarios: readonly ScenarioEntry[] = [
  message(
    'sender-refused',
    'the sender is refused',
    { mail: [say('550 5.7.60 SendAs denied\r\n')] },
    refusal('mail-from', 550, '5.7.60'),
    'sender-not-owned',
    [/^< 550 5\.7\.60/],
  ),
  message(
    'sender-unverified-late',
    'the sender turns out unverified at the final dot',
    { dot: [say('554 5.7.1 Message rejected: Email address is not verified.\r\n')] },
    refusal('data', 554, '5.7.1'),
    'content-refused',
    ['> [message]', /^< 554 5\.7\.1/],
  ),
  message(
    'identity-unverified',
    'the same, in the words of Amazon SES',
    {
      dot: [
        say(
          '554 Message rejected: Email address is not verified. The following identities failed the check in region EU-WEST-1: lab@lab.test\r\n',
        ),
      ],
    },
    refusal('data', 554),
    'identity-not-verified',
    ['> [message]', /^< 554 Message rejected/],
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
    'recipient-malformed',
    [/^< 553 5\.1\.3/],
  ),
  message(
    'recipient-greylisted',
    'greylisting, in Postfix’s words',
    { rcpt: [say('450 4.2.0 <postmaster@lab.test>: Recipient address rejected: Greylisted\r\n')] },
    refusal('rcpt-to', 450, '4.2.0'),
    'greylisted',
    [/^< 450 4\.2\.0/],
  ),
  message(
    'rate-limited',
    'too many messages in this hour',
    { mail: [say('450 4.7.1 Error: too much mail from 192.0.2.1\r\n')] },
    refusal('mail-from', 450, '4.7.1'),
    'rate-limited',
    [/^< 450 4\.7\.1/],
  ),
  message(
    'mailbox-full-later',
    'the mailbox is full for now',
    { rcpt: [say('452 4.2.2 Mailbox full\r\n')] },
    refusal('rcpt-to', 452, '4.2.2'),
    'mailbox-full',
    [/^< 452 4\.2\.2/],
  ),
  message(
    'size-refused',
    'the message is too large',
    { dot: [say('552 5.3.4 Message size exceeds fixed limit\r\n')] },
    refusal('data', 552, '5.3.4'),
    'message-too-large',
    ['> [message]', /^< 552 5\.3\.4/],
  ),
  message(
    'content-refused',
    'the content looks like spam',
    { dot: [say('550 High probability of spam\r\n')] },
    refusal('data', 550),
    'spam-filter-in-words',
    ['> [message]', /^< 550 High/],
  ),
  message(
    'account-inactive',
    'the account is not activated, said at the final dot',
    { dot: [say('502 5.7.0 Your SMTP account is not yet activated\r\n')] },
    refusal('data', 502, '5.7.0'),
    'account-not-activated',
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
    'slow-down',
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
    'server-full',
    ['> RCPT TO:<postmaster@lab.test>', /^< 421/],
  ),
  message(
    'hangs-up-at-sender',
    'the server hangs up on MAIL',
    { mail: [hangUp] },
    closedAfter('mail-from', 'end'),
    'cut-in-envelope',
    ['> MAIL FROM:<lab@lab.test>', 'closed'],
  ),
  message(
    'resets-at-recipient',
    'the connection is reset at RCPT',
    { rcpt: [reset] },
    // A reset that arrives together with data looks to Node like an orderly end.
    { kind: 'closed-by-peer', secured: true },
    'cut-in-envelope',
    ['> RCPT TO:<postmaster@lab.test>', /reset|closed/],
  ),
  message(
    'hangs-up-at-data',
    'the server hangs up on DATA',
    { data: [hangUp] },
    closedAfter('data', 'end'),
    'cut-in-envelope',
    ['> DATA', 'closed'],
  ),
  message(
    'silent-at-recipient',
    'RCPT is never answered',
    { rcpt: [silence] },
    { kind: 'timed-out', stage: 'rcpt-to', afterMs: 30_000 },
    'envelope-stalled',
    ['> RCPT TO:<postmaster@lab.test>', 'silence'],
  ),
  message(
    'silent-at-sender',
    'MAIL is never answered',
    { mail: [silence] },
    { kind: 'timed-out', stage: 'mail-from', bytes: 0 },
    'envelope-stalled',
    ['> MAIL FROM:<lab@lab.test>', 'silence'],
  ),
  message(
    'silent-at-data',
    'DATA is never answered',
    { data: [silence] },
    { kind: 'timed-out', stage: 'data', bytes: 0 },
    'message-stalled',
    ['> DATA', 'silence'],
  ),
  {
    ...message(
      'letters-not-taken',
      'the recipient has a letter that is not ASCII, and the server does not know SMTPUTF8',
      {},
      { kind: 'extension-missing', stage: 'mail-from', extension: 'SMTPUTF8' },
      'extension-missing',
      ['certificate: trusted', /^< 250 8BITMIME$/],
    ),
    ask: { message: { ...on587, ...credentials, to: 'jörg@lab.test' } },
    witness: { sees: ['certificate: trusted', /^< 250 8BITMIME$/], login: 'none' },
    record: { neverHeard: [/^MAIL/i] },
  },
];
