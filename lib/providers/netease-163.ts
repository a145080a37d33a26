import { completeAddress } from './complete-address';
import type { Provider, ProviderPort } from './provider';

const docs = 'https://help.mail.163.com';
const guide = 'https://github.com/deltachat/provider-db/blob/HEAD/_providers/163.md';

const ports: readonly ProviderPort[] = [
  { port: 465, security: 'implicit-tls', confidence: 'usual' },
  { port: 994, security: 'implicit-tls', confidence: 'usual' },
  { port: 25, security: 'starttls', confidence: 'usual' },
];

export const netease163: Provider = {
  id: 'netease-163',
  kind: 'mailbox',
  name: 'NetEase 163, 126',
  shortName: 'NetEase',
  hint: 'Authorisation code',
  mark: { letters: '163', hue: '#c8102e' },
  aliases: ['NetEase Mail', '163', '126', 'yeah.net', '网易邮箱'],
  variantQuestion: 'What does the address end in?',
  variants: [
    { id: '163', label: '163.com', hint: 'smtp.163.com', host: 'smtp.163.com', ports, login: 'required' },
    { id: '126', label: '126.com', hint: 'smtp.126.com', host: 'smtp.126.com', ports, login: 'required' },
    { id: 'yeah', label: 'yeah.net', hint: 'smtp.yeah.net', host: 'smtp.yeah.net', ports, login: 'required' },
  ],
  username: completeAddress,
  password: {
    label: 'Authorisation code',
    hint: 'A code that NetEase makes for other programs, usually 16 characters. The mailbox password usually does not work here.',
    menu: 'Settings > POP3/SMTP/IMAP: switch the service on and add an authorisation code',
    url: 'https://mail.163.com',
    looksLike: {
      pattern: '^[A-Za-z0-9]{16}$',
      otherwise:
        'Authorisation codes usually have 16 letters and digits. This looks like something else, perhaps the mailbox password.',
    },
    wrongKinds: [],
    ignoresSpaces: false,
  },
  senderRule: 'The sender usually has to be the address that logs in.',
  recommends: { port: 465, confidence: 'usual' },
  receives: {
    domains: [
      { names: ['163.com'], variant: '163' },
      { names: ['126.com'], variant: '126' },
      { names: ['yeah.net'], variant: 'yeah' },
    ],
    // Not the whole of mxmail.netease.com: company domains are received there too, and have another server for sending.
    mx: [
      { suffix: '163mx01.mxmail.netease.com', variant: '163', confidence: 'usual' },
      { suffix: '163mx02.mxmail.netease.com', variant: '163', confidence: 'usual' },
      { suffix: '163mx03.mxmail.netease.com', variant: '163', confidence: 'usual' },
      { suffix: '126mx01.mxmail.netease.com', variant: '126', confidence: 'usual' },
      { suffix: '126mx02.mxmail.netease.com', variant: '126', confidence: 'usual' },
      { suffix: '126mx03.mxmail.netease.com', variant: '126', confidence: 'usual' },
    ],
  },
  alsoKnownAs: ['netease.com'],
  quirks: [
    {
      kind: 'app-password',
      text: 'Other programs usually log in with an authorisation code; a free account usually has room for two of them.',
      confidence: 'usual',
      source: guide,
    },
    {
      kind: 'app-password',
      text: 'An authorisation code usually ends after about 180 days. Then a new one is needed.',
      confidence: 'usual',
    },
    {
      kind: 'other',
      text: 'A test message with a trivial subject or text is often refused as spam, with 554 DT:SPM.',
      confidence: 'usual',
    },
    {
      kind: 'other',
      text: 'Port 994 is often named beside 465, with TLS from the first byte as well. A program may use it where 465 is closed.',
      confidence: 'usual',
      source: 'https://support.websoft9.com/docs/smtps',
    },
  ],
  limits: [],
  knownReplies: [
    {
      id: 'netease-login',
      stages: ['auth'],
      code: 535,
      pattern: 'authentication failed',
      title: 'NetEase refused the login',
      why: 'Usually the mailbox password was given instead of an authorisation code, or the code has ended.',
      doThis: [
        'Log in to the mailbox in a browser and open Settings > POP3/SMTP/IMAP.',
        'Switch the service on and add an authorisation code.',
        'Paste the code here, and use the complete address as user name.',
      ],
      source: guide,
      confidence: 'usual',
    },
    {
      id: 'netease-no-permission',
      stages: ['auth'],
      code: 550,
      pattern: 'User has no permission',
      title: 'This mailbox may not send by SMTP yet',
      why: 'Usually the SMTP service is off in the settings, or the authorisation code is of another account. The account may also be blocked from sending.',
      doThis: [
        'Log in to the mailbox in a browser, open Settings > POP3/SMTP/IMAP and switch SMTP on.',
        'Add an authorisation code there and use it with this very address.',
        'If both are right, look in the mailbox for a notice that sending is blocked.',
      ],
      source: guide,
      confidence: 'usual',
    },
    {
      id: 'netease-sender',
      stages: ['mail-from', 'rcpt-to', 'data'],
      code: 553,
      pattern: 'Mail from must equal authorized user',
      title: 'The sender must be the address that logged in',
      why: 'The login worked. NetEase usually sends only for the very address that logged in.',
      doThis: ['Go back to the account page and use the same address as user name and as sender.'],
      source: docs,
      confidence: 'usual',
    },
    {
      id: 'netease-spam',
      stages: ['data'],
      code: 554,
      pattern: 'DT:\\s?SPM',
      title: 'NetEase took the message for spam',
      why: 'The settings are right. Short messages with a subject like Test are often refused so.',
      doThis: [
        'Send again in some minutes, to another recipient.',
        'In your program use a real subject and a real text before you try again.',
      ],
      source: docs,
      confidence: 'usual',
    },
  ],
  docsUrl: docs,
  checked: '2026-11-23',
};
