import type { Provider, ProviderPort } from './provider';

const docs = 'https://www.twilio.com/docs/sendgrid/for-developers/sending-email/integrating-with-the-smtp-api';

const ports: readonly ProviderPort[] = [
  { port: 465, security: 'implicit-tls', confidence: 'documented' },
  { port: 587, security: 'starttls', confidence: 'documented' },
  { port: 2525, security: 'starttls', confidence: 'documented' },
  { port: 25, security: 'starttls', confidence: 'documented' },
];

export const sendgrid: Provider = {
  id: 'sendgrid',
  name: 'SendGrid',
  shortName: 'SendGrid',
  hint: 'Twilio · API key',
  mark: { letters: 'SG', hue: '#1a6fc0' },
  aliases: ['Twilio SendGrid', 'SendGrid'],
  variantQuestion: 'Where is your SendGrid account?',
  variants: [
    {
      id: 'global',
      label: 'Global',
      hint: 'smtp.sendgrid.net, for nearly everybody',
      host: 'smtp.sendgrid.net',
      ports,
      login: 'required',
    },
    {
      id: 'eu',
      label: 'European Union',
      hint: 'smtp.eu.sendgrid.net, only for keys of an EU subuser',
      host: 'smtp.eu.sendgrid.net',
      ports: ports.map((port) => ({ ...port, confidence: 'usual' })),
      login: 'required',
    },
  ],
  username: {
    kind: 'fixed',
    value: 'apikey',
    hint: 'SendGrid wants exactly this word from everybody. The key goes into the next field.',
  },
  password: {
    label: 'API key',
    hint: 'A key that may send mail. SendGrid shows it once, when it is made.',
    menu: 'Settings > API Keys > Create API Key, with full access to Mail Send',
    url: 'https://app.sendgrid.com/settings/api_keys',
    looksLike: {
      pattern: '^SG\\.[\\w-]{20,24}\\.[\\w-]{39,50}$',
      otherwise:
        'SendGrid keys usually start with SG. and are 69 characters long. This looks like something else, perhaps the key’s ID.',
    },
    wrongKinds: [],
    ignoresSpaces: false,
  },
  senderRule: 'The sender must be a verified Sender Identity: an authenticated domain or one verified address.',
  recommends: { port: 587, confidence: 'documented' },
  knownReplies: [
    {
      id: 'sendgrid-login',
      stages: ['auth'],
      code: 535,
      pattern: 'Bad username / password|authorization grant is invalid|Authentication failed',
      title: 'SendGrid refused the API key',
      why: 'The key is mistyped, was deleted or may not send mail, or the user name is not the word apikey.',
      doThis: [
        'Make a new key under Settings > API Keys with full access to Mail Send.',
        'Paste the whole key, which starts with SG.',
        'Leave the user name as apikey.',
      ],
      source: docs,
      confidence: 'usual',
    },
    {
      id: 'sendgrid-sender',
      stages: ['mail-from', 'rcpt-to', 'data'],
      code: 550,
      pattern: 'verified Sender Identity',
      title: 'SendGrid does not know this sender',
      why: 'The login worked. SendGrid sends only for addresses or domains that were verified in the account.',
      doThis: [
        'Open Settings > Sender Authentication and verify the domain or this one address.',
        'Or go back and use a sender that is verified already.',
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
      source: docs,
      confidence: 'documented',
    },
  ],
  docsUrl: docs,
  checked: '2026-11-23',
};
