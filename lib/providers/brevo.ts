import { brevoReplies } from './brevo-replies';
import type { Provider } from './provider';

const docs = 'https://developers.brevo.com/docs/smtp-integration';
const keys = 'https://help.brevo.com/hc/en-us/articles/7959631848850-Create-and-manage-your-SMTP-keys';
const addresses =
  'https://help.brevo.com/hc/en-us/articles/5740111683858-Authorize-and-block-IP-addresses-for-API-and-SMTP-security';
const domains =
  'https://help.brevo.com/hc/en-us/articles/16045394674066-Troubleshooting-issues-with-domain-authentication-Brevo-code-DKIM-record-DMARC-record';

export const brevo: Provider = {
  id: 'brevo',
  kind: 'sending',
  name: 'Brevo (Sendinblue)',
  shortName: 'Brevo',
  hint: 'SMTP login and SMTP key',
  mark: { letters: 'BR', hue: '#0b7247' },
  aliases: ['Brevo', 'Sendinblue', 'SendinBlue'],
  variantQuestion: 'Which Brevo host?',
  variants: [
    {
      id: 'relay',
      label: 'Brevo',
      hint: 'smtp-relay.brevo.com',
      host: 'smtp-relay.brevo.com',
      ports: [
        { port: 465, security: 'implicit-tls', confidence: 'documented' },
        // Brevo's page calls the next two unencrypted; STARTTLS is what programs use there.
        { port: 587, security: 'starttls', confidence: 'usual' },
        { port: 2525, security: 'starttls', confidence: 'usual' },
      ],
      login: 'required',
    },
  ],
  username: {
    kind: 'typed',
    label: 'SMTP login',
    hint: 'The login on Brevo’s SMTP page. Newer accounts usually have one that ends in @smtp-brevo.com, older ones the address of the account.',
    sameAsSender: false,
    looksLike: {
      pattern: '^[^@\\s]+@[^@\\s]+$',
      otherwise: 'Brevo’s SMTP login usually looks like an email address. This does not.',
    },
    wrongKinds: [],
  },
  password: {
    label: 'SMTP key',
    hint: 'A key made for SMTP. Brevo shows it once, when it is made.',
    menu: 'the account menu > SMTP & API > SMTP > Generate a new SMTP key',
    url: 'https://app.brevo.com/settings/keys/smtp',
    wrongKinds: [
      {
        pattern: '^xkeysib-',
        warning:
          'This is a Brevo API key. SMTP has a key of its own, which usually begins with xsmtpsib: make one on the SMTP tab.',
      },
    ],
    ignoresSpaces: false,
  },
  senderRule: 'The sender must be an address or a domain that was verified in Brevo.',
  recommends: { port: 587, confidence: 'usual' },
  alsoKnownAs: ['sendinblue.com', 'brevosend.com'],
  quirks: [
    {
      kind: 'activation',
      text: 'A new account often has to be activated for sending by Brevo’s support. The login works before that; the message itself is refused.',
      confidence: 'usual',
    },
    {
      kind: 'address-allow-list',
      text: 'Brevo may refuse machines whose address it does not know. Accounts made after 16 May 2024 usually have this switched on.',
      confidence: 'usual',
      source: addresses,
    },
    {
      kind: 'alters-mail',
      text: 'Without an authenticated domain Brevo may replace the part of the sender after the @ by one of its own.',
      confidence: 'documented',
      source: domains,
    },
    {
      kind: 'other',
      text: 'An SMTP key and an API key look alike, and neither works in the other’s place.',
      confidence: 'documented',
      source: docs,
    },
    {
      kind: 'other',
      text: 'A new SMTP login switches the old one off, for every program that uses it.',
      confidence: 'documented',
      source: keys,
    },
    {
      kind: 'moved-host',
      text: 'Older guides name smtp-relay.sendinblue.com, from before Sendinblue was renamed in 2023. It is usually better to use the new name.',
      confidence: 'usual',
    },
  ],
  limits: [
    { text: 'The free plan usually sends 300 messages a day.', confidence: 'usual' },
    { text: 'A message may usually have 20 MB.', confidence: 'usual' },
  ],
  dns: {
    spfInclude: {
      host: 'spf.brevo.com',
      confidence: 'usual',
      note: 'Usually not needed on shared addresses, where the return path is a domain of Brevo.',
    },
    dkim: {
      text: 'Usually two CNAME records, brevo1._domainkey and brevo2._domainkey. Brevo shows their targets.',
      confidence: 'usual',
    },
    others: [
      {
        text: 'A TXT record on the domain itself, brevo-code and a value, shows that the domain is yours.',
        confidence: 'documented',
        source: domains,
      },
      { text: 'Brevo wants a DMARC record too.', confidence: 'documented', source: domains },
    ],
  },
  knownReplies: brevoReplies,
  docsUrl: docs,
  checked: '2026-11-23',
};
