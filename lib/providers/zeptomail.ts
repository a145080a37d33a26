import type { Provider, ProviderPort } from './provider';

const docs = 'https://www.zoho.com/zeptomail/help/smtp-home.html';

const documented: readonly ProviderPort[] = [
  { port: 465, security: 'implicit-tls', confidence: 'documented' },
  { port: 587, security: 'starttls', confidence: 'documented' },
];
const usual: readonly ProviderPort[] = documented.map((port) => ({ ...port, confidence: 'usual' }));

export const zeptomail: Provider = {
  id: 'zeptomail',
  kind: 'sending',
  name: 'Zoho ZeptoMail',
  shortName: 'ZeptoMail',
  hint: 'Zoho · Send Mail token',
  mark: { letters: 'ZM', hue: '#b3541e' },
  aliases: ['ZeptoMail', 'TransMail', 'Zoho CPaaS'],
  variantQuestion: 'In which data centre is your ZeptoMail account?',
  variants: [
    {
      id: 'us',
      label: 'United States',
      hint: 'smtp.zeptomail.com, when you sign in at zoho.com',
      host: 'smtp.zeptomail.com',
      ports: documented,
      login: 'required',
    },
    {
      id: 'in',
      label: 'India',
      hint: 'smtp.zeptomail.in, when you sign in at zoho.in',
      host: 'smtp.zeptomail.in',
      ports: usual,
      login: 'required',
    },
    {
      id: 'eu',
      label: 'Europe',
      hint: 'smtp.zeptomail.eu, when you sign in at zoho.eu',
      host: 'smtp.zeptomail.eu',
      ports: usual,
      login: 'required',
    },
  ],
  username: {
    kind: 'fixed',
    value: 'emailapikey',
    hint: 'ZeptoMail wants exactly this word from everybody. The token goes into the next field.',
  },
  password: {
    label: 'Send Mail token',
    hint: 'The password on the SMTP tab of your agent. Where a program takes no text that long, the same tab makes a shorter one.',
    menu: 'Agents > (your agent) > SMTP/API > SMTP',
    url: 'https://zeptomail.zoho.com',
    wrongKinds: [
      {
        pattern: '^[Zz]oho-enczapikey\\s',
        warning: 'Leave out “Zoho-enczapikey” and the blank after it. They belong to the web API, not to SMTP.',
      },
    ],
    ignoresSpaces: false,
  },
  senderRule:
    'The sender must be an address on a verified domain of that agent, and Zoho must have reviewed the account.',
  recommends: { port: 587, confidence: 'usual' },
  alsoKnownAs: ['zoho.com', 'zoho.in', 'zoho.eu', 'zohomail.com'],
  quirks: [
    {
      kind: 'activation',
      text: 'Zoho reviews a new account before it may send.',
      confidence: 'documented',
      source: 'https://zoho.com/zeptomail/help/api/mailchannels-transition-api.html',
    },
    {
      kind: 'address-allow-list',
      text: 'A list of allowed IP addresses can be switched on. Then a login from any other server is refused, also with the right token.',
      confidence: 'documented',
      source: docs,
    },
    {
      kind: 'alters-mail',
      text: 'ZeptoMail expects the agent’s bounce address as envelope sender. With any other it puts in a default one.',
      confidence: 'documented',
      source: docs,
    },
    {
      kind: 'other',
      text: 'Only for mail that somebody waits for, like receipts and password resets. Newsletters are not allowed.',
      confidence: 'documented',
      source: 'https://www.zoho.com/zeptomail/help/api-home.html',
    },
    { kind: 'other', text: 'TLS 1.2 or newer is needed.', confidence: 'documented', source: docs },
    {
      kind: 'other',
      text: 'ZeptoMail may be renamed Zoho CPaaS. Servers and tokens are said to stay, so the settings here should too.',
      confidence: 'usual',
      source: 'https://emailit.com/cs/docs/migrate/zeptomail.md',
    },
  ],
  limits: [],
  dns: {
    dkim: {
      text: 'Usually a TXT record with the DKIM key. ZeptoMail shows its name and value beside the domain.',
      confidence: 'usual',
    },
    others: [
      {
        text: 'Usually a CNAME record for the bounce address. It takes the place of an SPF include.',
        confidence: 'usual',
      },
    ],
  },
  knownReplies: [
    {
      id: 'zeptomail-login',
      stages: ['auth'],
      code: 535,
      pattern: 'Authentication Failed|invalid',
      title: 'ZeptoMail refused the token',
      why: 'Usually the token belongs to another agent or to another data centre, or was not copied whole. A list of allowed IP addresses may also refuse this server.',
      doThis: [
        'In ZeptoMail open Agents > (your agent) > SMTP/API > SMTP and copy the password again.',
        'Choose the data centre whose website you sign in to: zoho.com, zoho.in or zoho.eu.',
        'If allowed IP addresses are set there, add the public address of the machine that sends.',
      ],
      source: docs,
      confidence: 'usual',
      mayBeOtherVariant: true,
    },
  ],
  docsUrl: docs,
  checked: '2026-11-23',
};
