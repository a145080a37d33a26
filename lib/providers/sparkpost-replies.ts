import type { KnownReply } from './known-reply';

const manual = 'https://github.com/SparkPost/support-docs/blob/HEAD/content/docs';
const errors = `${manual}/faq/error-messages-smtp.md`;

/** What SparkPost is known to answer. */
export const sparkpostReplies: readonly KnownReply[] = [
  {
    id: 'sparkpost-login',
    stages: ['auth'],
    code: 535,
    pattern: 'No authentication type succeeded',
    title: 'SparkPost refused the API key',
    why: 'The key is wrong, lacks the permission Send via SMTP, or belongs to an account in the other region.',
    doThis: [
      'In SparkPost open Configuration > API Keys and create a key with Send via SMTP ticked.',
      'Paste the whole key here; the user name is SMTP_Injection.',
      'Check that the region fits the account.',
    ],
    source: errors,
    confidence: 'documented',
    mayBeOtherVariant: true,
  },
  {
    id: 'sparkpost-domain',
    stages: ['mail-from', 'rcpt-to', 'data'],
    code: 550,
    pattern: 'Unconfigured Sending Domain',
    title: 'SparkPost does not know the sender’s domain',
    why: 'The login worked. The domain of the sender is not one of the account’s sending domains.',
    doThis: [
      'In SparkPost open Configuration > Domains, add the domain and verify it.',
      'Or go back and use a sender on a domain that is verified already.',
    ],
    source: `${manual}/user-guide/unconfigured-sending-domain.md`,
    confidence: 'documented',
  },
  {
    id: 'sparkpost-no-login',
    stages: ['mail-from', 'rcpt-to', 'data'],
    code: 550,
    pattern: 'relaying denied',
    title: 'SparkPost wants encryption and a login first',
    why: 'The message was handed over without them.',
    doThis: ['Use port 587 or 2525 with STARTTLS.', 'Go back to the account page and give the API key.'],
    source: `${manual}/faq/relaying-denied-error.md`,
    confidence: 'documented',
  },
];
