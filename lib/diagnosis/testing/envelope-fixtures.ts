/** Fixtures of sender, recipient and message. */
import { refused, refusedAfterLogin as loggedIn, seen, type Fixture, type Seen } from './evidence';

function fixture(rule: string, kind: Seen, from: string, evidence: Fixture['evidence']): Fixture {
  return { rule, seen: kind, from, evidence };
}

const registry = 'the registry of enhanced codes';
const bare = { to: 'bob@example.org', from: 'ann@example.com' };

export const envelopeFixtures: readonly Fixture[] = [
  fixture(
    'encryption-required',
    'recorded',
    'Postfix',
    refused('mail-from', '530 5.7.0 Must issue a STARTTLS command first', { secured: false }),
  ),
  fixture('login-required', 'documented', 'RFC 6409', refused('mail-from', '530 5.7.0 Authentication required')),
  fixture(
    'login-required-exchange',
    'reported',
    'Microsoft 365',
    refused('mail-from', '530 5.7.57 Client not authenticated'),
  ),
  fixture('encryption-required-by-code', 'documented', registry, refused('mail-from', '523 5.7.10 Encryption Needed')),
  fixture(
    'relay-denied',
    'recorded',
    'Postfix',
    refused('rcpt-to', '554 5.7.1 <bob@example.org>: Relay access denied', bare),
  ),
  fixture('relay-denied', 'recorded', 'Exim', refused('rcpt-to', '550 relay not permitted', bare)),
  fixture('relay-denied-after-login', 'recorded', 'Exim', loggedIn('rcpt-to', '550 relay not permitted')),
  fixture(
    'connector-missing',
    'reported',
    'Microsoft 365',
    refused('rcpt-to', '550 5.7.64 TenantAttribution; Relay Access Denied'),
  ),
  fixture(
    'sender-not-owned',
    'recorded',
    'Postfix, which says so only here',
    loggedIn('rcpt-to', '553 5.7.1 <boss@local.test>: Sender address rejected: not owned by user user', {
      from: 'boss@local.test',
    }),
  ),
  fixture(
    'sender-not-owned',
    'reported',
    'Microsoft 365, after the message',
    loggedIn('data', '550 5.7.60 SMTP; Client does not have permissions to send as this sender'),
  ),
  fixture('sender-not-owned', 'reported', 'Outlook.com', loggedIn('data', '554 5.2.252 SendAsDenied')),
  fixture('sender-malformed', 'documented', registry, loggedIn('mail-from', '501 5.1.7 Bad sender address syntax')),
  fixture(
    'sender-domain-unknown',
    'recorded',
    'Postfix',
    loggedIn('rcpt-to', '450 4.1.8 Sender address rejected: Domain not found'),
  ),
  fixture(
    'sender-takes-no-mail',
    'documented',
    'RFC 7505',
    loggedIn('mail-from', '550 5.7.27 Sender address has null MX'),
  ),
  fixture(
    'sender-not-authenticated',
    'documented',
    'Gmail as the recipient’s server',
    refused('data', '550-5.7.26 This mail is unauthenticated\n550 5.7.26 more'),
  ),
  fixture(
    'account-blocked',
    'reported',
    'Microsoft 365',
    loggedIn('data', '550 5.7.501 Access denied, spam abuse detected'),
  ),
  fixture(
    'letters-not-taken',
    'documented',
    'RFC 6531',
    loggedIn('mail-from', '550 5.6.7 Non-ASCII addresses not permitted'),
  ),
  fixture(
    'client-policy',
    'scripted',
    'a policy',
    loggedIn('rcpt-to', '554 5.7.1 <x>: Recipient address rejected: Access denied'),
  ),
  fixture('out-of-order', 'documented', 'RFC 5321', loggedIn('mail-from', '503 5.5.1 Bad sequence of commands')),
  fixture('command-refused', 'documented', 'RFC 5321', loggedIn('mail-from', '555 5.5.4 Unsupported option')),
  fixture('sender-refused', 'scripted', 'a policy', loggedIn('mail-from', '550 5.7.0 no')),
  fixture(
    'helo-refused-late',
    'recorded',
    'Postfix, which says so only here',
    refused('rcpt-to', '504 5.5.2 <short>: Helo command rejected: need fully-qualified hostname', bare),
  ),
  fixture(
    'client-on-blocklist',
    'reported',
    'Postfix with a blocklist',
    refused('rcpt-to', '554 5.7.1 Service unavailable; Client host [203.0.113.5] blocked using zen.spamhaus.org', bare),
  ),
  fixture(
    'client-refused-late',
    'recorded',
    'Postfix',
    refused('rcpt-to', '554 5.7.1 <unknown[203.0.113.5]>: Client host rejected: Access denied', bare),
  ),
  fixture(
    'no-reverse-name',
    'reported',
    'Postfix',
    refused('rcpt-to', '450 4.7.1 Client host rejected: cannot find your reverse hostname, [203.0.113.5]', bare),
  ),
  fixture(
    'reverse-dns-missing',
    'documented',
    'RFC 7372',
    refused('mail-from', '450 4.7.25 Reverse DNS validation failed'),
  ),
  fixture(
    'unexpected-answer',
    'scripted',
    'no stage that answers: what is left for one to come',
    refused('connect', '550 no'),
  ),
];

export const deliveryFixtures: readonly Fixture[] = [
  fixture('recipient-unknown', 'recorded', 'Postfix', loggedIn('rcpt-to', '550 5.1.1 <bob@example.org>: User unknown')),
  fixture(
    'recipient-domain-unknown',
    'recorded',
    'Postfix',
    loggedIn('rcpt-to', '450 4.1.2 Recipient address rejected: Domain not found'),
  ),
  fixture('recipient-malformed', 'recorded', 'Postfix', loggedIn('rcpt-to', '501 5.1.3 Bad recipient address syntax')),
  fixture(
    'recipient-takes-no-mail',
    'documented',
    'RFC 7505',
    loggedIn('rcpt-to', '550 5.1.10 Recipient address has null MX'),
  ),
  fixture('domain-takes-no-mail', 'documented', 'RFC 7504', loggedIn('rcpt-to', '556 Domain does not accept mail')),
  fixture('mailbox-disabled', 'documented', registry, loggedIn('rcpt-to', '550 5.2.1 mailbox disabled')),
  fixture('mailbox-full', 'documented', registry, loggedIn('rcpt-to', '452 4.2.2 mailbox full')),
  fixture('message-too-large', 'recorded', 'Postfix', loggedIn('data', '552 5.3.4 Error: message file too big')),
  fixture('storage-exceeded', 'recorded', 'Exim', loggedIn('data', '552 Message size exceeds maximum permitted')),
  fixture('server-full', 'recorded', 'Postfix', loggedIn('mail-from', '452 4.3.1 Insufficient system storage')),
  fixture('limit-or-storage', 'documented', 'RFC 5321', loggedIn('rcpt-to', '452 too many recipients')),
  fixture(
    'too-many-recipients',
    'documented',
    'Gmail',
    loggedIn('rcpt-to', '452 4.5.3 Your message has too many recipients'),
  ),
  fixture('sending-limit', 'scripted', 'a daily limit', loggedIn('data', '550 5.4.5 limit')),
  fixture('onward-trouble', 'documented', registry, loggedIn('data', '451 4.4.1 no answer from host')),
  fixture('server-overloaded', 'documented', 'Gmail', loggedIn('mail-from', '421 4.4.5 Server busy, try again later')),
  fixture('greylisted', 'reported', 'Postgrey', loggedIn('rcpt-to', '450 4.2.0 <bob@example.org>: Greylisted')),
  fixture('greylisted', 'reported', 'several servers', loggedIn('rcpt-to', '451 4.7.1 Greylisting in action')),
  fixture('greylisted-in-words', 'recorded', 'Exim', loggedIn('rcpt-to', '451 greylisted')),
  fixture('rate-limited', 'reported', 'Postfix policy servers', loggedIn('mail-from', '450 4.7.1 rate limit')),
  fixture('slow-down', 'scripted', 'a server at its limit', loggedIn('rcpt-to', '421 4.7.0 too many errors')),
  fixture(
    'slow-down',
    'reported',
    'Microsoft 365',
    loggedIn('data', '432 4.3.2 Concurrent connections limit exceeded'),
  ),
  fixture('try-later', 'recorded', 'Exim', loggedIn('rcpt-to', '451 Temporary local problem - please try later')),
  fixture('recipient-refused', 'recorded', 'Exim', loggedIn('rcpt-to', '550 unknown user')),
  fixture('content-refused', 'scripted', 'a policy', loggedIn('data', '554 5.7.1 no')),
  fixture('spam-filter-in-words', 'recorded', 'Exim', loggedIn('data', '550 This message looks like spam')),
  fixture('message-refused', 'scripted', 'a policy', loggedIn('data', '554 Transaction failed')),
  fixture(
    'identity-not-verified',
    'documented',
    'Amazon SES',
    loggedIn(
      'data',
      '554 Message rejected: Email address is not verified. The following identities failed the check in region EU-WEST-1: x',
    ),
  ),
  fixture(
    'account-not-activated',
    'reported',
    'Brevo',
    loggedIn('data', '502 5.7.0 Your SMTP account is not yet activated'),
  ),
  fixture(
    'extension-missing',
    'scripted',
    'a server without SMTPUTF8',
    seen({ stage: 'mail-from', secured: true, kind: 'extension-missing', extension: 'SMTPUTF8' }),
  ),
  fixture(
    'extension-missing',
    'scripted',
    'a server without SIZE',
    seen({ stage: 'mail-from', secured: true, kind: 'extension-missing', extension: 'SIZE' }),
  ),
  fixture(
    'our-mistake',
    'scripted',
    'an error of our own',
    seen({ stage: 'connect', secured: false, kind: 'unexpected' }),
  ),
];
