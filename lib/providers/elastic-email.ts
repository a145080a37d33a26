import type { Provider, ProviderPort } from './provider';

const docs = 'https://help.elasticemail.com/en/articles/4803409-smtp-settings';

const ports: readonly ProviderPort[] = [
  { port: 465, security: 'implicit-tls', confidence: 'documented' },
  { port: 587, security: 'starttls', confidence: 'documented' },
  { port: 2525, security: 'starttls', confidence: 'documented' },
  { port: 25, security: 'starttls', confidence: 'documented' },
];

export const elasticEmail: Provider = {
  id: 'elastic-email',
  kind: 'sending',
  name: 'Elastic Email',
  shortName: 'Elastic Email',
  hint: 'SMTP credentials',
  mark: { letters: 'EE', hue: '#2b5fc7' },
  aliases: ['ElasticEmail', 'Elastic Email'],
  variantQuestion: 'Which Elastic Email host?',
  variants: [
    {
      id: 'smtp',
      label: 'The usual host',
      hint: 'smtp.elasticemail.com',
      host: 'smtp.elasticemail.com',
      ports,
      login: 'required',
    },
    {
      id: 'smtp25',
      label: 'The second host',
      hint: 'smtp25.elasticemail.com, Elastic Email’s alternative',
      host: 'smtp25.elasticemail.com',
      ports,
      login: 'required',
    },
  ],
  username: {
    kind: 'typed',
    label: 'SMTP user name',
    hint: 'The user name of the SMTP credentials: the address of the account, unless another was chosen.',
    sameAsSender: false,
    looksLike: {
      pattern: '^[^@\\s]+@[^@\\s]+$',
      otherwise: 'Elastic Email user names usually look like an email address. This does not.',
    },
    wrongKinds: [],
  },
  password: {
    label: 'SMTP password',
    hint: 'The password made with the SMTP credentials and shown once, not an API key.',
    menu: 'Settings > SMTP > Create SMTP Credentials',
    url: 'https://app.elasticemail.com/api/settings/manage-smtp',
    wrongKinds: [
      {
        pattern: '^[A-Za-z0-9_-]{96}$',
        warning: 'These are 96 characters, like an API key. SMTP has credentials of its own, under Settings > SMTP.',
      },
    ],
    ignoresSpaces: false,
  },
  senderRule: 'The sender address or its domain usually has to be verified in Elastic Email.',
  quirks: [
    {
      kind: 'address-allow-list',
      text: 'Credentials can be bound to addresses. Then they work from those machines only, and not from a cloud host whose address changes.',
      confidence: 'documented',
      source: docs,
    },
    {
      kind: 'other',
      text: 'Older guides give the API key as the password. Today the SMTP credentials have one of their own.',
      confidence: 'documented',
      source: docs,
    },
    {
      kind: 'other',
      text: 'A program that speaks nothing newer than TLS 1.1 may be refused since 31 March 2025.',
      confidence: 'usual',
      source: docs,
    },
  ],
  limits: [{ text: 'An account may have 15 SMTP credentials.', confidence: 'documented', source: docs }],
  dns: {
    spfInclude: { host: '_spf.elasticemail.com', confidence: 'usual' },
    dkim: { text: 'One TXT record, usually named api._domainkey. Elastic Email shows its value.', confidence: 'usual' },
    others: [
      {
        text: 'A CNAME named tracking is usually for counting opens and clicks; sending works without it.',
        confidence: 'usual',
      },
    ],
  },
  knownReplies: [
    {
      id: 'elastic-email-login',
      stages: ['auth'],
      code: 535,
      pattern: 'authentication',
      title: 'Elastic Email refused the login',
      why: 'Usually user name or password is mistyped, an API key was given as the password, or the credentials are bound to other addresses.',
      doThis: [
        'In Elastic Email open Settings > SMTP and create new SMTP credentials.',
        'Copy user name and password from there; the password is shown once.',
        'If the credentials name addresses, add that of the machine that sends.',
      ],
      source: docs,
      confidence: 'usual',
    },
  ],
  docsUrl: docs,
  checked: '2026-11-23',
};
