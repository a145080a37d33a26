import type { Provider, ProviderPort } from './provider';

const docs = 'https://developers.smtp2go.com/docs/smtp-relay';

const ports: readonly ProviderPort[] = [
  { port: 465, security: 'implicit-tls', confidence: 'documented' },
  { port: 587, security: 'starttls', confidence: 'documented' },
  { port: 2525, security: 'starttls', confidence: 'documented' },
  { port: 8465, security: 'implicit-tls', confidence: 'documented' },
  { port: 443, security: 'implicit-tls', confidence: 'documented' },
  { port: 8025, security: 'starttls', confidence: 'documented' },
  { port: 80, security: 'starttls', confidence: 'documented' },
  { port: 25, security: 'starttls', confidence: 'documented' },
];

export const smtp2go: Provider = {
  id: 'smtp2go',
  kind: 'sending',
  name: 'SMTP2GO',
  shortName: 'SMTP2GO',
  hint: 'SMTP user · eight ports',
  mark: { letters: '2GO', hue: '#1f5fa8' },
  aliases: ['SMTP2GO', 'SMTP 2 GO'],
  variantQuestion: 'Where should your mail be processed?',
  variants: [
    {
      id: 'global',
      label: 'Global',
      hint: 'mail.smtp2go.com, for nearly everybody',
      host: 'mail.smtp2go.com',
      ports,
      login: 'required',
    },
    {
      id: 'us',
      label: 'United States',
      hint: 'mail-us.smtp2go.com',
      host: 'mail-us.smtp2go.com',
      ports,
      login: 'required',
    },
    {
      id: 'eu',
      label: 'Europe',
      hint: 'mail-eu.smtp2go.com, European Union and United Kingdom',
      host: 'mail-eu.smtp2go.com',
      ports,
      login: 'required',
    },
    {
      id: 'au',
      label: 'Australia',
      hint: 'mail-au.smtp2go.com',
      host: 'mail-au.smtp2go.com',
      ports,
      login: 'required',
    },
  ],
  username: {
    kind: 'typed',
    label: 'SMTP user name',
    hint: 'The name of an SMTP user, not the address you sign in to SMTP2GO with.',
    sameAsSender: false,
  },
  password: {
    label: 'SMTP password',
    hint: 'The password of that SMTP user.',
    menu: 'Sending > SMTP Users > Add SMTP User',
    url: 'https://app.smtp2go.com/sending/smtp_users/',
    wrongKinds: [
      {
        pattern: '^api-[0-9A-Fa-f]{24,40}$',
        warning:
          'This looks like an SMTP2GO API key. SMTP wants the password of an SMTP user, under Sending > SMTP Users.',
      },
    ],
    ignoresSpaces: false,
  },
  senderRule: 'The sender’s domain or address must be listed under Verified Senders.',
  recommends: { port: 2525, confidence: 'usual' },
  quirks: [
    {
      kind: 'other',
      text: 'Ports 443 and 80 carry SMTP here, which helps behind a firewall that lets only web traffic out.',
      confidence: 'documented',
      source: docs,
    },
    {
      kind: 'other',
      text: 'Records made today need no SPF include. Remove an old include of spf.smtp2go.com.',
      confidence: 'documented',
      source: 'https://www.smtp2go.com/blog/how-we-keep-your-emails-secure-at-smtp2go/',
    },
  ],
  limits: [
    {
      text: 'The free plan usually ends at 1000 messages a month and 200 a day.',
      confidence: 'usual',
      source: 'https://nanopo.st/smtp-email-services/mailchimp-transactional-email/',
    },
  ],
  dns: {
    dkim: {
      text: 'Usually a CNAME record: s and a number, then ._domainkey, points to dkim.smtp2go.net. SMTP2GO shows the number.',
      confidence: 'usual',
    },
    others: [
      {
        text: 'Usually two more CNAME records: em and a number points to return.smtp2go.net, link points to track.smtp2go.net.',
        confidence: 'usual',
      },
    ],
  },
  knownReplies: [
    {
      id: 'smtp2go-login',
      stages: ['auth'],
      code: 535,
      pattern: 'Incorrect authentication data|Authentication failed',
      title: 'SMTP2GO refused the login',
      why: 'Usually the name or password is not that of an SMTP user. The login of the SMTP2GO website and an API key do not work here.',
      doThis: [
        'In SMTP2GO open Sending > SMTP Users and check the user’s name.',
        'Set a new password for that user and paste it here.',
      ],
      source: docs,
      confidence: 'usual',
    },
    {
      id: 'smtp2go-sender',
      stages: ['mail-from', 'rcpt-to', 'data'],
      code: 550,
      pattern: 'unverified sender|that sender domain|not verified',
      title: 'SMTP2GO does not know this sender',
      why: 'The login worked. Usually the sender’s domain or address is not verified in the account yet.',
      doThis: [
        'In SMTP2GO open Sending > Verified Senders and add the domain or the address.',
        'Or go back and use a sender that is verified already.',
      ],
      source: docs,
      confidence: 'usual',
    },
  ],
  docsUrl: docs,
  checked: '2026-11-23',
};
