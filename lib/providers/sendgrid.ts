import { sendgridReplies } from './sendgrid-replies';
import type { Provider, ProviderPort } from './provider';

const docs = 'https://www.twilio.com/docs/sendgrid/for-developers/sending-email/integrating-with-the-smtp-api';
const manual = 'https://github.com/sendgrid/docs/blob/HEAD/content/docs';

const ports: readonly ProviderPort[] = [
  { port: 465, security: 'implicit-tls', confidence: 'documented' },
  { port: 587, security: 'starttls', confidence: 'documented' },
  { port: 2525, security: 'starttls', confidence: 'documented' },
  { port: 25, security: 'starttls', confidence: 'documented' },
];

export const sendgrid: Provider = {
  id: 'sendgrid',
  kind: 'sending',
  name: 'SendGrid',
  shortName: 'SendGrid',
  hint: 'Twilio · API key',
  mark: { letters: 'SG', hue: '#1a6fc0' },
  aliases: ['Twilio SendGrid', 'SendGrid'],
  variantQuestion: 'Where is your SendGrid account?',
  variants: [
    {
      id: 'global',
      label: 'Global',
      hint: 'smtp.sendgrid.net, for nearly everybody',
      host: 'smtp.sendgrid.net',
      ports,
      login: 'required',
    },
    {
      id: 'eu',
      label: 'European Union',
      hint: 'smtp.eu.sendgrid.net, only for keys of an EU subuser',
      host: 'smtp.eu.sendgrid.net',
      ports: ports.map((port) => ({ ...port, confidence: 'usual' })),
      login: 'required',
    },
  ],
  username: {
    kind: 'fixed',
    value: 'apikey',
    hint: 'SendGrid wants exactly this word from everybody. The key goes into the next field.',
  },
  password: {
    label: 'API key',
    hint: 'A key that may send mail. SendGrid shows it once, when it is made.',
    menu: 'Settings > API Keys > Create API Key, with full access to Mail Send',
    url: 'https://app.sendgrid.com/settings/api_keys',
    looksLike: {
      pattern: '^SG\\.[\\w-]{20,24}\\.[\\w-]{39,50}$',
      otherwise:
        'SendGrid keys usually start with SG. and are 69 characters long. This looks like something else, perhaps the key’s ID.',
    },
    wrongKinds: [],
    ignoresSpaces: false,
  },
  senderRule: 'The sender must be a verified Sender Identity: an authenticated domain or one verified address.',
  recommends: { port: 587, confidence: 'documented' },
  alsoKnownAs: ['sendgrid.com', 'twilio.com'],
  quirks: [
    {
      kind: 'other',
      text: 'SendGrid shows a key once. Afterwards only its ID can be seen, and that is no password.',
      confidence: 'documented',
      source: `${manual}/ui/account-and-settings/api-keys.md`,
    },
    {
      kind: 'other',
      text: 'A blank or a line break that was copied along with the key makes the login fail.',
      confidence: 'documented',
      source: docs,
    },
    {
      kind: 'other',
      text: 'The sender is usually checked only after the whole message was handed over: a login that works says nothing about the sender.',
      confidence: 'usual',
    },
    {
      kind: 'needs-plan',
      text: 'Keys for the European Union belong to a regional subuser, which usually needs a Pro plan or above.',
      confidence: 'usual',
    },
    {
      kind: 'other',
      text: 'Connect by name. The addresses behind it change without notice, so a firewall rule by address breaks.',
      confidence: 'documented',
      source: docs,
    },
  ],
  limits: [
    {
      text: 'The free plan that had no end has been withdrawn. A trial usually lasts 60 days and sends up to 100 messages a day.',
      confidence: 'usual',
    },
    {
      text: 'A message with everything attached should stay below 20 MB.',
      confidence: 'documented',
      source: `${manual}/for-developers/sending-email/getting-started-smtp.md`,
    },
  ],
  dns: {
    spfInclude: {
      host: 'sendgrid.net',
      confidence: 'documented',
      note: 'Only with Automated Security switched off. The three CNAME records that SendGrid asks for by default need no change to SPF.',
    },
    dkim: {
      text: 'Two CNAME records, s1._domainkey and s2._domainkey. SendGrid shows their targets under Sender Authentication.',
      confidence: 'documented',
      source: `${manual}/ui/account-and-settings/how-to-set-up-domain-authentication.md`,
    },
    others: [
      {
        text: 'A third CNAME, em and some digits, is for the return path.',
        confidence: 'documented',
        source: `${manual}/ui/account-and-settings/how-to-set-up-domain-authentication.md`,
      },
      {
        text: 'Some DNS hosts add the domain by themselves: then only the left part of a name is entered.',
        confidence: 'documented',
        source: `${manual}/ui/account-and-settings/how-to-set-up-domain-authentication.md`,
      },
    ],
  },
  knownReplies: sendgridReplies,
  afterAcceptance: {
    why: 'SendGrid takes a message first and may drop it later, for instance when the recipient once bounced or complained.',
    doThis: [
      'Look for the message under Activity in the SendGrid console.',
      'Look under Suppressions for the recipient.',
    ],
    source: 'https://www.twilio.com/docs/sendgrid/ui/sending-email/index-suppressions',
  },
  docsUrl: docs,
  checked: '2026-11-23',
};
