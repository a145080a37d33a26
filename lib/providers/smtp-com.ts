import type { Provider, ProviderPort } from './provider';

const docs = 'https://kb.smtp.com/article/1033-settings';

const ports: readonly ProviderPort[] = [
  { port: 465, security: 'implicit-tls', confidence: 'usual' },
  { port: 587, security: 'starttls', confidence: 'usual' },
  { port: 2525, security: 'starttls', confidence: 'usual' },
  { port: 25025, security: 'starttls', confidence: 'usual' },
  { port: 80, security: 'starttls', confidence: 'usual' },
  { port: 25, security: 'starttls', confidence: 'usual' },
];

export const smtpCom: Provider = {
  id: 'smtp-com',
  kind: 'sending',
  name: 'SMTP.com',
  shortName: 'SMTP.com',
  hint: 'Login of a sender (channel)',
  mark: { letters: 'SC', hue: '#a83232' },
  aliases: ['SMTP.com', 'SMTP com'],
  variantQuestion: 'Which server did SMTP.com give you?',
  variants: [
    {
      id: 'common',
      label: 'The common server',
      hint: 'send.smtp.com, for most accounts',
      host: 'send.smtp.com',
      ports,
      login: 'required',
    },
    {
      id: 'own',
      label: 'A server name from their support',
      hint: 'a name of your own that ends in .smtp.com',
      host: '',
      asksHost: { label: 'Server name', hint: 'As SMTP.com’s support gave it to you; it ends in .smtp.com.' },
      ports,
      login: 'required',
    },
  ],
  username: {
    kind: 'typed',
    label: 'Sender login',
    hint: 'The login of one sender of your account. SMTP.com also calls it a channel.',
    sameAsSender: false,
  },
  password: {
    label: 'Sender password',
    hint: 'What the sender’s page shows as password. The key for managing the account is another one.',
    menu: 'Dashboard > Senders (channels) > credentials',
    url: 'https://my.smtp.com',
    wrongKinds: [],
    ignoresSpaces: false,
  },
  senderRule: 'The sender usually has to be a verified address, or on a verified domain.',
  recommends: { port: 587, confidence: 'usual' },
  quirks: [
    {
      kind: 'other',
      text: 'Every sender has a login of its own. A sender that looks suspicious to SMTP.com may be switched off by itself.',
      confidence: 'usual',
    },
    {
      kind: 'other',
      text: 'SMTP.com’s older pages let its support hand out a server name; most public examples use send.smtp.com. If one does not answer, the other may.',
      confidence: 'usual',
    },
  ],
  limits: [
    {
      text: 'The plan sets how much you can send a month. Up to 75 percent more goes through and is billed.',
      confidence: 'documented',
      source: docs,
    },
  ],
  dns: { spfInclude: { host: '_spf.smtp.com', confidence: 'usual' } },
  knownReplies: [
    {
      id: 'smtp-com-login',
      stages: ['auth'],
      code: 535,
      pattern: 'authenticat|credential|password|username|denied',
      title: 'SMTP.com refused the login',
      why: 'Usually the login or password is not that of a sender (channel), or the sender was switched off.',
      doThis: [
        'Open my.smtp.com, go to Senders, and open the credentials of the sender you want to use.',
        'Copy its login and password again and send the test again.',
        'If the sender is switched off there, switch it on.',
      ],
      source: docs,
      confidence: 'usual',
    },
  ],
  docsUrl: 'https://kb.smtp.com',
  checked: '2026-11-23',
};
