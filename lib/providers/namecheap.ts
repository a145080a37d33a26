import { completeAddress } from './complete-address';
import type { Provider } from './provider';

const docs =
  'https://www.namecheap.com/support/knowledgebase/article.aspx/1179/2175/general-private-email-configuration-for-mail-clients-and-mobile-devices/';
const newPlatform =
  'https://www.namecheap.com/support/knowledgebase/article.aspx/10797/2306/new-namecheap-private-email-webmail-features/';
const records =
  'https://namecheap.com/support/knowledgebase/article.aspx/1262/2176/what-does-namecheap-private-email-dns-verification-imply';

export const namecheap: Provider = {
  id: 'namecheap',
  kind: 'mailbox',
  name: 'Namecheap',
  shortName: 'Private Email',
  hint: 'Private Email · password',
  mark: { letters: 'NC', hue: '#b8401c' },
  aliases: ['PrivateEmail', 'Private Email', 'Namecheap Private Email'],
  variantQuestion: '',
  variants: [
    {
      id: 'classic',
      label: 'Private Email',
      hint: 'mail.privateemail.com, for mailboxes from before June 2026',
      host: 'mail.privateemail.com',
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
    hint: 'The password of this mailbox, usually not the one of your Namecheap account.',
    menu: 'Namecheap > Private Email > Manage, then the mailbox',
    url: 'https://ap.www.namecheap.com',
    wrongKinds: [],
    ignoresSpaces: false,
  },
  senderRule: 'The sender should usually be the mailbox itself or an alias of it.',
  recommends: { port: 465, confidence: 'usual' },
  receives: { mx: [{ suffix: 'privateemail.com', confidence: 'documented', source: records }] },
  alsoKnownAs: ['namecheap.com', 'jellyfish.systems'],
  quirks: [
    {
      kind: 'moved-host',
      text: 'Subscriptions bought on or after 2 June 2026 run on a new platform. Look in your Namecheap panel for its outgoing server first, and if it names another one than mail.privateemail.com, use that.',
      until: '2026-06-02',
      confidence: 'documented',
      source: newPlatform,
    },
  ],
  limits: [{ text: 'A mailbox may usually send about 500 messages an hour.', confidence: 'usual' }],
  dns: {
    spfInclude: { host: 'spf.privateemail.com', confidence: 'documented' },
    dkim: {
      text: 'One TXT record at default._domainkey of your domain. The Namecheap panel shows its value.',
      confidence: 'documented',
      source: records,
    },
    others: [
      {
        text: 'To receive mail the domain has the MX records mx1.privateemail.com and mx2.privateemail.com.',
        confidence: 'documented',
        source: records,
      },
    ],
  },
  knownReplies: [
    {
      id: 'namecheap-login',
      stages: ['auth'],
      code: 535,
      pattern: 'auth|credential|login|password|user',
      title: 'Private Email refused the login',
      why: 'Usually the password is not the one of this mailbox. A mailbox bought since June 2026 may have another server, which this one does not know.',
      doThis: [
        'Open Private Email > Manage at Namecheap and compare the outgoing server with this one.',
        'Set a new password for the mailbox there.',
        'Use the complete address as user name.',
      ],
      source: docs,
      confidence: 'usual',
    },
  ],
  docsUrl: docs,
  checked: '2026-11-23',
};
