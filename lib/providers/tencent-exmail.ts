import { completeAddress } from './complete-address';
import type { Provider } from './provider';

const docs = 'https://open.work.weixin.qq.com/help2/pc/19886';
const guide = 'https://www.topmailsender.com/en/youxiang/205-tengxun-qiyeyouxiang-tencent-enterprise-mailbox';

export const tencentExmail: Provider = {
  id: 'tencent-exmail',
  kind: 'mailbox',
  name: 'Tencent Exmail',
  shortName: 'Tencent Exmail',
  hint: 'Client-specific password',
  mark: { letters: 'Ex', hue: '#1a5fb4' },
  aliases: ['QQ Enterprise Mail', '腾讯企业邮箱', 'WeCom Mail', 'Exmail', 'WeChat Work Mail'],
  variantQuestion: 'Where does your program run?',
  variants: [
    {
      id: 'china',
      label: 'In China',
      hint: 'smtp.exmail.qq.com',
      host: 'smtp.exmail.qq.com',
      ports: [
        { port: 465, security: 'implicit-tls', confidence: 'usual' },
        { port: 587, security: 'starttls', confidence: 'usual' },
      ],
      login: 'required',
    },
    {
      id: 'overseas',
      label: 'Outside China',
      hint: 'hwsmtp.exmail.qq.com',
      host: 'hwsmtp.exmail.qq.com',
      ports: [{ port: 465, security: 'implicit-tls', confidence: 'usual' }],
      login: 'required',
    },
  ],
  username: completeAddress,
  password: {
    label: 'Client-specific password',
    hint: 'A password made for other programs. The mailbox password usually works only while secure login is off.',
    menu: 'Settings > Mailbox binding: secure login on, then a client-specific password (Settings > Send/receive has the switch for IMAP/SMTP)',
    url: 'https://exmail.qq.com',
    looksLike: {
      pattern: '^[A-Za-z0-9]{16}$',
      otherwise:
        'Client-specific passwords usually have 16 letters and digits. This may be the mailbox password, which usually works only while secure login is off.',
    },
    wrongKinds: [],
    ignoresSpaces: false,
  },
  senderRule: 'The sender should usually be the mailbox itself or an alias of it.',
  recommends: { port: 465, confidence: 'usual' },
  receives: {
    domains: [{ names: ['exmail.qq.com'] }],
    mx: [
      { suffix: 'mxbiz1.qq.com', confidence: 'usual' },
      { suffix: 'mxbiz2.qq.com', confidence: 'usual' },
    ],
  },
  quirks: [
    {
      kind: 'activation',
      text: 'Usually an administrator must first let the member in, under Collaboration > Security management > client access restriction, with IMAP/SMTP in its scope. Without that every login usually fails.',
      confidence: 'usual',
      source: guide,
    },
    {
      kind: 'app-password',
      text: 'With secure login on, other programs usually need a client-specific password instead of the one of the mailbox.',
      confidence: 'usual',
      source: guide,
    },
    {
      kind: 'other',
      text: 'Port 587 usually begins with STARTTLS; one guide calls it a port with TLS from the first byte. If it fails one way, the other may work.',
      confidence: 'usual',
      source: 'https://www.67wa.com/127803.html',
    },
  ],
  limits: [],
  dns: { spfInclude: { host: 'spf.mail.qq.com', confidence: 'usual' } },
  knownReplies: [
    {
      id: 'tencent-login',
      stages: ['auth'],
      code: 535,
      pattern: 'Login Fail|Authentication failed',
      title: 'Tencent Exmail refused the login',
      why: 'Usually the mailbox password was given although secure login or a WeChat binding asks for a client-specific one. Or the administrator has not let this member in by other programs.',
      doThis: [
        'Log in at exmail.qq.com, open Settings > Send/receive and switch IMAP/SMTP on.',
        'Open Settings > Mailbox binding, switch secure login on and make a client-specific password.',
        'If it still fails, ask the administrator for access under Collaboration > Security management.',
      ],
      source: guide,
      confidence: 'usual',
    },
    {
      id: 'tencent-sender',
      stages: ['mail-from', 'rcpt-to', 'data'],
      code: 501,
      pattern: 'mail from address must be same as authorization user',
      title: 'The sender must be the address that logged in',
      why: 'The login worked. Tencent Exmail usually sends only for the very address that logged in.',
      doThis: ['Go back to the account page and use the same address as user name and as sender.'],
      source: docs,
      confidence: 'usual',
    },
  ],
  docsUrl: docs,
  checked: '2026-11-23',
};
