import { completeAddress } from './complete-address';
import type { Provider } from './provider';

const docs = 'https://www.migadu.com/guides/';

export const migadu: Provider = {
  id: 'migadu',
  kind: 'mailbox',
  name: 'Migadu',
  shortName: 'Migadu',
  hint: 'Mailbox password',
  mark: { letters: 'Mi', hue: '#0a6e5c' },
  aliases: ['Migadu Mail'],
  variantQuestion: '',
  variants: [
    {
      id: 'mailbox',
      label: 'A Migadu mailbox',
      hint: 'smtp.migadu.com',
      host: 'smtp.migadu.com',
      ports: [
        { port: 465, security: 'implicit-tls', confidence: 'usual' },
        { port: 587, security: 'starttls', confidence: 'usual' },
      ],
      login: 'required',
    },
  ],
  username: { ...completeAddress, hint: 'The complete address of the mailbox or of the identity.' },
  password: {
    label: 'Mailbox password',
    hint: 'The password of this mailbox or identity, usually not the one of your Migadu admin account.',
    menu: 'Admin > Domains > Mailboxes, then the mailbox or one of its Identities',
    url: 'https://admin.migadu.com',
    wrongKinds: [],
    ignoresSpaces: false,
  },
  senderRule: 'The sender should usually be the mailbox itself, one of its aliases or one of its identities.',
  recommends: { port: 465, confidence: 'usual' },
  receives: {
    domains: [{ names: ['migadu.com'] }],
    mx: [{ suffix: 'migadu.com', confidence: 'usual' }],
  },
  quirks: [
    {
      kind: 'other',
      text: 'Migadu takes mail from programs over TLS only.',
      confidence: 'documented',
      source: 'https://www.migadu.com/en/guides/deliverability.html',
    },
    {
      kind: 'other',
      text: 'An identity is a second address with its own password for one mailbox. A website often gets one, so that its password can be taken back alone.',
      confidence: 'usual',
    },
  ],
  limits: [
    {
      text: 'The plan limits the outgoing messages of a day, usually from about 20 on Micro to about 2000 on Maxi.',
      confidence: 'usual',
    },
  ],
  dns: {
    spfInclude: { host: 'spf.migadu.com', confidence: 'usual' },
    dkim: {
      text: 'Usually three CNAME records: key1, key2 and key3, each before ._domainkey. Migadu shows their targets in the domain’s DNS page.',
      confidence: 'usual',
    },
  },
  knownReplies: [
    {
      id: 'migadu-login',
      stages: ['auth'],
      code: 535,
      enhanced: ['5.7.8'],
      pattern: '5\\.7\\.8',
      title: 'Migadu refused the password',
      why: 'The server, port and encryption are right. Usually the password is not the one of this mailbox; an identity has its own.',
      doThis: [
        'Open admin.migadu.com > Domains > Mailboxes and choose the mailbox.',
        'Set a new password there, or under Identities for an identity.',
        'Use the complete address as user name.',
      ],
      source: docs,
      confidence: 'usual',
    },
  ],
  docsUrl: docs,
  checked: '2026-11-23',
};
