import { completeAddress } from './complete-address';
import type { Provider } from './provider';

const docs = 'https://help.mail.ru/mail/security/protection/external';
const guide = 'https://github.com/deltachat/provider-db/blob/HEAD/_providers/mail.ru.md';

export const mailRu: Provider = {
  id: 'mail-ru',
  kind: 'mailbox',
  name: 'Mail.ru',
  shortName: 'Mail.ru',
  hint: 'External-app password',
  mark: { letters: '@ru', hue: '#005ff9' },
  aliases: ['Mail.ru', 'VK Mail', 'VK WorkMail', 'Почта Mail.ru'],
  variantQuestion: '',
  variants: [
    {
      id: 'mailbox',
      label: 'A Mail.ru mailbox',
      hint: 'smtp.mail.ru, with a password for external applications',
      host: 'smtp.mail.ru',
      ports: [
        { port: 465, security: 'implicit-tls', confidence: 'usual' },
        { port: 587, security: 'starttls', confidence: 'usual' },
        { port: 2525, security: 'starttls', confidence: 'usual' },
      ],
      login: 'required',
    },
  ],
  username: completeAddress,
  password: {
    label: 'Password for external applications',
    hint: 'A password that Mail.ru makes for one program, usually 20 characters. Your normal password usually does not work here.',
    menu: 'Mail ID > Security > Passwords for external applications',
    url: 'https://account.mail.ru/user/2-step-auth/passwords/',
    looksLike: {
      pattern: '^[A-Za-z0-9]{20}$',
      otherwise:
        'Passwords for external applications usually have 20 letters and digits. This looks like something else, perhaps the normal password.',
    },
    wrongKinds: [],
    ignoresSpaces: false,
  },
  senderRule: 'The sender usually has to be the address that logs in, or an alias of it.',
  recommends: { port: 465, confidence: 'usual' },
  receives: {
    domains: [{ names: ['mail.ru', 'inbox.ru', 'list.ru', 'bk.ru', 'internet.ru'] }],
    mx: [
      { suffix: 'mxs.mail.ru', confidence: 'usual' },
      { suffix: 'emx.mail.ru', confidence: 'usual' },
    ],
  },
  alsoKnownAs: ['smailru.net'],
  quirks: [
    {
      kind: 'app-password',
      text: 'Mail.ru usually refuses the normal password from other programs; it wants one for external applications.',
      confidence: 'usual',
      source: guide,
    },
  ],
  limits: [],
  dns: {
    spfInclude: { host: '_spf.mail.ru', confidence: 'usual', note: 'For a domain of your own in VK WorkMail.' },
    dkim: {
      text: 'Usually one TXT record, mailru._domainkey. VK WorkMail shows its value for a domain of your own.',
      confidence: 'usual',
    },
  },
  knownReplies: [
    {
      id: 'mail-ru-app-password',
      stages: ['auth'],
      code: 535,
      pattern: 'NEOBHODIM parol prilozheniya|Application password is REQUIRED',
      title: 'Mail.ru wants a password for external applications',
      why: 'The server, port and encryption are right. Usually the normal password was given, which Mail.ru does not take from programs.',
      doThis: [
        'Open Mail ID > Security > Passwords for external applications at Mail.ru.',
        'Make one with access to mail and paste it here.',
        'Use the complete address as user name.',
      ],
      source: docs,
      confidence: 'usual',
    },
    {
      id: 'mail-ru-sender',
      stages: ['mail-from', 'rcpt-to', 'data'],
      code: 550,
      pattern: 'not local sender over smtp',
      title: 'The sender must be the address that logged in',
      why: 'The login worked. Mail.ru usually sends only for the address that logged in and its aliases.',
      doThis: ['Go back to the account page and use the same address as user name and as sender.'],
      source: docs,
      confidence: 'usual',
    },
  ],
  docsUrl: docs,
  checked: '2026-11-23',
};
