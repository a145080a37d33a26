import type { Provider } from './provider';

const docs = 'https://resend.com/docs/send-with-smtp';

export const resend: Provider = {
  id: 'resend',
  kind: 'sending',
  name: 'Resend',
  shortName: 'Resend',
  hint: 'API key',
  mark: { letters: 'RE', hue: '#24292f' },
  aliases: ['Resend'],
  variantQuestion: 'Which Resend host?',
  variants: [
    {
      id: 'resend',
      label: 'Resend',
      hint: 'smtp.resend.com, for every region',
      host: 'smtp.resend.com',
      ports: [
        { port: 465, security: 'implicit-tls', confidence: 'documented' },
        { port: 587, security: 'starttls', confidence: 'documented' },
        { port: 2465, security: 'implicit-tls', confidence: 'documented' },
        { port: 2587, security: 'starttls', confidence: 'documented' },
        { port: 25, security: 'starttls', confidence: 'documented' },
      ],
      login: 'required',
    },
  ],
  username: {
    kind: 'fixed',
    value: 'resend',
    hint: 'Resend wants exactly this word from everybody. The API key goes into the next field.',
  },
  password: {
    label: 'API key',
    hint: 'A key that may send mail.',
    menu: 'API Keys > Create API Key, with sending access',
    url: 'https://resend.com/api-keys',
    looksLike: {
      pattern: '^re_\\w{16,}$',
      otherwise: 'Resend keys usually begin with re_ and are longer. This looks like something else.',
    },
    wrongKinds: [],
    ignoresSpaces: false,
  },
  senderRule: 'The sender must be on a domain that was verified in Resend.',
  recommends: { port: 465, confidence: 'documented' },
  quirks: [
    {
      kind: 'sandbox',
      text: 'Without a verified domain usually only onboarding@resend.dev may send, and only to the address of your own account.',
      confidence: 'usual',
    },
    {
      kind: 'other',
      text: 'The region of a domain is where its mail is sent from. The data are kept in the United States whichever it is.',
      confidence: 'documented',
      source: 'https://resend.com/docs/dashboard/domains/regions',
    },
  ],
  limits: [{ text: 'The free plan usually sends 100 messages a day and 3000 a month.', confidence: 'usual' }],
  dns: {
    spfInclude: {
      host: 'amazonses.com',
      confidence: 'usual',
      note: 'Usually on the subdomain send, not on the domain itself.',
    },
    dkim: { text: 'One TXT record, usually named resend._domainkey. Resend shows its value.', confidence: 'usual' },
    others: [
      {
        text: 'The subdomain send usually gets an MX record too, feedback-smtp, the region, amazonses.com.',
        confidence: 'usual',
      },
    ],
  },
  knownReplies: [
    {
      id: 'resend-login',
      stages: ['auth'],
      code: 535,
      pattern: 'invalid',
      title: 'Resend refused the API key',
      why: 'Usually the key is mistyped or was deleted.',
      doThis: [
        'In Resend open API Keys and create a key with sending access.',
        'Paste the whole key, which starts with re_.',
      ],
      source: docs,
      confidence: 'usual',
    },
    {
      id: 'resend-domain',
      stages: ['mail-from', 'rcpt-to', 'data'],
      code: 550,
      pattern: 'domain is not verified',
      title: 'Resend does not know the sender’s domain',
      why: 'The login worked. Resend usually sends only for domains that were verified in the account.',
      doThis: [
        'Open resend.com/domains, add the domain and the DNS records it asks for.',
        'Or go back and use a sender on a domain that is verified already.',
      ],
      source: docs,
      confidence: 'usual',
    },
    {
      id: 'resend-test-mode',
      stages: ['mail-from', 'rcpt-to', 'data'],
      code: 550,
      pattern: 'only send testing emails to your own email address',
      title: 'Resend sends to your own address only, for now',
      why: 'The login worked. Until a domain is verified, an account may usually write only to the address it was opened with.',
      doThis: [
        'Send the test to the address of your Resend account.',
        'To write to others, open resend.com/domains and verify a domain, then use a sender on it.',
      ],
      source: docs,
      confidence: 'usual',
    },
  ],
  docsUrl: docs,
  checked: '2026-11-23',
};
