import type { Provider } from './provider';

const docs = 'https://docs.postalserver.io';
const server = 'https://github.com/postalserver/postal/blob/HEAD/app/lib/smtp_server/client.rb';
const defaults = 'https://github.com/postalserver/postal/blob/HEAD/doc/config/yaml.yml';

export const postal: Provider = {
  id: 'postal',
  kind: 'own',
  name: 'Postal',
  shortName: 'Postal',
  hint: 'Host · credential key',
  mark: { letters: 'PO', hue: '#2f6f4f' },
  aliases: ['Postal', 'postalserver'],
  variantQuestion: '',
  variants: [
    {
      id: 'own',
      label: 'Your Postal',
      hint: 'the host name you gave it',
      host: '',
      asksHost: { label: 'Host of your Postal', hint: 'The name its SMTP server answers to, like postal.example.com.' },
      ports: [
        { port: 465, security: 'implicit-tls', confidence: 'usual' },
        { port: 587, security: 'starttls', confidence: 'usual' },
        { port: 2525, security: 'starttls', confidence: 'usual' },
        { port: 25, security: 'starttls', confidence: 'documented' },
      ],
      login: 'required',
    },
  ],
  username: {
    kind: 'typed',
    label: 'User name',
    hint: 'Organisation and server, like shop/main. Most logins look only at the key; CRAM-MD5 needs this name too.',
    sameAsSender: false,
  },
  password: {
    label: 'Credential key',
    hint: 'The key of a credential of the type SMTP.',
    menu: '(your organisation) > (mail server) > Credentials > Add new credential, type SMTP',
    url: docs,
    wrongKinds: [],
    ignoresSpaces: false,
  },
  senderRule: 'From or Sender must be on a domain that is verified for this mail server in Postal.',
  recommends: { port: 587, confidence: 'usual' },
  quirks: [
    {
      kind: 'other',
      text: 'A fresh Postal listens on port 25 only. Other ports are there once whoever runs it has opened them.',
      confidence: 'documented',
      source: defaults,
    },
    {
      kind: 'no-starttls',
      text: 'Postal offers encryption only when tls_enabled is set and it has a certificate. Outport sends no password without it.',
      confidence: 'documented',
      source: defaults,
    },
    {
      kind: 'other',
      text: 'Cloud hosts often block port 25 on the way out.',
      confidence: 'usual',
    },
  ],
  limits: [{ text: 'By default a message may have up to 14 MB.', confidence: 'documented', source: defaults }],
  dns: {
    dkim: {
      text: 'A TXT record. By default its name begins with postal-; Postal shows the whole of it beside the domain.',
      confidence: 'documented',
      source: defaults,
    },
    others: [
      {
        text: 'In Postal’s own sample the SPF include is spf. and then the host of your Postal.',
        confidence: 'documented',
        source: defaults,
      },
      {
        text: 'In the same sample the return path is rp. and then the host of your Postal; one of your own is psrp. and then your domain.',
        confidence: 'documented',
        source: defaults,
      },
    ],
  },
  knownReplies: [
    {
      id: 'postal-login',
      stages: ['auth'],
      code: 535,
      pattern: 'Invalid credential|Denied|Authenticated failed',
      title: 'Postal does not know this key',
      why: 'The key is not that of a credential of this Postal, or the credential is of another type than SMTP.',
      doThis: [
        'In Postal open the mail server, then Credentials, and add a credential of the type SMTP.',
        'Paste its key as password and send the test again.',
      ],
      source: server,
      confidence: 'documented',
    },
    {
      id: 'postal-suspended',
      stages: ['mail-from', 'rcpt-to', 'data'],
      code: 535,
      pattern: 'Mail server has been suspended',
      title: 'This mail server is suspended in Postal',
      why: 'The login worked, but this mail server was suspended in Postal and sends nothing.',
      doThis: ['In Postal open the mail server as administrator and unsuspend it.', 'Send the test again.'],
      source: server,
      confidence: 'documented',
    },
    {
      id: 'postal-sender',
      stages: ['mail-from', 'rcpt-to', 'data'],
      code: 530,
      pattern: 'From/Sender name is not valid',
      title: 'Postal may not send for this domain',
      why: 'The login worked. Neither From nor Sender is on a domain that is verified for this mail server.',
      doThis: [
        'In Postal open the mail server, then Domains, and add and verify the sender’s domain.',
        'Or go back and use a sender on a domain that is verified already.',
      ],
      source: server,
      confidence: 'documented',
    },
    {
      id: 'postal-no-login',
      stages: ['mail-from', 'rcpt-to', 'data'],
      code: 530,
      pattern: 'Authentication required',
      title: 'Postal wants a login first',
      why: 'The recipient is not one of its own domains, and the message was handed over without a login.',
      doThis: ['Go back to the account page and give the key of an SMTP credential as password.'],
      source: server,
      confidence: 'documented',
    },
    {
      id: 'postal-size',
      stages: ['mail-from', 'data'],
      code: 552,
      pattern: 'Message too large',
      title: 'The message is larger than this Postal takes',
      why: 'The settings are right. The limit is 14 MB unless whoever runs this Postal changed it.',
      doThis: [
        'Send a smaller message.',
        'Or raise smtp_server.max_message_size in Postal’s configuration and restart it.',
      ],
      source: server,
      confidence: 'documented',
    },
    {
      id: 'postal-no-tls',
      stages: ['starttls'],
      code: 502,
      pattern: 'TLS not available',
      title: 'This Postal has no encryption switched on',
      why: 'It turned down STARTTLS, because tls_enabled is not set or it has no certificate. Outport sends no password without encryption.',
      doThis: [
        'In Postal’s configuration set smtp_server.tls_enabled to true and give it a certificate and its key.',
        'Restart Postal and test again.',
      ],
      source: server,
      confidence: 'documented',
    },
  ],
  docsUrl: docs,
  checked: '2026-11-23',
};
