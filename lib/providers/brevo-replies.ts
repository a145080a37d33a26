import type { KnownReply } from './known-reply';

const keys = 'https://help.brevo.com/hc/en-us/articles/7959631848850-Create-and-manage-your-SMTP-keys';
const addresses =
  'https://help.brevo.com/hc/en-us/articles/5740111683858-Authorize-and-block-IP-addresses-for-API-and-SMTP-security';
const docs = 'https://developers.brevo.com/docs/smtp-integration';

/** The same words were seen with each of these codes, two of which promise that waiting helps. */
const notActivatedCodes = [502, 450, 403] as const;

function notActivated(code: (typeof notActivatedCodes)[number]): KnownReply {
  return {
    id: `brevo-not-activated-${code}`,
    stages: ['mail-from', 'rcpt-to', 'data'],
    code,
    pattern: 'SMTP account is not yet activated',
    title: 'Brevo has not activated this account for sending',
    why: 'The settings are right and the login worked. Brevo usually activates a new account only after its support has looked at it. Waiting alone does not help.',
    doThis: ['Ask Brevo’s support to activate transactional email, and say what you send.'],
    source: docs,
    confidence: 'usual',
  };
}

/** What Brevo is known to answer. */
export const brevoReplies: readonly KnownReply[] = [
  {
    id: 'brevo-address',
    stages: ['auth'],
    code: 525,
    pattern: 'Unauthorized IP address',
    title: 'Brevo does not take mail from this machine’s address yet',
    why: 'The password may well be right. Brevo usually refuses addresses that the account has not authorised.',
    doThis: [
      'In Brevo open Security > Authorised IPs.',
      'Add the public address of the machine that sends, or switch blocking off for SMTP keys.',
      'If the address changes, as with many cloud hosts, only switching it off helps.',
    ],
    source: addresses,
    confidence: 'usual',
  },
  {
    id: 'brevo-login',
    stages: ['auth'],
    code: 535,
    pattern: 'Authentication failed|Unauthorized|Key not found',
    title: 'Brevo refused the login',
    why: 'Usually an API key or the account’s own password was given instead of an SMTP key, or the login is not the one on the SMTP page.',
    doThis: [
      'In Brevo open the account menu > SMTP & API > SMTP.',
      'Copy the login as it stands there; it often ends in @smtp-brevo.com.',
      'Generate a new SMTP key and paste the whole of it here.',
    ],
    source: keys,
    confidence: 'usual',
  },
  ...notActivatedCodes.map(notActivated),
];
