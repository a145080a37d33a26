import type { Provider } from './provider';

const docs = 'https://mailchimp.com/developer/transactional/docs/smtp-integration/';

export const mandrill: Provider = {
  id: 'mandrill',
  kind: 'sending',
  name: 'Mandrill (Mailchimp)',
  shortName: 'Mandrill',
  hint: 'Transactional API key',
  mark: { letters: 'MC', hue: '#2b6777' },
  aliases: ['Mandrill', 'Mailchimp Transactional', 'Mailchimp'],
  variantQuestion: '',
  variants: [
    {
      id: 'default',
      label: 'Mailchimp Transactional',
      hint: 'smtp.mandrillapp.com',
      host: 'smtp.mandrillapp.com',
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
    kind: 'typed',
    label: 'User name',
    hint: 'The primary contact address of your Mailchimp account. Mandrill looks only at the key.',
    sameAsSender: false,
  },
  password: {
    label: 'Transactional API key',
    hint: 'A key made in Mandrill, not one of Mailchimp’s marketing keys.',
    menu: 'Mandrill > Settings > SMTP & API Info > New API Key',
    url: 'https://mandrillapp.com/settings',
    looksLike: {
      pattern: '^(md-)?[\\w-]{18,30}$',
      otherwise:
        'Transactional keys usually have 22 letters, numbers, hyphens or underscores, often with md- in front. This looks like something else.',
    },
    wrongKinds: [
      {
        pattern: '^[0-9a-f]{32}-us\\d{1,2}$',
        warning: 'This looks like a Mailchimp marketing key. Mandrill wants a key of its own, made in Mandrill.',
      },
    ],
    ignoresSpaces: false,
  },
  senderRule: 'The domain of the sender usually has to be verified and authenticated (DKIM) in Mandrill.',
  recommends: { port: 587, confidence: 'usual' },
  alsoKnownAs: ['mandrill.com', 'mailchimp.com'],
  quirks: [
    {
      kind: 'needs-plan',
      text: 'Mandrill is usually an extra to a paid Mailchimp plan, Standard or Premium.',
      confidence: 'usual',
    },
    {
      kind: 'drops-silently',
      text: 'A test key usually takes mail and delivers none of it. For a real message make a key that is not a test key.',
      confidence: 'usual',
    },
    {
      kind: 'drops-silently',
      text: 'Mail from a domain without DKIM may be taken first and refused afterwards. The activity list then says “unsigned”.',
      confidence: 'usual',
    },
  ],
  limits: [{ text: 'A message may usually have up to 25 MB.', confidence: 'usual' }],
  dns: {
    spfInclude: {
      host: 'spf.mandrillapp.com',
      confidence: 'usual',
      note: 'New accounts usually do without it.',
    },
    dkim: {
      text: 'Usually two CNAME records: mte1._domainkey points to dkim1.mandrillapp.com, mte2._domainkey to dkim2.mandrillapp.com. Older accounts may have one TXT record under mandrill._domainkey.',
      confidence: 'usual',
    },
  },
  knownReplies: [
    {
      id: 'mandrill-login',
      stages: ['auth'],
      code: 535,
      pattern: 'Incorrect authentication data|authentication failed',
      title: 'Mandrill refused the API key',
      why: 'Usually the key is mistyped, was switched off, or is a marketing key of Mailchimp. The user name does not matter.',
      doThis: [
        'In Mandrill open Settings > SMTP & API Info and make a new API key.',
        'Paste the whole key as password and send the test again.',
      ],
      source: docs,
      confidence: 'usual',
    },
  ],
  afterAcceptance: {
    why: 'Mandrill takes a message first. It may refuse it afterwards when the sender’s domain is not signed, and a test key usually delivers nothing.',
    doThis: [
      'Look for the message under Outbound > Activity in Mandrill.',
      'Where it says “unsigned”, verify and authenticate the domain under Settings > Domains.',
      'Make sure the key is not a test key.',
    ],
    source: docs,
  },
  docsUrl: docs,
  checked: '2026-11-23',
};
