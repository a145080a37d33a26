import { mailersendReplies } from './mailersend-replies';
import type { Provider } from './provider';

const help = 'https://www.mailersend.com/help/smtp-relay';
const developers = 'https://developers.mailersend.com/smtp-relay.html';

export const mailersend: Provider = {
  id: 'mailersend',
  kind: 'sending',
  name: 'MailerSend',
  shortName: 'MailerSend',
  hint: 'SMTP user of a domain',
  mark: { letters: 'MS', hue: '#4037c9' },
  aliases: ['MailerSend'],
  variantQuestion: 'Which MailerSend host?',
  variants: [
    {
      id: 'relay',
      label: 'MailerSend',
      hint: 'smtp.mailersend.net',
      host: 'smtp.mailersend.net',
      ports: [
        { port: 587, security: 'starttls', confidence: 'documented' },
        { port: 2525, security: 'starttls', confidence: 'usual' },
      ],
      login: 'required',
    },
  ],
  username: {
    kind: 'typed',
    label: 'SMTP user name',
    hint: 'The user name that MailerSend generated. It is for logging in only, and no sender address.',
    sameAsSender: false,
    looksLike: {
      pattern: '^MS_\\w+@\\S+$',
      otherwise: 'MailerSend user names usually begin with MS_ and have an @. This looks like something else.',
    },
    wrongKinds: [],
  },
  password: {
    label: 'SMTP password',
    hint: 'The password of that SMTP user, not an API token.',
    menu: 'Domains > your domain > Manage > SMTP > Generate new user',
    url: 'https://app.mailersend.com/domains',
    wrongKinds: [
      {
        pattern: '^mlsn\\.',
        warning: 'This looks like an API token. SMTP has a password of its own, made with the SMTP user.',
      },
    ],
    ignoresSpaces: false,
  },
  senderRule: 'The sender must be on a domain that was verified in the account; every verified one will do.',
  recommends: { port: 587, confidence: 'documented' },
  alsoKnownAs: ['mailersend.com'],
  quirks: [
    {
      kind: 'no-implicit-tls',
      text: 'MailerSend names port 587 with STARTTLS. It may not answer on 465.',
      confidence: 'usual',
      source: developers,
    },
    {
      kind: 'activation',
      text: 'An account on trial, or not approved yet, is limited or may not send.',
      confidence: 'documented',
      source: help,
    },
    {
      kind: 'other',
      text: 'MailerSend refuses a message for good with code 450, which looks like a passing trouble. Sending it again does not help.',
      confidence: 'documented',
      source: developers,
    },
    {
      kind: 'other',
      text: 'An SMTP user may send for every verified domain of the account.',
      confidence: 'documented',
      source: help,
    },
    {
      kind: 'other',
      text: 'A program that speaks nothing newer than TLS 1.1 is refused.',
      confidence: 'documented',
      source: developers,
    },
  ],
  limits: [
    {
      text: 'A trial account usually writes to few different recipients, or to its administrator only.',
      confidence: 'usual',
    },
  ],
  dns: {
    spfInclude: { host: '_spf.mailersend.net', confidence: 'usual' },
    dkim: {
      text: 'One CNAME record, usually named mlsend2._domainkey, that leads to the same name at mailersend.net.',
      confidence: 'usual',
    },
    others: [
      { text: 'The return path is usually a CNAME named mta that leads to mailersend.net.', confidence: 'usual' },
    ],
  },
  knownReplies: mailersendReplies,
  docsUrl: help,
  checked: '2026-11-23',
};
