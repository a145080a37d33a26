import type { KnownReply } from './known-reply';

const manual = 'https://github.com/mailtrap/mailtrap-docs/blob/HEAD/documentation/email-api-smtp';
const envelope = ['mail-from', 'rcpt-to', 'data'] as const;

/** What Mailtrap's sending service is known to answer. */
export const mailtrapSendingReplies: readonly KnownReply[] = [
  {
    id: 'mailtrap-sending-login',
    stages: ['auth'],
    code: 535,
    pattern: 'Invalid credentials|Unauthorized',
    title: 'Mailtrap refused the API token',
    why: 'Usually the token is mistyped, has ended after its 365 days, or is the password of a sandbox.',
    doThis: [
      'In Mailtrap open Settings > API Tokens and look whether the token has ended.',
      'Open API/SMTP > Sending Setup, choose the domain and the stream, and copy the password under SMTP.',
      'The user name is api.',
    ],
    source: `${manual}/troubleshooting/unauthorized-401-error.md`,
    confidence: 'usual',
  },
  {
    id: 'mailtrap-sending-connections',
    stages: ['auth'],
    code: 535,
    pattern: 'Too many connections',
    title: 'Too many connections to Mailtrap at once',
    why: 'The code looks like a wrong password, but it says nothing about it: more than 10 connections are open.',
    doThis: [
      'Close other programs that send through this account, or let them use fewer connections.',
      'Wait a minute, then send again.',
    ],
    source: `${manual}/setup/sending-limits.md`,
    confidence: 'documented',
  },
  {
    id: 'mailtrap-sending-domain',
    stages: envelope,
    code: 550,
    pattern: 'Sending from domain .*not allowed',
    title: 'Mailtrap does not send for this domain yet',
    why: 'The login worked. The sender’s domain is not verified, or Mailtrap’s check of it is not finished.',
    doThis: [
      'In Mailtrap open Sending Domains and look whether the domain is verified and the check is done.',
      'A subdomain counts as another domain: use the very one that is verified.',
    ],
    source: `${manual}/troubleshooting/sending-from-domain-not-allowed.md`,
    confidence: 'documented',
  },
  {
    id: 'mailtrap-sending-header',
    stages: ['data'],
    code: 550,
    pattern: "Header does not match the sender[’']?s domain",
    title: 'Mailtrap wants one domain for the whole message',
    why: 'Usually the address in the From line is on another domain than the one that was verified.',
    doThis: [
      'Go back and use a sender on exactly the domain that is verified in Mailtrap.',
      'In your program, give the same domain to "From" and to the return path.',
    ],
    source: `${manual}/troubleshooting/from-header-domain-mismatch.md`,
    confidence: 'usual',
  },
];
