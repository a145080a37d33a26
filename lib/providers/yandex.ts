import { completeAddress } from './complete-address';
import type { Provider, ProviderPort } from './provider';

const docs = 'https://yandex.com/support/mail/mail-clients/others.html';
const guide = 'https://github.com/deltachat/provider-db/blob/HEAD/_providers/yandex.ru.md';

const ports: readonly ProviderPort[] = [
  { port: 465, security: 'implicit-tls', confidence: 'usual' },
  { port: 587, security: 'starttls', confidence: 'usual' },
];

export const yandex: Provider = {
  id: 'yandex',
  kind: 'mailbox',
  name: 'Yandex Mail',
  shortName: 'Yandex',
  hint: 'App password',
  mark: { letters: 'Ya', hue: '#b3261e' },
  aliases: ['Yandex', 'Yandex 360', 'Яндекс Почта'],
  variantQuestion: 'Which Yandex server?',
  variants: [
    {
      id: 'com',
      label: 'International',
      hint: 'smtp.yandex.com',
      host: 'smtp.yandex.com',
      ports,
      login: 'required',
    },
    { id: 'ru', label: 'Russia', hint: 'smtp.yandex.ru', host: 'smtp.yandex.ru', ports, login: 'required' },
  ],
  username: completeAddress,
  password: {
    label: 'App password',
    hint: 'A password for Mail that Yandex makes for one program, usually 16 letters. Your normal password usually does not work here.',
    menu: 'Yandex ID > Security > App passwords (and before that Mail > All settings > Email clients)',
    url: 'https://id.yandex.com/security/app-passwords',
    looksLike: {
      pattern: '^[a-z]{16}$',
      otherwise:
        'App passwords usually have 16 lower-case letters. This looks like something else, perhaps the normal password.',
    },
    wrongKinds: [],
    ignoresSpaces: false,
  },
  senderRule: 'The sender should usually be the mailbox itself or an alias of it.',
  recommends: { port: 465, confidence: 'usual' },
  receives: {
    domains: [
      { names: ['yandex.com'], variant: 'com' },
      { names: ['yandex.ru', 'ya.ru', 'yandex.by', 'yandex.kz', 'narod.ru'], variant: 'ru' },
    ],
    mx: [
      { suffix: 'yandex.net', confidence: 'usual' },
      { suffix: 'yandex.ru', variant: 'ru', confidence: 'usual' },
    ],
  },
  alsoKnownAs: ['yandex.net'],
  quirks: [
    {
      kind: 'activation',
      text: 'Usually other programs must first be let in, under Mail > All settings > Email clients.',
      confidence: 'usual',
      source: guide,
    },
    {
      kind: 'app-password',
      text: 'Other programs usually log in with an app password for Mail, not with the normal one.',
      confidence: 'usual',
    },
  ],
  limits: [
    {
      text: 'A personal mailbox may usually send about 500 messages a day, one of Yandex 360 more.',
      confidence: 'usual',
    },
  ],
  dns: {
    spfInclude: { host: '_spf.yandex.net', confidence: 'usual', note: 'For a domain of your own in Yandex 360.' },
    dkim: {
      text: 'Usually one TXT record, mail._domainkey. Yandex 360 shows its value for a domain of your own.',
      confidence: 'usual',
    },
  },
  knownReplies: [
    {
      id: 'yandex-clients-off',
      stages: ['auth'],
      code: 535,
      enhanced: ['5.7.8'],
      pattern: 'does not have access rights to this service',
      title: 'Yandex does not let programs into this mailbox',
      why: 'Usually access by mail clients is switched off for the mailbox, or the app password was not made for Mail.',
      doThis: [
        'In Yandex Mail open All settings > Email clients and allow access with an app password.',
        'Open Yandex ID > Security > App passwords and make one for Mail.',
        'Wait some minutes, then try again.',
      ],
      source: docs,
      confidence: 'usual',
    },
    {
      id: 'yandex-login',
      stages: ['auth'],
      code: 535,
      enhanced: ['5.7.8'],
      pattern: 'Invalid user or password|application password',
      title: 'Yandex refused the password',
      why: 'Usually the normal password was given instead of an app password, or the user name is not the complete address.',
      doThis: [
        'Open Yandex ID > Security > App passwords and make one for Mail.',
        'Paste it here, and use the complete address as user name.',
        'See under Mail > All settings > Email clients that programs are let in.',
      ],
      source: docs,
      confidence: 'usual',
    },
    {
      id: 'yandex-sender',
      stages: ['mail-from', 'rcpt-to', 'data'],
      code: 553,
      enhanced: ['5.7.1'],
      pattern: 'Sender address rejected: not owned',
      title: 'This sender is not an address of the mailbox',
      why: 'The login worked. Yandex usually sends only for the address that logged in and its aliases.',
      doThis: ['Go back to the account page and use the same address as user name and as sender.'],
      source: docs,
      confidence: 'usual',
    },
    {
      id: 'yandex-spam',
      stages: ['data'],
      code: 554,
      enhanced: ['5.7.1'],
      pattern: 'suspicion of SPAM',
      title: 'Yandex took the message for spam',
      why: 'The settings are right. Usually the text, or many messages from a new mailbox, made Yandex suspicious.',
      doThis: [
        'Log in to the mailbox in a browser and send one message by hand.',
        'Then send again in some minutes, with a real subject and text.',
      ],
      source: docs,
      confidence: 'usual',
    },
  ],
  docsUrl: docs,
  checked: '2026-11-23',
};
