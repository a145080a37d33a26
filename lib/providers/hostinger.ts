import { completeAddress } from './complete-address';
import type { Provider } from './provider';

const docs = 'https://www.hostinger.com/support/4625828-parameters-and-limits-of-hostinger-email/';

export const hostinger: Provider = {
  id: 'hostinger',
  kind: 'mailbox',
  name: 'Hostinger Email',
  shortName: 'Hostinger',
  hint: 'Mailbox password',
  mark: { letters: 'Ho', hue: '#673de6' },
  aliases: ['Hostinger', 'Hostinger Mail', 'hPanel'],
  variantQuestion: '',
  variants: [
    {
      id: 'mailbox',
      label: 'A Hostinger mailbox',
      hint: 'smtp.hostinger.com',
      host: 'smtp.hostinger.com',
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
    hint: 'The password of this mailbox, usually not the one of your Hostinger account.',
    menu: 'hPanel > Emails, then the domain > Connect apps & devices',
    url: 'https://hpanel.hostinger.com/emails',
    wrongKinds: [],
    ignoresSpaces: false,
  },
  senderRule: 'The sender should usually be the mailbox itself or an alias of it.',
  recommends: { port: 465, confidence: 'usual' },
  receives: { mx: [{ suffix: 'hostinger.com', confidence: 'usual' }] },
  alsoKnownAs: ['hostinger.io', 'main-hosting.eu'],
  quirks: [
    {
      kind: 'activation',
      text: 'Sending can be switched off for one mailbox in hPanel. Such a mailbox refuses mail from programs.',
      confidence: 'documented',
      source:
        'https://support.hostinger.fr/fr/articles/4660551-comment-gerer-les-services-de-messagerie-chez-hostinger',
    },
  ],
  limits: [
    {
      text: 'In any 24 hours a mailbox sends up to 1000 messages on Business Starter and 3000 on Business Premium.',
      confidence: 'documented',
      source: docs,
    },
    {
      text: 'A free mailbox usually sends up to 100 messages in 24 hours.',
      confidence: 'usual',
      source: 'https://nanopo.st/hosting/hostinger/',
    },
    { text: 'A message may have up to 100 recipients.', confidence: 'documented', source: docs },
  ],
  dns: {
    spfInclude: { host: '_spf.mail.hostinger.com', confidence: 'usual' },
    dkim: {
      text: 'Usually three CNAME records: hostingermail-a, hostingermail-b and hostingermail-c, each before ._domainkey. hPanel shows their targets.',
      confidence: 'usual',
    },
  },
  knownReplies: [
    {
      id: 'hostinger-login',
      stages: ['auth'],
      code: 535,
      pattern: 'auth|credential|login|password|user',
      title: 'Hostinger refused the login',
      why: 'Usually the password is not the one of this mailbox, or sending is switched off for it.',
      doThis: [
        'Open hPanel > Emails and choose the domain and the mailbox.',
        'See there that sending is switched on.',
        'Set a new password for the mailbox, and use the complete address as user name.',
      ],
      source: docs,
      confidence: 'usual',
    },
  ],
  docsUrl: docs,
  checked: '2026-11-23',
};
