import { completeAddress } from './complete-address';
import type { Provider, ProviderPort } from './provider';

const docs = 'https://help.ovhcloud.com/csm/en-gb-emails';
const products = 'https://github.com/ovh/docs/pull/8850/files';

const ports: readonly ProviderPort[] = [
  { port: 465, security: 'implicit-tls', confidence: 'documented' },
  { port: 587, security: 'starttls', confidence: 'documented' },
];

export const ovh: Provider = {
  id: 'ovh',
  kind: 'mailbox',
  name: 'OVHcloud Email',
  shortName: 'OVHcloud',
  hint: 'MX Plan, Pro, Exchange',
  mark: { letters: 'OVH', hue: '#000e9c' },
  aliases: ['OVH', 'MX Plan', 'Email Pro', 'Zimbra', 'Exchange', 'Hosted Exchange'],
  variantQuestion: 'Which OVHcloud email product do you have?',
  variants: [
    {
      id: 'eu',
      label: 'MX Plan or Zimbra, Europe',
      hint: 'ssl0.ovh.net',
      host: 'ssl0.ovh.net',
      ports,
      login: 'required',
    },
    {
      id: 'eu-new',
      label: 'MX Plan, newer server name',
      hint: 'smtp.mail.ovh.net',
      host: 'smtp.mail.ovh.net',
      ports,
      login: 'required',
    },
    {
      id: 'ca',
      label: 'MX Plan or Zimbra, America and Asia-Pacific',
      hint: 'smtp.mail.ovh.ca',
      host: 'smtp.mail.ovh.ca',
      ports,
      login: 'required',
    },
    {
      id: 'email-pro',
      label: 'Email Pro',
      hint: 'A server with a number, like pro1.mail.ovh.net',
      host: '',
      asksHost: {
        label: 'Server of your Email Pro service',
        hint: 'Usually pro, a number and .mail.ovh.net, like pro1.mail.ovh.net. The control panel shows the number.',
      },
      ports: ports.map((port) => ({ ...port, confidence: 'usual' })),
      login: 'required',
    },
    {
      id: 'exchange',
      label: 'Hosted Exchange',
      hint: 'A server with a number, like ex1.mail.ovh.net',
      host: '',
      asksHost: {
        label: 'Server of your Exchange service',
        hint: 'Usually ex, a number and .mail.ovh.net, like ex1.mail.ovh.net. The control panel shows the number.',
      },
      ports: [{ port: 587, security: 'starttls', confidence: 'usual' }],
      login: 'required',
    },
  ],
  username: completeAddress,
  password: {
    label: 'Mailbox password',
    hint: 'The password of this mailbox, usually not the one of your OVHcloud account.',
    menu: 'OVHcloud Control Panel > Web Cloud > Emails',
    url: 'https://www.ovh.com/manager/#/web',
    wrongKinds: [],
    ignoresSpaces: false,
  },
  senderRule: 'The sender should usually be the mailbox itself or an alias of it.',
  recommends: { port: 465, confidence: 'documented' },
  receives: {
    mx: [
      { suffix: 'mail.ovh.net', confidence: 'usual' },
      { suffix: 'mail.ovh.ca', variant: 'ca', confidence: 'usual' },
    ],
  },
  alsoKnownAs: ['ovh.com', 'ovhcloud.com'],
  quirks: [
    {
      kind: 'other',
      text: 'OVHcloud sells several email products with different servers, and often only the order shows which one you have.',
      confidence: 'usual',
      source: products,
    },
    {
      kind: 'other',
      text: 'MX Plan mailboxes are reportedly being moved to Zimbra. The servers seem to stay the same.',
      confidence: 'usual',
      source: 'https://github.com/ovh/docs/pull/8621.diff',
    },
    {
      kind: 'other',
      text: 'For Hosted Exchange usually only port 587 is named; MX Plan, Zimbra and Email Pro usually have 465 as well.',
      confidence: 'usual',
    },
  ],
  limits: [{ text: 'A mailbox may usually send about 200 messages an hour.', confidence: 'usual' }],
  dns: {
    spfInclude: { host: 'mx.ovh.com', confidence: 'usual' },
    dkim: {
      text: 'Usually two CNAME records, ovhmo…-selector1 and ovhmo…-selector2 before ._domainkey, with a number of your own in the middle. The control panel shows both.',
      confidence: 'usual',
    },
  },
  knownReplies: [
    {
      id: 'ovh-login',
      stages: ['auth'],
      code: 535,
      pattern: 'auth|credential|login|password|user',
      title: 'OVHcloud refused the login',
      why: 'Usually the password is not the one of this mailbox, or the mailbox belongs to another OVHcloud product, which has another server.',
      doThis: [
        'Open the OVHcloud Control Panel > Web Cloud and see whether the address stands under Emails, Zimbra, Email Pro or Exchange.',
        'Choose the server of that product here.',
        'Set a new password for the mailbox there, and use the complete address as user name.',
      ],
      source: docs,
      confidence: 'usual',
      mayBeOtherVariant: true,
    },
  ],
  docsUrl: docs,
  checked: '2026-11-23',
};
