import type { Provider, ProviderPort } from './provider';

const docs = 'https://documentation.mailgun.com/docs/mailgun/user-manual/sending-messages/send-smtp';
const manual = 'https://github.com/mailgun/documentation/blob/HEAD/source';

const ports: readonly ProviderPort[] = [
  { port: 465, security: 'implicit-tls', confidence: 'documented' },
  { port: 587, security: 'starttls', confidence: 'documented' },
  { port: 2525, security: 'starttls', confidence: 'documented' },
  { port: 25, security: 'starttls', confidence: 'documented' },
];

export const mailgun: Provider = {
  id: 'mailgun',
  kind: 'sending',
  name: 'Mailgun',
  shortName: 'Mailgun',
  hint: 'US or EU · SMTP password',
  mark: { letters: 'MG', hue: '#c02126' },
  aliases: ['Sinch Mailgun', 'Mailgun'],
  variantQuestion: 'Which region is your Mailgun domain in?',
  variants: [
    { id: 'us', label: 'United States', hint: 'smtp.mailgun.org', host: 'smtp.mailgun.org', ports, login: 'required' },
    {
      id: 'eu',
      label: 'European Union',
      hint: 'smtp.eu.mailgun.org',
      host: 'smtp.eu.mailgun.org',
      ports,
      login: 'required',
    },
  ],
  username: {
    kind: 'typed',
    label: 'SMTP user name',
    hint: 'The full login of your sending domain, like postmaster@mg.example.com.',
    sameAsSender: false,
  },
  password: {
    label: 'SMTP password',
    hint: 'The password of that login, not the Mailgun API key.',
    menu: 'Sending > Domain settings > SMTP credentials',
    url: 'https://app.mailgun.com/mg/sending/domains',
    wrongKinds: [
      {
        pattern: '^key-[0-9a-f]{32}$',
        warning: 'This looks like a Mailgun API key. The SMTP password is another one, under SMTP credentials.',
      },
      {
        pattern: '^pubkey-',
        warning: 'This looks like the public validation key. The SMTP password is under SMTP credentials.',
      },
    ],
    ignoresSpaces: false,
  },
  senderRule: 'The sender should be an address on the domain that the login belongs to.',
  recommends: { port: 587, confidence: 'documented' },
  alsoKnownAs: ['mailgun.com', 'mailgun.net'],
  quirks: [
    {
      kind: 'sandbox',
      text: 'A sandbox domain, sandbox and many digits at mailgun.org, usually sends to authorised recipients only, five at most.',
      confidence: 'usual',
      source: 'https://documentation.mailgun.com/docs/mailgun/user-manual/domains/domains-sandbox',
    },
    {
      kind: 'other',
      text: 'The two regions usually know nothing of each other: a domain made in one does not exist on the other host.',
      confidence: 'usual',
    },
    {
      kind: 'address-allow-list',
      text: 'With an IP allowlist in the account, Mailgun may refuse the right password from a machine that is not on it.',
      confidence: 'usual',
      source: 'https://help.mailgun.com/hc/en-us/articles/360012244474-IP-Allowlist',
    },
    {
      kind: 'other',
      text: 'Connect by name. The addresses behind it change often and without notice, so a firewall rule by address breaks.',
      confidence: 'documented',
      source: `${manual}/user_manual.rst`,
    },
  ],
  limits: [
    {
      text: 'A message may have 25 MB with everything attached.',
      confidence: 'documented',
      source: 'https://documentation.mailgun.com/docs/mailgun/user-manual/sending-messages',
    },
    { text: 'The free plan usually sends up to 100 messages a day.', confidence: 'usual' },
  ],
  dns: {
    spfInclude: { host: 'mailgun.org', confidence: 'documented' },
    dkim: {
      text: 'One TXT record, or two CNAME records with Automatic Sender Security. The name is often k1._domainkey, but Mailgun picks it per domain: copy it from there.',
      confidence: 'usual',
      source: `${manual}/api-domains.rst`,
    },
    others: [
      {
        text: 'A CNAME named email is usually for counting opens and clicks; sending works without it.',
        confidence: 'usual',
      },
      {
        text: 'The MX records mxa.mailgun.org and mxb.mailgun.org are usually wanted only to receive mail.',
        confidence: 'usual',
      },
    ],
  },
  knownReplies: [
    {
      id: 'mailgun-login',
      stages: ['auth'],
      code: 535,
      pattern: 'Authentication failed|Invalid login',
      title: 'Mailgun refused the login',
      why: 'Usually the SMTP password is wrong, or the domain belongs to the other region: one made in the EU does not exist on the US host, and the other way round. Mailgun says the same to an address that its IP allowlist leaves out.',
      doThis: [
        'Look in Mailgun which region the domain is in, and choose that region.',
        'Use the full login, like postmaster@mg.example.com, and reset its password under SMTP credentials.',
        'If an IP allowlist is on under IP Access Management, add the address of the machine that sends.',
      ],
      source: 'https://help.mailgun.com/hc/en-us/articles/360012244474-IP-Allowlist',
      confidence: 'usual',
      mayBeOtherVariant: true,
    },
    {
      id: 'mailgun-sandbox',
      stages: ['rcpt-to', 'data'],
      code: 554,
      pattern: 'Sandbox subdomains are for test purposes|authorized recipients',
      title: 'A Mailgun sandbox sends to authorized recipients only',
      why: 'The settings are right. Usually the domain is a sandbox, and this recipient is not on its list.',
      doThis: ['Add the recipient under Authorized Recipients in Mailgun, or use your own verified domain.'],
      source: 'https://documentation.mailgun.com/docs/mailgun/user-manual/domains/domains-sandbox',
      confidence: 'usual',
    },
  ],
  docsUrl: docs,
  checked: '2026-11-23',
};
