import type { Provider } from './provider';

const pages = 'https://github.com/scaleway/docs-content/blob/HEAD/pages/transactional-email';
const quotas = `${pages}/reference-content/tem-capabilities-and-limits.mdx`;
const records = `${pages}/how-to/add-spf-dkim-records-to-your-domain.mdx`;
const troubles = `${pages}/troubleshooting/smtp-connection.mdx`;

const anyUuid = '^[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}$';

export const scalewayTem: Provider = {
  id: 'scaleway-tem',
  kind: 'sending',
  name: 'Scaleway TEM',
  shortName: 'Scaleway',
  hint: 'Project ID and secret key',
  mark: { letters: 'SW', hue: '#5b2fa8' },
  aliases: ['Scaleway Transactional Email', 'TEM'],
  variantQuestion: '',
  variants: [
    {
      id: 'fr-par',
      label: 'Paris',
      hint: 'smtp.tem.scaleway.com',
      host: 'smtp.tem.scaleway.com',
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
    kind: 'typed',
    label: 'Project ID',
    hint: 'The ID of the Scaleway project that the domain belongs to. The console shows it on the domain’s overview.',
    sameAsSender: false,
    looksLike: {
      pattern: anyUuid,
      otherwise:
        'A project ID usually looks like 00000000-0000-0000-0000-000000000000. This looks like something else.',
    },
    wrongKinds: [
      {
        pattern: '@',
        warning: 'This looks like an email address. Scaleway wants the project ID as user name.',
      },
      {
        pattern: '^SCW[0-9A-Z]{10,}$',
        warning: 'This looks like the access key of an API key. Scaleway wants the project ID as user name.',
      },
    ],
  },
  password: {
    label: 'Secret key',
    hint: 'The secret key of an API key that may use Transactional Email. Scaleway shows it once, when it is made.',
    menu: 'IAM > API keys > Generate an API key',
    url: 'https://console.scaleway.com/iam/api-keys',
    looksLike: {
      pattern: anyUuid,
      otherwise:
        'A secret key usually looks like 00000000-0000-0000-0000-000000000000. This looks like something else.',
    },
    wrongKinds: [
      {
        pattern: '^SCW[0-9A-Z]{10,}$',
        warning: 'This looks like the access key. The password is the secret key that was made together with it.',
      },
    ],
    ignoresSpaces: false,
  },
  senderRule: 'The sender must be an address on a domain that was verified in the same project.',
  recommends: { port: 587, confidence: 'documented' },
  quirks: [
    {
      kind: 'other',
      text: 'A Scaleway server (Instance) sends nothing to mail ports until its security group allows SMTP.',
      confidence: 'documented',
      source: troubles,
    },
    {
      kind: 'other',
      text: 'Every recipient counts as one message, those in Cc too.',
      confidence: 'documented',
      source: quotas,
    },
  ],
  limits: [
    { text: 'A message may have up to 10 recipients.', confidence: 'documented', source: quotas },
    {
      text: 'A message sent by SMTP may have up to 50 MB and 10 attachments.',
      confidence: 'documented',
      source: quotas,
    },
    {
      text: 'An account may send 10,000 messages a month, unless Scaleway has raised that.',
      confidence: 'documented',
      source: quotas,
    },
  ],
  dns: {
    spfInclude: {
      host: '_spf.tem.scaleway.com',
      confidence: 'documented',
      note: 'It has to stand in the record itself; Scaleway’s check does not follow an include inside another one.',
    },
    dkim: {
      text: 'A TXT record. The console shows its name and value beside the domain.',
      confidence: 'documented',
      source: records,
    },
    others: [{ text: 'Scaleway also wants an MX and a DMARC record.', confidence: 'documented', source: records }],
  },
  knownReplies: [
    {
      id: 'scaleway-login',
      stages: ['auth'],
      code: 535,
      pattern: 'authenticat|credential|password|username|permission|denied',
      title: 'Scaleway refused the login',
      why: 'Scaleway names three reasons: an email address was used as user name, the secret key is wrong, or the key may not use Transactional Email.',
      doThis: [
        'Use the project ID as user name; the Transactional Email page of the console shows it on the domain’s overview.',
        'Use the secret key as password, not the access key that begins with SCW.',
        'Under IAM > Policies check that the key may use Transactional Email in this project.',
      ],
      source: troubles,
      confidence: 'documented',
    },
  ],
  docsUrl: 'https://www.scaleway.com/en/docs/transactional-email/reference-content/smtp-configuration/',
  checked: '2026-11-23',
};
