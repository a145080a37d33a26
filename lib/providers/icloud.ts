import { completeAddress } from './complete-address';
import type { Provider } from './provider';

const docs = 'https://support.apple.com/102525';
const guide = 'https://postigo.net/smtp/icloud';

export const icloud: Provider = {
  id: 'icloud',
  kind: 'mailbox',
  name: 'iCloud Mail',
  shortName: 'iCloud',
  hint: 'App-specific password',
  mark: { letters: 'iC', hue: '#0b63ce' },
  aliases: ['Apple Mail', 'Apple iCloud', 'me.com', 'mac.com'],
  variantQuestion: '',
  variants: [
    {
      id: 'mailbox',
      label: 'An iCloud mailbox',
      hint: 'smtp.mail.me.com, with an app-specific password',
      host: 'smtp.mail.me.com',
      ports: [{ port: 587, security: 'starttls', confidence: 'usual' }],
      login: 'required',
    },
  ],
  username: {
    ...completeAddress,
    hint: 'The complete iCloud address. With a domain of your own it is usually the primary iCloud address all the same.',
  },
  password: {
    label: 'App-specific password',
    hint: 'A password that Apple makes for one program, usually four groups of four letters. It needs two-factor authentication.',
    menu: 'account.apple.com > Sign-In and Security > App-Specific Passwords',
    url: 'https://account.apple.com/account/manage',
    looksLike: {
      pattern: '^[a-z]{4}(-?[a-z]{4}){3}$',
      otherwise:
        'App-specific passwords usually look like abcd-efgh-ijkl-mnop. This looks like something else, perhaps the password of the Apple account.',
    },
    wrongKinds: [],
    ignoresSpaces: false,
  },
  senderRule:
    'The sender should usually be the iCloud address, one of its aliases or an own-domain address of the account.',
  recommends: { port: 587, confidence: 'usual' },
  receives: {
    domains: [{ names: ['icloud.com', 'me.com', 'mac.com'] }],
    mx: [{ suffix: 'mail.icloud.com', confidence: 'usual' }],
  },
  alsoKnownAs: ['icloud.com', 'apple.com'],
  quirks: [
    {
      kind: 'app-password',
      text: 'The ordinary password of the Apple account usually does not work in other programs; an app-specific password does.',
      confidence: 'usual',
      source: guide,
    },
    {
      kind: 'app-password',
      text: 'A change of the Apple account’s password usually revokes all app-specific passwords.',
      confidence: 'usual',
    },
    {
      kind: 'no-implicit-tls',
      text: 'iCloud usually takes mail on port 587 with STARTTLS. Some guides name 465 too, others found it refused.',
      confidence: 'usual',
      source: 'https://github.com/thunderbird/autoconfig/blob/HEAD/ispdb/me.com.xml',
    },
  ],
  limits: [
    {
      text: 'An account may usually send 1000 messages a day to 1000 recipients in all; some guides name 200 messages.',
      confidence: 'usual',
    },
    { text: 'A message may usually have up to 500 recipients and 20 MB.', confidence: 'usual' },
  ],
  dns: {
    spfInclude: {
      host: 'icloud.com',
      confidence: 'usual',
      note: 'Only for a domain of your own that iCloud Mail serves.',
    },
    dkim: {
      text: 'Usually one CNAME record, sig1._domainkey. Apple shows its target when you add a domain of your own.',
      confidence: 'usual',
    },
  },
  knownReplies: [
    {
      id: 'icloud-login',
      stages: ['auth'],
      code: 535,
      pattern: 'auth|credential|login|password|user',
      title: 'iCloud refused the password',
      why: 'Usually the password of the Apple account was given instead of an app-specific one, or the app-specific one was revoked. A change of the Apple password usually revokes them all.',
      doThis: [
        'Open account.apple.com > Sign-In and Security and turn on two-factor authentication.',
        'Open App-Specific Passwords there and make a new one.',
        'Paste it here, and use the complete iCloud address as user name.',
      ],
      source: guide,
      confidence: 'usual',
    },
  ],
  docsUrl: docs,
  checked: '2026-11-23',
};
