import { sparkpostReplies } from './sparkpost-replies';
import type { Provider } from './provider';

const manual = 'https://github.com/SparkPost/support-docs/blob/HEAD/content/docs';
const connection = `${manual}/faq/smtp-connection-problems.md`;
const requirements = `${manual}/getting-started/requirements-for-sending-domains.md`;

export const sparkpost: Provider = {
  id: 'sparkpost',
  kind: 'sending',
  name: 'SparkPost (Bird)',
  shortName: 'SparkPost',
  hint: 'US or EU · API key',
  mark: { letters: 'SP', hue: '#b83c0b' },
  aliases: ['SparkPost', 'Bird Email', 'MessageBird'],
  variantQuestion: 'Where is your SparkPost account?',
  variants: [
    {
      id: 'us',
      label: 'United States',
      hint: 'smtp.sparkpostmail.com',
      host: 'smtp.sparkpostmail.com',
      ports: [
        { port: 587, security: 'starttls', confidence: 'documented' },
        { port: 2525, security: 'starttls', confidence: 'documented' },
      ],
      login: 'required',
    },
    {
      id: 'eu',
      label: 'European Union',
      hint: 'smtp.eu.sparkpostmail.com',
      host: 'smtp.eu.sparkpostmail.com',
      ports: [
        { port: 587, security: 'starttls', confidence: 'documented' },
        { port: 2525, security: 'starttls', confidence: 'usual' },
      ],
      login: 'required',
    },
  ],
  username: {
    kind: 'fixed',
    value: 'SMTP_Injection',
    hint: 'SparkPost wants exactly this from everybody. The API key goes into the next field.',
  },
  password: {
    label: 'API key',
    hint: 'A key with the permission Send via SMTP.',
    menu: 'Configuration > API Keys > Create API Key, with Send via SMTP ticked',
    url: 'https://app.sparkpost.com/account/smtp',
    looksLike: {
      pattern: '^[0-9A-Za-z]{40}$',
      otherwise: 'SparkPost keys usually have 40 letters and digits. This looks like something else.',
    },
    wrongKinds: [],
    ignoresSpaces: false,
  },
  senderRule: 'The sender must be on a sending domain that was verified and that passed SparkPost’s review.',
  recommends: { port: 587, confidence: 'documented' },
  alsoKnownAs: ['sparkpost.com'],
  quirks: [
    {
      kind: 'no-implicit-tls',
      text: 'SparkPost names port 587, and 2525 where that is blocked, both with STARTTLS. It does not name port 465.',
      confidence: 'documented',
      source: connection,
    },
    {
      kind: 'other',
      text: 'Accounts in the United States and in the European Union are apart: the key of one does not work on the other host.',
      confidence: 'documented',
      source: `${manual}/faq/sparkpost-eu-faq.md`,
    },
    {
      kind: 'other',
      text: 'One of SparkPost’s own pages names the European host smtp.eu.sparkpost.com. If one of the two does not answer, the other usually does.',
      confidence: 'usual',
      source: `${manual}/faq/sparkpost-eu-faq.md`,
    },
    {
      kind: 'activation',
      text: 'A sending domain is looked at before it may send, which can take an hour. It needs a website that works.',
      confidence: 'documented',
      source: requirements,
    },
    {
      kind: 'other',
      text: 'A program that speaks nothing newer than TLS 1.0 is refused.',
      confidence: 'documented',
      source: `${manual}/integrations/ms-windows-powershell.md`,
    },
  ],
  limits: [
    {
      text: 'A new paid account may send 1000 messages a day at first.',
      confidence: 'documented',
      source: `${manual}/faq/daily-and-monthly-quota-limits.md`,
    },
    {
      text: 'A message may have 20 MB with everything attached.',
      confidence: 'documented',
      source: `${manual}/user-guide/sending-attachments.md`,
    },
  ],
  dns: {
    spfInclude: {
      host: '_spf.sparkpostmail.com',
      confidence: 'documented',
      note: 'Seldom needed, since SPF passes through the bounce domain. Accounts in the European Union have _spf.eu.sparkpostmail.com.',
    },
    dkim: {
      text: 'One TXT record whose name begins with scph and some digits. SparkPost shows it with the sending domain.',
      confidence: 'documented',
      source: `${manual}/integrations/marketing-rocket.md`,
    },
    others: [
      {
        text: 'A bounce domain of your own is a CNAME record.',
        confidence: 'documented',
        source: requirements,
      },
    ],
  },
  knownReplies: sparkpostReplies,
  docsUrl: 'https://support.sparkpost.com/docs/faq/smtp-connection-problems',
  checked: '2026-11-23',
};
