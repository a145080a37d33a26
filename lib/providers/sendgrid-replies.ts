import type { KnownReply } from './known-reply';

const errors =
  'https://github.com/sendgrid/docs/blob/HEAD/content/docs/for-developers/sending-email/smtp-errors-and-troubleshooting.md';
const docs = 'https://www.twilio.com/docs/sendgrid/for-developers/sending-email/integrating-with-the-smtp-api';

/** What SendGrid is known to answer. */
export const sendgridReplies: readonly KnownReply[] = [
  {
    id: 'sendgrid-login',
    stages: ['auth'],
    code: 535,
    pattern: 'Bad username / password|authorization grant is invalid|Authentication failed',
    title: 'SendGrid refused the API key',
    why: 'Usually the key is mistyped, was deleted or may not send mail. A key of an EU subuser works on the EU host only, and the other way round.',
    doThis: [
      'Make a new key under Settings > API Keys with full access to Mail Send.',
      'Paste the whole key, which starts with SG.',
      'Check that the region fits the account.',
    ],
    source: docs,
    confidence: 'usual',
  },
  {
    id: 'sendgrid-credits',
    stages: ['auth', 'mail-from', 'rcpt-to', 'data'],
    code: 451,
    pattern: 'Maximum credits exceeded',
    title: 'The SendGrid plan is used up',
    why: 'The settings are right; the account may send no more mail in this period, or its trial has ended.',
    doThis: ['Look at Billing in the SendGrid console and upgrade, or wait for the next period.'],
    source: errors,
    confidence: 'documented',
  },
  {
    id: 'sendgrid-no-login',
    stages: ['mail-from', 'rcpt-to', 'data'],
    code: 550,
    pattern: 'Unauthenticated senders? not allowed',
    title: 'SendGrid wants a login first',
    why: 'The message was handed over without one.',
    doThis: ['Go back to the account page and give the API key; the user name is apikey.'],
    source: errors,
    confidence: 'documented',
  },
  {
    id: 'sendgrid-sender',
    stages: ['mail-from', 'rcpt-to', 'data'],
    code: 550,
    pattern: 'verified Sender Identity',
    title: 'SendGrid does not know this sender',
    why: 'The login worked. SendGrid usually sends only for addresses or domains that were verified in the account.',
    doThis: [
      'Open Settings > Sender Authentication and verify the domain or this one address.',
      'Or go back and use a sender that is verified already.',
    ],
    source: 'https://www.twilio.com/docs/sendgrid/for-developers/sending-email/sender-identity',
    confidence: 'usual',
  },
  {
    id: 'sendgrid-sender-by-docs',
    stages: ['mail-from', 'rcpt-to', 'data'],
    code: 403,
    pattern: 'not authorized to send from that email address',
    title: 'This account may not send from this address',
    why: 'The login worked. SendGrid answers so when the sender is no verified Sender Identity. The code looks like a temporary one, but waiting does not help.',
    doThis: ['Open Settings > Sender Authentication and verify the domain or this one address.'],
    source: errors,
    confidence: 'documented',
  },
  {
    id: 'sendgrid-throttled',
    stages: ['mail-from', 'rcpt-to', 'data'],
    code: 452,
    pattern: 'Too many recipients',
    title: 'SendGrid slows this account down',
    why: 'Too many recipients were given in a short time. The settings are right.',
    doThis: ['Wait 15 minutes and send again.'],
    source: errors,
    confidence: 'documented',
  },
  {
    id: 'sendgrid-deferred',
    stages: ['mail-from', 'rcpt-to', 'data'],
    code: 421,
    pattern: 'temporarily deferred',
    title: 'The recipient’s side slows SendGrid down',
    why: 'It takes no more messages for the moment. The settings are right.',
    doThis: ['Send the test to another recipient.', 'Or wait 15 minutes and send again.'],
    source: errors,
    confidence: 'documented',
  },
];
