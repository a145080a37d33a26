import { completeAddress } from './complete-address';
import type { Provider } from './provider';

const docs = 'https://service.mail.qq.com/cgi-bin/help?subtype=1&id=28&no=331';
const guide = 'https://github.com/deltachat/provider-db/blob/HEAD/_providers/qq.md';

export const qq: Provider = {
  id: 'qq',
  kind: 'mailbox',
  name: 'QQ Mail',
  shortName: 'QQ Mail',
  hint: 'Authorisation code',
  mark: { letters: 'QQ', hue: '#0b6a8f' },
  aliases: ['QQ', 'Foxmail', 'QQ邮箱'],
  variantQuestion: '',
  variants: [
    {
      id: 'mailbox',
      label: 'A QQ or Foxmail mailbox',
      hint: 'smtp.qq.com, with an authorisation code',
      host: 'smtp.qq.com',
      ports: [
        { port: 465, security: 'implicit-tls', confidence: 'usual' },
        { port: 587, security: 'starttls', confidence: 'usual' },
      ],
      login: 'required',
    },
  ],
  username: completeAddress,
  password: {
    label: 'Authorisation code',
    hint: 'A code that QQ Mail makes for other programs, usually 16 letters. The QQ password usually does not work here.',
    menu: 'Mail settings > Account > POP3/IMAP/SMTP service: switch it on and generate a code',
    url: 'https://mail.qq.com',
    looksLike: {
      pattern: '^[a-z]{16}$',
      otherwise:
        'Authorisation codes usually have 16 lower-case letters. This looks like something else, perhaps the QQ password.',
    },
    wrongKinds: [],
    ignoresSpaces: true,
  },
  senderRule: 'The sender usually has to be the address that logs in.',
  recommends: { port: 465, confidence: 'usual' },
  receives: {
    domains: [{ names: ['qq.com', 'foxmail.com'] }],
    mx: [
      { suffix: 'mx1.qq.com', confidence: 'usual' },
      { suffix: 'mx2.qq.com', confidence: 'usual' },
      { suffix: 'mx3.qq.com', confidence: 'usual' },
    ],
  },
  quirks: [
    {
      kind: 'app-password',
      text: 'Other programs usually log in with an authorisation code, not with the QQ password.',
      confidence: 'usual',
      source: guide,
    },
    {
      kind: 'app-password',
      text: 'A change of the QQ password usually ends all authorisation codes.',
      confidence: 'usual',
    },
    {
      kind: 'activation',
      text: 'The POP3/IMAP/SMTP service usually has to be switched on in the settings first.',
      confidence: 'usual',
      source: guide,
    },
    {
      kind: 'other',
      text: 'The connection may be cut right after the last reply. A message that got its 250 was usually taken all the same.',
      confidence: 'usual',
    },
  ],
  limits: [],
  knownReplies: [
    {
      id: 'qq-login',
      stages: ['auth'],
      code: 535,
      pattern: 'Login Fail',
      title: 'QQ Mail refused the login',
      why: 'QQ Mail answers so in several cases: usually the QQ password was given instead of an authorisation code, or the SMTP service is off. It may also count too many logins.',
      doThis: [
        'Log in at mail.qq.com and open Mail settings > Account > POP3/IMAP/SMTP service.',
        'Switch the service on and generate an authorisation code.',
        'Paste the code here, and use the complete address as user name.',
        'If the code is right, wait an hour before the next try.',
      ],
      source: docs,
      confidence: 'usual',
    },
    {
      id: 'qq-sender',
      stages: ['mail-from', 'rcpt-to', 'data'],
      code: 501,
      pattern: 'mail from address must be same as authorization user',
      title: 'The sender must be the address that logged in',
      why: 'The login worked. QQ Mail usually sends only for the very address that logged in.',
      doThis: ['Go back to the account page and use the same address as user name and as sender.'],
      source: docs,
      confidence: 'usual',
    },
  ],
  docsUrl: docs,
  checked: '2026-11-23',
};
