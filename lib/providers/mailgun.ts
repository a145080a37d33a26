import type { Provider, ProviderPort } from './provider';

const docs = 'https://documentation.mailgun.com/docs/mailgun/user-manual/sending-messages/send-smtp';

const ports: readonly ProviderPort[] = [
  { port: 465, security: 'implicit-tls', confidence: 'documented' },
  { port: 587, security: 'starttls', confidence: 'documented' },
  { port: 2525, security: 'starttls', confidence: 'documented' },
  { port: 25, security: 'starttls', confidence: 'documented' },
];

export const mailgun: Provider = {
  id: 'mailgun',
  name: 'Mailgun',
  shortName: 'Mailgun',
  hint: 'US or EU · SMTP password',
  mark: { letters: 'MG', hue: '#c02126' },
  aliases: ['Sinch Mailgun', 'Mailgun'],
  variantQuestion: 'Which region is your Mailgun domain in?',
  variants: [
    { id: 'us', label: 'United States', hint: 'smtp.mailgun.org', host: 'smtp.mailgun.org', ports, login: 'required' },
    {
      id: 'eu',
      label: 'European Union',
      hint: 'smtp.eu.mailgun.org',
      host: 'smtp.eu.mailgun.org',
      ports,
      login: 'required',
    },
  ],
  username: {
    kind: 'typed',
    label: 'SMTP user name',
    hint: 'The full login of your sending domain, like postmaster@mg.example.com.',
    sameAsSender: false,
  },
  password: {
    label: 'SMTP password',
    hint: 'The password of that login, not the Mailgun API key.',
    menu: 'Sending > Domain settings > SMTP credentials',
    url: 'https://app.mailgun.com/mg/sending/domains',
    wrongKinds: [
      {
        pattern: '^key-[0-9a-f]{32}$',
        warning: 'This looks like a Mailgun API key. The SMTP password is another one, under SMTP credentials.',
      },
      {
        pattern: '^pubkey-',
        warning: 'This looks like the public validation key. The SMTP password is under SMTP credentials.',
      },
    ],
    ignoresSpaces: false,
  },
  senderRule: 'The sender should be an address on the domain that the login belongs to.',
  recommends: { port: 587, confidence: 'documented' },
  knownReplies: [
    {
      id: 'mailgun-login',
      stages: ['auth'],
      code: 535,
      pattern: 'Authentication failed|Invalid login',
      title: 'Mailgun refused the login',
      why: 'The user name or SMTP password is not right here. It may also belong to the other region: a domain made in the EU does not exist on the US host, and the other way round.',
      doThis: [
        'Look in Mailgun which region the domain is in, and choose that region.',
        'Use the full login, like postmaster@mg.example.com.',
        'Reset the SMTP password under SMTP credentials and paste the new one.',
      ],
      source: docs,
      confidence: 'usual',
    },
    {
      id: 'mailgun-sandbox',
      stages: ['rcpt-to', 'data'],
      code: 554,
      pattern: 'Sandbox subdomains are for test purposes|authorized recipients',
      title: 'A Mailgun sandbox sends to authorized recipients only',
      why: 'The settings are right. The domain is a sandbox, and this recipient is not on its list.',
      doThis: ['Add the recipient under Authorized Recipients in Mailgun, or use your own verified domain.'],
      source: docs,
      confidence: 'usual',
    },
  ],
  docsUrl: docs,
  checked: '2026-11-23',
};
