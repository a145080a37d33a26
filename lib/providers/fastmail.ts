import { completeAddress } from './complete-address';
import type { Provider } from './provider';

const docs = 'https://www.fastmail.com/help/technical/servernamesandports.html';

export const fastmail: Provider = {
  id: 'fastmail',
  kind: 'mailbox',
  name: 'Fastmail',
  shortName: 'Fastmail',
  hint: 'App password',
  mark: { letters: 'FM', hue: '#0067b9' },
  aliases: ['FastMail', 'messagingengine.com'],
  variantQuestion: '',
  variants: [
    {
      id: 'mailbox',
      label: 'A Fastmail mailbox',
      hint: 'smtp.fastmail.com, with an app password',
      host: 'smtp.fastmail.com',
      ports: [
        { port: 465, security: 'implicit-tls', confidence: 'documented' },
        { port: 587, security: 'starttls', confidence: 'usual' },
      ],
      login: 'required',
    },
  ],
  username: {
    ...completeAddress,
    hint: 'Your Fastmail address with its domain. With a domain of your own it is the address you log in to Fastmail with.',
  },
  password: {
    label: 'App password',
    hint: 'A password that Fastmail makes for one program. Your normal password does not work here, even without two-step sign-in.',
    menu: 'Settings > Privacy & Security > Connected apps & API tokens > New app password',
    url: 'https://app.fastmail.com/settings/security/integrations',
    wrongKinds: [],
    ignoresSpaces: true,
  },
  senderRule: 'The sender should usually be a verified address, alias or identity of the account.',
  recommends: { port: 465, confidence: 'documented' },
  receives: {
    domains: [{ names: ['fastmail.com', 'fastmail.fm'] }],
    mx: [{ suffix: 'messagingengine.com', confidence: 'usual' }],
  },
  alsoKnownAs: ['messagingengine.com', 'fastmail.fm', 'fastmail.net'],
  quirks: [
    {
      kind: 'app-password',
      text: 'Programs log in with an app password, never with the normal one.',
      confidence: 'documented',
      source: docs,
    },
    {
      kind: 'needs-plan',
      text: 'Basic plans may not let other programs in.',
      confidence: 'usual',
    },
    {
      kind: 'other',
      text: 'Port 465 is TLS from the first byte, not STARTTLS, and there is no way in without encryption.',
      confidence: 'documented',
      source: docs,
    },
  ],
  limits: [
    {
      text: 'An account may usually send about 4000 to 8000 messages a day, depending on its plan.',
      confidence: 'usual',
    },
  ],
  dns: {
    spfInclude: { host: 'spf.messagingengine.com', confidence: 'usual' },
    dkim: {
      text: 'Usually three CNAME records: fm1, fm2 and fm3, each before ._domainkey. Fastmail shows their targets in the domain’s settings.',
      confidence: 'usual',
    },
  },
  knownReplies: [
    {
      id: 'fastmail-login',
      stages: ['auth'],
      code: 535,
      pattern: 'auth|credential|login|password|user',
      title: 'Fastmail refused the password',
      why: 'Fastmail lets programs in with an app password only. It refuses the normal password, and an app password that was revoked or may not use mail.',
      doThis: [
        'In Fastmail open Settings > Privacy & Security > Connected apps & API tokens.',
        'Make a new app password with access to mail, and paste it here; spaces do not matter.',
        'Use the complete Fastmail address as user name.',
      ],
      source: docs,
      confidence: 'documented',
    },
  ],
  docsUrl: docs,
  checked: '2026-11-23',
};
