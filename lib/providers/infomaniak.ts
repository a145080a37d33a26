import { completeAddress } from './complete-address';
import type { Provider } from './provider';

const docs = 'https://infomaniak.com/en/support/faq/468/understanding-ports-and-messaging-protocols';
const limits = 'https://www.infomaniak.com/en/support/faq/admin2/email-service?i=6';

export const infomaniak: Provider = {
  id: 'infomaniak',
  kind: 'mailbox',
  name: 'Infomaniak Mail',
  shortName: 'Infomaniak',
  hint: 'Mailbox or device password',
  mark: { letters: 'Ik', hue: '#0b57d0' },
  aliases: ['Infomaniak', 'kSuite', 'kMail', 'ik.me'],
  variantQuestion: '',
  variants: [
    {
      id: 'mailbox',
      label: 'An Infomaniak mailbox',
      hint: 'mail.infomaniak.com',
      host: 'mail.infomaniak.com',
      ports: [
        { port: 465, security: 'implicit-tls', confidence: 'documented' },
        { port: 587, security: 'starttls', confidence: 'documented' },
        { port: 25, security: 'starttls', confidence: 'documented' },
      ],
      login: 'required',
    },
  ],
  username: completeAddress,
  password: {
    label: 'Mailbox or device password',
    hint: 'The password of the mailbox, or one that was made for a device; usually not the one of your Infomaniak account.',
    menu: 'Manager > Mail Service, then the address > Devices',
    url: 'https://manager.infomaniak.com',
    wrongKinds: [],
    ignoresSpaces: false,
  },
  senderRule: 'The sender should usually be the mailbox itself or an alias of it.',
  recommends: { port: 465, confidence: 'documented' },
  portPreference: {
    avoid: 587,
    because: 'Infomaniak supports 587 and advises against it; 465 is the port it recommends.',
    source: docs,
  },
  receives: {
    domains: [{ names: ['ik.me', 'ikmail.com', 'etik.com'] }],
    mx: [{ suffix: 'infomaniak.ch', confidence: 'usual' }],
  },
  alsoKnownAs: ['infomaniak.ch'],
  quirks: [
    {
      kind: 'other',
      text: 'Every recipient in To, CC and BCC counts as one message.',
      confidence: 'documented',
      source: limits,
    },
  ],
  limits: [
    {
      text: 'In 24 hours a mailbox sends up to 100 messages on the single-address starter offer, 500 with my kSuite and 1440 on most paid plans.',
      confidence: 'documented',
      source: limits,
    },
    {
      text: 'A message from an ik.me address usually has up to 10 recipients.',
      confidence: 'usual',
      source: 'https://github.com/deltachat/provider-db/blob/HEAD/_providers/infomaniak.com.md',
    },
  ],
  dns: {
    spfInclude: { host: 'spf.infomaniak.ch', confidence: 'usual' },
    dkim: {
      text: 'Usually one TXT record before ._domainkey whose name is a date. The Infomaniak Manager shows it.',
      confidence: 'usual',
    },
  },
  knownReplies: [
    {
      id: 'infomaniak-login',
      stages: ['auth'],
      code: 535,
      pattern: 'auth|credential|login|password|user',
      title: 'Infomaniak refused the login',
      why: 'Usually the password is not one of this mailbox, or the user name is not its complete address.',
      doThis: [
        'Open Mail Service in the Infomaniak Manager and choose the address.',
        'Make a password for a device under Devices, or set a new one for the mailbox.',
        'Use the complete address as user name.',
      ],
      source: docs,
      confidence: 'usual',
    },
  ],
  docsUrl: docs,
  checked: '2026-11-23',
};
