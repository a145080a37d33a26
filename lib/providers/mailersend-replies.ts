import type { KnownReply } from './known-reply';

const help = 'https://www.mailersend.com/help/smtp-relay';
const developers = 'https://developers.mailersend.com/smtp-relay.html';
const envelope = ['mail-from', 'rcpt-to', 'data'] as const;

const unverified = '#MS42207|domain must be verified in your account';
const trial = '#MS42225|trial account unique recipients limit|only send emails to the administrator';

/** What MailerSend is known to answer. It refuses for good with 450, a code that promises that waiting helps. */
export const mailersendReplies: readonly KnownReply[] = [
  {
    id: 'mailersend-login',
    stages: ['auth'],
    code: 535,
    pattern: 'Authentication failed|credentials',
    title: 'MailerSend refused the SMTP user',
    why: 'Usually user name or password is mistyped, or an API token was given as the password.',
    doThis: [
      'In MailerSend open Domains, then your domain > Manage > SMTP.',
      'Generate a new user and copy both values.',
    ],
    source: help,
    confidence: 'usual',
  },
  {
    id: 'mailersend-domain',
    stages: envelope,
    code: 450,
    pattern: unverified,
    title: 'MailerSend does not know the sender’s domain',
    why: 'The login worked. MailerSend usually sends only for domains that were verified in the account. Waiting does not help, though the code looks like it.',
    doThis: [
      'In MailerSend open Domains, add the domain and verify it.',
      'Or go back and use a sender on a domain that is verified already.',
    ],
    source: help,
    confidence: 'usual',
  },
  {
    id: 'mailersend-trial',
    stages: envelope,
    code: 450,
    pattern: trial,
    title: 'A MailerSend trial does not write to this recipient',
    why: 'The login worked. A trial account may usually write only to its administrator, or to few different recipients.',
    doThis: [
      'Send the test to the address of the account’s administrator.',
      'To write to others, ask for approval of the account or upgrade it.',
    ],
    source: help,
    confidence: 'usual',
  },
  {
    id: 'mailersend-data',
    stages: envelope,
    code: 450,
    // The two above may come behind the same first words.
    pattern: `^(?!.*(?:${unverified}|${trial})).*The given data was invalid`,
    title: 'MailerSend does not accept this message',
    why: 'It checks sender, recipient and content, and the words behind its first sentence say what it did not like. Waiting does not help, though the code looks like it.',
    doThis: ['Read what the reply says and correct that.', 'Then send the test email again.'],
    source: developers,
    confidence: 'documented',
  },
];
