import { completeAddress } from './complete-address';
import type { Provider } from './provider';

const docs = 'https://docs.gandi.net/en/gandimail/';

export const gandi: Provider = {
  id: 'gandi',
  kind: 'mailbox',
  name: 'Gandi Mail',
  shortName: 'Gandi',
  hint: 'Mailbox password',
  mark: { letters: 'Ga', hue: '#2f6f3e' },
  aliases: ['GandiMail', 'Gandi'],
  variantQuestion: '',
  variants: [
    {
      id: 'mailbox',
      label: 'A Gandi mailbox',
      hint: 'mail.gandi.net',
      host: 'mail.gandi.net',
      ports: [
        { port: 465, security: 'implicit-tls', confidence: 'usual' },
        { port: 587, security: 'starttls', confidence: 'usual' },
      ],
      login: 'required',
    },
  ],
  username: completeAddress,
  password: {
    label: 'Mailbox password',
    hint: 'The password of this mailbox, usually not the one of your Gandi account.',
    menu: 'admin.gandi.net > Domain, then the domain > Email > Mailboxes',
    url: 'https://admin.gandi.net',
    wrongKinds: [],
    ignoresSpaces: false,
  },
  senderRule: 'The sender should usually be the mailbox itself or an alias of it.',
  recommends: { port: 465, confidence: 'usual' },
  receives: {
    domains: [{ names: ['gandi.net'] }],
    mx: [{ suffix: 'mail.gandi.net', confidence: 'usual' }],
  },
  quirks: [
    {
      kind: 'needs-plan',
      text: 'A Gandi domain usually comes without free mailboxes today; the mailbox is usually paid for by itself.',
      confidence: 'usual',
    },
  ],
  limits: [],
  dns: {
    spfInclude: { host: '_mailcust.gandi.net', confidence: 'usual' },
    dkim: {
      text: 'Usually three CNAME records: gm1, gm2 and gm3, each before ._domainkey. Gandi usually sets them itself where it runs the domain’s DNS.',
      confidence: 'usual',
    },
  },
  knownReplies: [
    {
      id: 'gandi-login',
      stages: ['auth'],
      code: 535,
      pattern: 'auth|credential|login|password|user',
      title: 'Gandi refused the login',
      why: 'Usually the password is not the one of this mailbox, or the user name is not its complete address.',
      doThis: [
        'Open admin.gandi.net > Domain, choose the domain, then Email > Mailboxes.',
        'Choose the mailbox and set a new password.',
        'Use the complete address as user name.',
      ],
      source: docs,
      confidence: 'usual',
    },
  ],
  docsUrl: docs,
  checked: '2026-11-23',
};
