import type { Provider } from './provider';

const docs = 'https://sendlayer.com/docs/';

export const sendlayer: Provider = {
  id: 'sendlayer',
  kind: 'sending',
  name: 'SendLayer',
  shortName: 'SendLayer',
  hint: 'SMTP user and password',
  mark: { letters: 'SL', hue: '#3f51b5' },
  aliases: ['SendLayer'],
  variantQuestion: '',
  variants: [
    {
      id: 'default',
      label: 'SendLayer',
      hint: 'smtp.sendlayer.net',
      host: 'smtp.sendlayer.net',
      ports: [
        { port: 465, security: 'implicit-tls', confidence: 'usual' },
        { port: 587, security: 'starttls', confidence: 'usual' },
        { port: 2525, security: 'starttls', confidence: 'usual' },
      ],
      login: 'required',
    },
  ],
  username: {
    kind: 'typed',
    label: 'SMTP user name',
    hint: 'The generated name that SendLayer shows, not your email address.',
    sameAsSender: false,
    looksLike: {
      pattern: '^[0-9A-Fa-f]{24,40}$',
      otherwise:
        'SendLayer’s user names usually have 32 digits and letters from A to F. This looks like something else.',
    },
    wrongKinds: [
      {
        pattern: '@',
        warning: 'This looks like an email address. SendLayer usually wants the SMTP user name that it generated.',
      },
    ],
  },
  password: {
    label: 'SMTP password',
    hint: 'The generated password that SendLayer shows beside the user name.',
    menu: 'Settings > SMTP Credentials',
    url: 'https://app.sendlayer.com/settings/smtp/',
    wrongKinds: [],
    ignoresSpaces: false,
  },
  senderRule: 'The sender usually has to be an address on a domain that is authorised in SendLayer.',
  recommends: { port: 587, confidence: 'usual' },
  alsoKnownAs: ['sendlayer.com'],
  quirks: [],
  limits: [],
  dns: {
    others: [
      {
        text: 'SendLayer’s pages show the records for your domain, usually CNAME and TXT.',
        confidence: 'usual',
      },
    ],
  },
  knownReplies: [
    {
      id: 'sendlayer-login',
      stages: ['auth'],
      code: 535,
      pattern: 'authenticat|credential|password|username|denied',
      title: 'SendLayer refused the login',
      why: 'Usually the user name or the password was not copied whole, or belongs to another account.',
      doThis: [
        'In SendLayer open Settings > SMTP Credentials and copy user name and password again.',
        'Paste both here and send the test again.',
      ],
      source: docs,
      confidence: 'usual',
    },
  ],
  docsUrl: docs,
  checked: '2026-11-23',
};
