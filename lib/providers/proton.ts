import { completeAddress } from './complete-address';
import type { Provider } from './provider';

const docs = 'https://proton.me/support/smtp-submission';

export const proton: Provider = {
  id: 'proton',
  kind: 'mailbox',
  name: 'Proton Mail',
  shortName: 'Proton',
  hint: 'SMTP token · own domain',
  mark: { letters: 'PM', hue: '#6d4aff' },
  aliases: ['ProtonMail', 'Proton', 'Proton Bridge', 'pm.me'],
  variantQuestion: '',
  variants: [
    {
      id: 'submission',
      label: 'SMTP submission',
      hint: 'smtp.protonmail.ch, with an SMTP token',
      host: 'smtp.protonmail.ch',
      ports: [{ port: 587, security: 'starttls', confidence: 'usual' }],
      login: 'required',
    },
  ],
  username: {
    ...completeAddress,
    hint: 'The address on your own domain for which the token was made.',
    wrongKinds: [
      {
        pattern: '@(proton\\.me|protonmail\\.com|pm\\.me)$',
        warning: 'Proton makes SMTP tokens only for addresses on a domain of your own, not for this kind of address.',
      },
    ],
  },
  password: {
    label: 'SMTP token',
    hint: 'A token that Proton makes for one address and shows once. The password of your Proton account does not work here.',
    menu: 'Settings > All settings > Proton Mail > IMAP/SMTP > SMTP tokens > Generate token',
    url: 'https://account.proton.me/u/0/mail/imap-smtp',
    wrongKinds: [],
    ignoresSpaces: false,
  },
  senderRule: 'The sender must be the address of the token, on a domain of your own.',
  recommends: { port: 587, confidence: 'usual' },
  receives: {
    domains: [{ names: ['proton.me', 'protonmail.com', 'pm.me'] }],
    mx: [{ suffix: 'protonmail.ch', confidence: 'usual' }],
  },
  alsoKnownAs: ['protonmail.com', 'proton.me', 'proton.ch', 'mail-europe.com'],
  quirks: [
    {
      kind: 'needs-plan',
      text: 'SMTP tokens usually come with business plans, Visionary and Family only, and need a domain of your own.',
      confidence: 'usual',
      source: docs,
    },
    {
      kind: 'no-implicit-tls',
      text: 'Proton usually takes mail on port 587 with STARTTLS and has no port 465.',
      confidence: 'usual',
    },
    {
      kind: 'other',
      text: 'Mail sent this way is not end-to-end encrypted.',
      confidence: 'documented',
      source: docs,
    },
    {
      kind: 'other',
      text: 'Many guides say that Proton Bridge is the only way. Bridge runs on your own computer, usually at 127.0.0.1 port 1025, so a website elsewhere cannot use it; an SMTP token needs no Bridge.',
      confidence: 'usual',
    },
  ],
  limits: [],
  dns: {
    spfInclude: { host: '_spf.protonmail.ch', confidence: 'usual' },
    dkim: {
      text: 'Usually three CNAME records: protonmail, protonmail2 and protonmail3, each before ._domainkey. Proton shows their targets when you add the domain.',
      confidence: 'usual',
    },
  },
  knownReplies: [
    {
      id: 'proton-login',
      stages: ['auth'],
      code: 535,
      pattern: 'auth|credential|login|password|user|token',
      title: 'Proton refused the login',
      why: 'Usually the password of the Proton account was given instead of an SMTP token, the token belongs to another address, or the plan has no SMTP.',
      doThis: [
        'In Proton open Settings > All settings > IMAP/SMTP > SMTP tokens.',
        'Generate a token for the address on your own domain. No such entry there usually means that the plan has no SMTP.',
        'Give that address as user name and the token as password.',
      ],
      source: docs,
      confidence: 'usual',
    },
  ],
  docsUrl: docs,
  checked: '2026-11-23',
};
