import { completeAddress } from './complete-address';
import type { Provider } from './provider';

const docs = 'https://www.godaddy.com/help/server-and-port-settings-for-workspace-email-6949';
const microsoft = 'https://ca.godaddy.com/help/microsoft-365-email-account-limitations-9003';

export const godaddy: Provider = {
  id: 'godaddy',
  kind: 'mailbox',
  name: 'GoDaddy Email',
  shortName: 'GoDaddy',
  hint: 'Password · by product',
  mark: { letters: 'GD', hue: '#00645f' },
  aliases: ['GoDaddy', 'secureserver.net', 'Wild West Domains', 'Workspace Email', 'Professional Email', 'Titan'],
  variantQuestion: 'Which GoDaddy email product do you have?',
  variants: [
    {
      id: 'workspace',
      label: 'Workspace Email',
      hint: 'smtpout.secureserver.net, the older product',
      host: 'smtpout.secureserver.net',
      ports: [
        { port: 465, security: 'implicit-tls', confidence: 'usual' },
        { port: 587, security: 'starttls', confidence: 'usual' },
        { port: 80, security: 'starttls', confidence: 'usual' },
        { port: 3535, security: 'starttls', confidence: 'usual' },
        { port: 25, security: 'starttls', confidence: 'usual' },
      ],
      login: 'required',
    },
    {
      id: 'titan',
      label: 'Professional Email, run by Titan',
      hint: 'smtp.titan.email',
      host: 'smtp.titan.email',
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
    hint: 'The password of this mailbox, usually not the one of your GoDaddy account.',
    menu: 'Email & Office Dashboard, then the user > Manage',
    url: 'https://productivity.godaddy.com',
    wrongKinds: [],
    ignoresSpaces: false,
  },
  senderRule: 'The sender should usually be the mailbox itself or an alias of it.',
  recommends: { port: 465, confidence: 'usual' },
  receives: {
    domains: [{ names: ['secureserver.net'], variant: 'workspace' }],
    mx: [{ suffix: 'secureserver.net', variant: 'workspace', confidence: 'usual' }],
  },
  alsoKnownAs: ['godaddy.com', 'flockmail.com'],
  quirks: [
    {
      kind: 'other',
      text: 'Many GoDaddy mailboxes are really Microsoft 365. For those choose Microsoft 365 as provider: its server and its rules apply.',
      confidence: 'documented',
      source: microsoft,
    },
    {
      kind: 'moved-host',
      text: 'GoDaddy seems to be ending Workspace Email, and new mailboxes are usually Professional Email or Microsoft 365. If the login fails, the mailbox may have moved.',
      confidence: 'usual',
    },
    {
      kind: 'other',
      text: 'Workspace Email usually listens on ports 80 and 3535 too. Old guides often use them without encryption; STARTTLS is what to look for there.',
      confidence: 'usual',
    },
  ],
  limits: [
    {
      text: 'A Workspace Email mailbox usually has 250 SMTP relays a day, unless more were bought.',
      confidence: 'usual',
    },
    {
      text: 'Microsoft 365 from GoDaddy sends at most 30 messages a minute and 10,000 in 24 hours, each up to 25 MB.',
      confidence: 'documented',
      source: microsoft,
    },
  ],
  dns: { spfInclude: { host: 'secureserver.net', confidence: 'usual', note: 'For Workspace Email.' } },
  knownReplies: [
    {
      id: 'godaddy-login',
      stages: ['auth'],
      code: 535,
      pattern: 'auth|credential|login|password|user',
      title: 'GoDaddy refused the login',
      why: 'Usually the mailbox belongs to another product than this server: Workspace Email, Professional Email and Microsoft 365 have one each. Or the password is not the one of the mailbox.',
      doThis: [
        'Open the Email & Office Dashboard and see which product the mailbox has.',
        'Choose that product here. For Microsoft 365 choose Microsoft 365 as provider.',
        'Set a new password under Manage, and use the complete address as user name.',
      ],
      source: docs,
      confidence: 'usual',
      mayBeOtherVariant: true,
    },
    {
      id: 'godaddy-relay-quota',
      stages: ['mail-from', 'rcpt-to', 'data'],
      code: 550,
      pattern: 'relay.*quota|exceeded its max number of relays',
      title: 'This mailbox has sent all it may today',
      why: 'The settings are right. Workspace Email counts what is relayed in a day, usually up to 250.',
      doThis: [
        'Wait until tomorrow and send again.',
        'Or add SMTP relays for the mailbox in the Email & Office Dashboard.',
      ],
      source: docs,
      confidence: 'usual',
    },
  ],
  docsUrl: docs,
  checked: '2026-11-23',
};
