import type { Provider } from './provider';

const portsPage = 'https://www.mailjet.com/blog/email-best-practices/which-smtp-port-mailjet/';
const docs = 'https://dev.mailjet.com/smtp-relay/overview/';

export const mailjet: Provider = {
  id: 'mailjet',
  kind: 'sending',
  name: 'Mailjet',
  shortName: 'Mailjet',
  hint: 'API key and secret key',
  mark: { letters: 'MJ', hue: '#5b3fc4' },
  aliases: ['Mailjet', 'Sinch Mailjet'],
  variantQuestion: 'Which Mailjet host?',
  variants: [
    {
      id: 'v3',
      label: 'Mailjet',
      hint: 'in-v3.mailjet.com',
      host: 'in-v3.mailjet.com',
      ports: [
        { port: 465, security: 'implicit-tls', confidence: 'documented' },
        { port: 587, security: 'starttls', confidence: 'documented' },
        { port: 2525, security: 'starttls', confidence: 'documented' },
        { port: 588, security: 'starttls', confidence: 'documented' },
        { port: 80, security: 'starttls', confidence: 'documented' },
        { port: 25, security: 'starttls', confidence: 'documented' },
      ],
      login: 'required',
    },
  ],
  username: {
    kind: 'typed',
    label: 'API key',
    hint: 'The first of the two keys. The secret key goes into the next field.',
    sameAsSender: false,
    looksLike: {
      pattern: '^[0-9A-Fa-f]{32}$',
      otherwise:
        'Mailjet keys usually have 32 characters, digits and the letters a to f. This looks like something else.',
    },
    wrongKinds: [{ pattern: '@', warning: 'This is an email address. Mailjet wants the API key as user name.' }],
  },
  password: {
    label: 'Secret key',
    hint: 'The secret key that belongs to that API key, not the password of your Mailjet account.',
    menu: 'Account settings > REST API > API key management',
    url: 'https://app.mailjet.com/account/apikeys',
    looksLike: {
      pattern: '^[0-9A-Fa-f]{32}$',
      otherwise:
        'Secret keys usually have 32 characters, digits and the letters a to f. This looks like something else, perhaps the password of the account.',
    },
    wrongKinds: [],
    ignoresSpaces: false,
  },
  senderRule: 'The sender should be an address or on a domain that was validated in Mailjet.',
  recommends: { port: 587, confidence: 'usual' },
  quirks: [
    {
      kind: 'other',
      text: 'API key and secret key usually look alike, and are easily swapped: the API key is the user name, the secret key the password.',
      confidence: 'usual',
    },
    { kind: 'other', text: 'Every sub-account usually has a pair of keys of its own.', confidence: 'usual' },
    {
      kind: 'other',
      text: 'The secret key is usually shown once. If it is lost, a new one has to be made.',
      confidence: 'usual',
    },
    {
      kind: 'moved-host',
      text: 'Older guides name in.mailjet.com, and some accounts are shown another host. What your own Mailjet page shows is usually right.',
      confidence: 'usual',
    },
    {
      kind: 'other',
      text: 'On Google’s cloud servers 2525 is usually the port to use.',
      confidence: 'usual',
      source: 'https://docs.cloud.google.com/compute/docs/tutorials/sending-mail/using-mailjet',
    },
    {
      kind: 'other',
      text: 'Port 80 carries SMTP here too, which helps behind a firewall that lets only web traffic out.',
      confidence: 'documented',
      source: portsPage,
    },
  ],
  limits: [
    { text: 'The free plan usually sends 200 messages a day and 6000 a month.', confidence: 'usual' },
    { text: 'A message may usually have 15 MB.', confidence: 'usual' },
  ],
  dns: {
    spfInclude: {
      host: 'spf.mailjet.com',
      confidence: 'usual',
      note: 'The return path is usually a domain of Mailjet, so DMARC rests on DKIM.',
    },
    dkim: {
      text: 'One TXT record, usually named mailjet._domainkey. Its key usually has 2048 bits, too long for some DNS hosts in one piece.',
      confidence: 'usual',
    },
  },
  knownReplies: [
    {
      id: 'mailjet-login',
      stages: ['auth'],
      code: 535,
      pattern: 'Authentication failed|Authentication credentials invalid',
      title: 'Mailjet refused the keys',
      why: 'Usually the two keys are swapped, belong to different sub-accounts, or the password of the account was given instead of the secret key.',
      doThis: [
        'In Mailjet open Account settings > REST API > API key management.',
        'Use the API key as user name and its secret key as password.',
        'If the secret key cannot be seen any more, generate a new one.',
      ],
      source: docs,
      confidence: 'usual',
    },
    {
      id: 'mailjet-sender',
      stages: ['mail-from', 'rcpt-to', 'data'],
      code: 550,
      pattern: 'sender not allowed|sender address rejected|not (an )?authorized sender|non[- ]validated',
      title: 'Mailjet does not know this sender',
      why: 'The login worked. Mailjet usually sends only for addresses and domains that were validated in the account.',
      doThis: [
        'In Mailjet open Account settings > Senders & Domains and validate the address or its domain.',
        'Or go back and use a sender that is validated already.',
      ],
      source: docs,
      confidence: 'usual',
    },
  ],
  docsUrl: docs,
  checked: '2026-11-23',
};
