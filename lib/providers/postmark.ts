import type { Provider, ProviderPort } from './provider';

const docs = 'https://postmarkapp.com/support/article/811-what-are-the-smtp-details-api-tokens-i-should-be-using';
const connectionErrors = 'https://postmarkapp.com/support/article/common-smtp-connection-errors';
const developer = 'https://postmarkapp.com/developer';
const apiErrors = 'https://postmarkapp.com/developer/webhooks/smtp-api-error';

const ports: readonly ProviderPort[] = [
  { port: 587, security: 'starttls', confidence: 'documented' },
  { port: 2525, security: 'starttls', confidence: 'documented' },
  { port: 25, security: 'starttls', confidence: 'documented' },
];

export const postmark: Provider = {
  id: 'postmark',
  kind: 'sending',
  name: 'Postmark',
  shortName: 'Postmark',
  hint: 'One token for both fields',
  mark: { letters: 'PM', hue: '#7a5a00' },
  aliases: ['PostmarkApp', 'ActiveCampaign Postmark'],
  variantQuestion: 'Which stream, and which kind of token?',
  variants: [
    {
      id: 'transactional',
      label: 'Transactional mail, with the server token',
      hint: 'smtp.postmarkapp.com, for nearly everybody',
      host: 'smtp.postmarkapp.com',
      ports,
      login: 'required',
    },
    {
      id: 'broadcasts',
      label: 'Broadcasts, with the server token',
      hint: 'smtp-broadcasts.postmarkapp.com, for newsletters',
      host: 'smtp-broadcasts.postmarkapp.com',
      ports,
      login: 'required',
    },
    {
      id: 'smtp-token',
      label: 'An SMTP token of one stream',
      hint: 'smtp.postmarkapp.com, with an access key and a secret key',
      host: 'smtp.postmarkapp.com',
      ports,
      login: 'required',
      username: {
        kind: 'typed',
        label: 'Access key',
        hint: 'The access key of the stream’s SMTP token. The secret key goes into the next field.',
        sameAsSender: false,
        wrongKinds: [
          {
            pattern: '@',
            warning: 'This is an email address. Postmark wants the access key of the SMTP token here.',
          },
        ],
      },
      password: {
        label: 'Secret key',
        hint: 'The secret key that belongs to the access key.',
        menu: 'your server > the message stream > Settings > SMTP',
        url: 'https://account.postmarkapp.com/servers',
        wrongKinds: [],
        ignoresSpaces: false,
      },
    },
  ],
  username: {
    kind: 'password',
    hint: 'Postmark takes the server API token as user name and as password. It is asked once, as the password.',
  },
  password: {
    label: 'Server API token',
    hint: 'The token of one server. The account API token looks the same and does not work here.',
    menu: 'Servers > your server > API Tokens',
    url: 'https://account.postmarkapp.com/servers',
    looksLike: {
      pattern: '^[0-9A-Fa-f]{8}(-[0-9A-Fa-f]{4}){3}-[0-9A-Fa-f]{12}$',
      otherwise:
        'Server tokens usually have 36 characters, digits and the letters a to f in five groups. This looks like something else.',
    },
    wrongKinds: [],
    ignoresSpaces: false,
  },
  senderRule: 'The sender must be a confirmed Sender Signature or an address on a verified domain.',
  alsoKnownAs: ['mtasv.net'],
  quirks: [
    {
      kind: 'no-implicit-tls',
      text: 'Postmark names ports 587, 2525 and 25, all with STARTTLS. A try on 465 usually hangs or fails.',
      confidence: 'usual',
      source: docs,
    },
    {
      kind: 'drops-silently',
      text: 'Postmark may accept a message and refuse it afterwards, for instance when the recipient once bounced. The refusal then stands in its Activity only.',
      confidence: 'documented',
      source: apiErrors,
    },
    {
      kind: 'activation',
      text: 'Somebody at Postmark usually looks at a new account first. Until then it may write to addresses on its own verified domains only.',
      confidence: 'usual',
      source: 'https://postmarkapp.com/developer/get-started',
    },
    {
      kind: 'other',
      text: 'Only a server API token sends. The account API token does not.',
      confidence: 'documented',
      source: connectionErrors,
    },
    {
      kind: 'other',
      text: 'Mail goes to the transactional stream unless its own host, token or header names another one.',
      confidence: 'documented',
      source: docs,
    },
    {
      kind: 'other',
      text: 'Only some kinds of attachment are accepted; Postmark has the list.',
      confidence: 'documented',
      source: developer,
    },
  ],
  limits: [
    { text: 'The free plan usually sends 100 messages a month.', confidence: 'usual' },
    {
      text: 'A message may have 10 MB in its encoded form, and text and HTML 5 MB each.',
      confidence: 'documented',
      source: 'https://postmarkapp.com/support/article/1056-what-are-the-attachment-and-email-size-limits',
    },
    { text: 'A message may have 50 recipients.', confidence: 'documented', source: developer },
  ],
  dns: {
    spfInclude: {
      host: 'spf.mtasv.net',
      confidence: 'usual',
      note: 'Usually not needed with a Return-Path of your own, though some guides still ask for it.',
    },
    dkim: {
      text: 'One TXT record. Its name usually ends in pm._domainkey and is your own: copy it from Postmark.',
      confidence: 'usual',
    },
    others: [
      {
        text: 'The Return-Path is usually a CNAME named pm-bounces that leads to pm.mtasv.net.',
        confidence: 'usual',
      },
    ],
  },
  knownReplies: [
    {
      id: 'postmark-login',
      stages: ['auth'],
      code: 535,
      pattern: 'authentication failed|authentication credentials|invalid',
      title: 'Postmark refused the token',
      why: 'The token is not a server API token, belongs to another server, or was not copied exactly. Postmark wants it as user name and as password.',
      doThis: [
        'In Postmark open Servers, then your server, then API Tokens.',
        'Copy the server API token without blanks around it and paste it here.',
        'With an SMTP token, choose that on the account page: it has an access key and a secret key.',
      ],
      source: connectionErrors,
      confidence: 'documented',
    },
  ],
  afterAcceptance: {
    why: 'Postmark takes a message first and may refuse it later: a recipient who once bounced or complained, or an account that was not approved yet.',
    doThis: [
      'In Postmark open your server, then the message stream, then Activity, and look for SMTP API Error.',
      'If the recipient is inactive, open Suppressions and reactivate the address.',
      'If the account waits for approval, ask for it, or send the test to an address on your own domain.',
    ],
    source: apiErrors,
  },
  docsUrl: 'https://postmarkapp.com/developer/user-guide/send-email-with-smtp',
  checked: '2026-11-23',
};
