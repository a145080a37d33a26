import { mailtrapSendingReplies } from './mailtrap-sending-replies';
import type { Provider } from './provider';

const manual = 'https://github.com/mailtrap/mailtrap-docs/blob/HEAD/documentation/email-api-smtp';
const tokens = `${manual}/setup/api-tokens.md`;
const limits = `${manual}/setup/sending-limits.md`;
const domain = `${manual}/setup/sending-domain.md`;

export const mailtrapSending: Provider = {
  id: 'mailtrap-sending',
  kind: 'sending',
  name: 'Mailtrap',
  shortName: 'Mailtrap',
  hint: 'Real mail · API token',
  mark: { letters: 'MT', hue: '#0b7a5c' },
  aliases: ['Mailtrap', 'Mailtrap Sending', 'Mailtrap Email Sending'],
  variantQuestion: 'Which stream?',
  variants: [
    {
      id: 'transactional',
      label: 'Transactional',
      hint: 'live.smtp.mailtrap.io, for mail to one person at a time',
      host: 'live.smtp.mailtrap.io',
      ports: [
        // On Mailtrap's page about firewalls, but missing in its glossary.
        { port: 465, security: 'implicit-tls', confidence: 'usual' },
        { port: 587, security: 'starttls', confidence: 'documented' },
        { port: 2525, security: 'starttls', confidence: 'documented' },
        { port: 25, security: 'starttls', confidence: 'documented' },
      ],
      login: 'required',
    },
    {
      id: 'bulk',
      label: 'Bulk',
      hint: 'bulk.smtp.mailtrap.io, for newsletters',
      host: 'bulk.smtp.mailtrap.io',
      ports: [
        { port: 465, security: 'implicit-tls', confidence: 'documented' },
        { port: 587, security: 'starttls', confidence: 'documented' },
        { port: 2525, security: 'starttls', confidence: 'documented' },
        { port: 25, security: 'starttls', confidence: 'documented' },
      ],
      login: 'required',
    },
  ],
  username: {
    kind: 'fixed',
    value: 'api',
    hint: 'Mailtrap wants exactly this word from everybody. The token goes into the next field.',
  },
  password: {
    label: 'API token',
    hint: 'The token of the sending domain, not the password of a sandbox.',
    menu: 'API/SMTP > Sending Setup > your domain > Transactional or Bulk > SMTP',
    url: 'https://mailtrap.io/api-smtp/sending-setup',
    looksLike: {
      pattern: '^[0-9A-Fa-f]{32}$',
      otherwise:
        'Mailtrap tokens usually have 32 characters, digits and the letters a to f. This looks like something else.',
    },
    wrongKinds: [
      {
        pattern: '^[0-9A-Fa-f]{14}$',
        warning:
          'These are 14 characters, usually the password of a Mailtrap sandbox. Real sending needs an API token.',
      },
    ],
    ignoresSpaces: false,
  },
  senderRule:
    'The sender must be on exactly the domain that was verified in Mailtrap; a subdomain is another one. The demo domain writes only to your own address.',
  recommends: { port: 587, confidence: 'documented' },
  quirks: [
    {
      kind: 'activation',
      text: 'Mailtrap checks a new domain before it sends real mail from it.',
      confidence: 'documented',
      source: `${manual}/troubleshooting/sending-from-domain-not-allowed.md`,
    },
    {
      kind: 'sandbox',
      text: 'The domain marked Demo sends only to the address with which the account was opened.',
      confidence: 'documented',
      source: domain,
    },
    {
      kind: 'other',
      text: 'A new token ends after 365 days unless that is changed. Sending then stops a year later.',
      confidence: 'documented',
      source: tokens,
    },
    {
      kind: 'other',
      text: 'After a token was reset, the old one works for 12 more hours.',
      confidence: 'documented',
      source: tokens,
    },
    {
      kind: 'other',
      text: 'Sending and sandbox have different hosts, user names and passwords.',
      confidence: 'documented',
      source: 'https://github.com/mailtrap/mailtrap-docs/blob/HEAD/documentation/email-sandbox/overview.md',
    },
  ],
  limits: [
    { text: 'A new account may send 150 messages an hour.', confidence: 'documented', source: limits },
    { text: 'The free plan sends 150 messages a day and 4000 a month.', confidence: 'documented', source: limits },
    {
      text: 'A message may have 10 MB; Mailtrap allows up to 30 MB when asked.',
      confidence: 'documented',
      source: limits,
    },
    { text: 'At most 10 connections are open at once.', confidence: 'documented', source: limits },
  ],
  dns: {
    dkim: {
      text: 'Two CNAME records, rwmt1._domainkey and rwmt2._domainkey. Mailtrap shows their targets.',
      confidence: 'documented',
      source: domain,
    },
    others: [
      {
        text: 'No SPF record is needed: the CNAME that shows the domain is yours covers it.',
        confidence: 'documented',
        source: `${manual}/setup/sending-domain/cloudflare.md`,
      },
      {
        text: 'Two more CNAME records are for verification and tracking, and a TXT record for DMARC.',
        confidence: 'documented',
        source: domain,
      },
    ],
  },
  knownReplies: mailtrapSendingReplies,
  docsUrl: 'https://docs.mailtrap.io/email-api-smtp/smtp-integration',
  checked: '2026-11-23',
};
