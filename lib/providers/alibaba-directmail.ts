import type { Provider, ProviderPort } from './provider';

const docs = 'https://alibabacloud.com/help/doc-detail/51622.htm';
const endpoints = 'https://www.alibabacloud.com/help/en/direct-mail/smtp-endpoints';
const start =
  'https://alibabacloud.com/help/en/direct-mail/getting-started/simplified-procedure-of-sending-by-api-and-smtp';

const ports: readonly ProviderPort[] = [
  { port: 465, security: 'implicit-tls', confidence: 'documented' },
  { port: 80, security: 'starttls', confidence: 'documented' },
  { port: 25, security: 'starttls', confidence: 'documented' },
];

export const alibabaDirectmail: Provider = {
  id: 'alibaba-directmail',
  kind: 'sending',
  name: 'Alibaba Direct Mail',
  shortName: 'Alibaba Cloud',
  hint: 'Region · SMTP password',
  mark: { letters: 'DM', hue: '#b34700' },
  aliases: ['Alibaba Cloud Direct Mail', 'Aliyun DirectMail', 'DirectMail', 'Aliyun', '阿里云邮件推送'],
  variantQuestion: 'In which region did you set up the sender address?',
  variants: [
    {
      id: 'cn-hangzhou',
      label: 'China (Hangzhou)',
      hint: 'smtpdm.aliyun.com',
      host: 'smtpdm.aliyun.com',
      ports,
      login: 'required',
    },
    {
      id: 'ap-southeast-1',
      label: 'Singapore',
      hint: 'smtpdm-ap-southeast-1.aliyuncs.com',
      host: 'smtpdm-ap-southeast-1.aliyuncs.com',
      ports,
      login: 'required',
    },
    {
      id: 'us-east-1',
      label: 'United States (Virginia)',
      hint: 'smtpdm-us-east-1.aliyuncs.com',
      host: 'smtpdm-us-east-1.aliyuncs.com',
      ports,
      login: 'required',
    },
    {
      id: 'eu-central-1',
      label: 'Germany (Frankfurt)',
      hint: 'smtpdm-eu-central-1.aliyuncs.com',
      host: 'smtpdm-eu-central-1.aliyuncs.com',
      ports,
      login: 'required',
    },
    {
      id: 'ap-southeast-1-legacy',
      label: 'Singapore, former name',
      hint: 'smtpdm-ap-southeast-1.aliyun.com, not for new accounts',
      host: 'smtpdm-ap-southeast-1.aliyun.com',
      ports,
      login: 'required',
    },
    {
      id: 'ap-southeast-2-legacy',
      label: 'Australia (Sydney), former name',
      hint: 'smtpdm-ap-southeast-2.aliyun.com, not for new accounts',
      host: 'smtpdm-ap-southeast-2.aliyun.com',
      ports,
      login: 'required',
    },
  ],
  username: {
    kind: 'typed',
    label: 'Sender address',
    hint: 'The complete sender address from the Direct Mail console. The message must come from the same address.',
    sameAsSender: true,
    looksLike: {
      pattern: '^[^@\\s]+@[^@\\s]+$',
      otherwise: 'Direct Mail wants the complete sender address as user name, like info@mail.example.com.',
    },
    wrongKinds: [],
  },
  password: {
    label: 'SMTP password',
    hint: 'The SMTP password that was set for this one sender address.',
    menu: 'Direct Mail console > Sender Addresses > Set SMTP Password',
    url: 'https://dm.console.aliyun.com',
    wrongKinds: [
      {
        pattern: '^LTAI[0-9A-Za-z]{10,}$',
        warning: 'This looks like an AccessKey ID. SMTP wants the SMTP password of the sender address.',
      },
    ],
    ignoresSpaces: false,
  },
  senderRule: 'The sender must be the same address as the user name.',
  recommends: { port: 465, confidence: 'documented' },
  portPreference: {
    prefer: 465,
    avoid: 25,
    because: 'Alibaba Cloud asks for port 465 or 80 instead of 25; port 465 encrypts from the first byte.',
    source: endpoints,
  },
  quirks: [
    {
      kind: 'other',
      text: 'Domains and sender addresses exist in one region only. Choose the host of that region.',
      confidence: 'documented',
      source: start,
    },
    {
      kind: 'other',
      text: 'Port 25 is closed on Alibaba Cloud’s own servers (ECS).',
      confidence: 'documented',
      source: endpoints,
    },
    {
      kind: 'moved-host',
      text: 'Outside Hangzhou the names in aliyun.com are the former ones. New accounts use the names in aliyuncs.com.',
      confidence: 'documented',
      source: endpoints,
    },
    {
      kind: 'activation',
      text: 'The account has to pass Alibaba Cloud’s real-name check first.',
      confidence: 'documented',
      source: start,
    },
  ],
  limits: [],
  dns: {
    spfInclude: { host: 'spf1.dm.aliyun.com', confidence: 'usual' },
    dkim: {
      text: 'Usually a TXT record whose name begins with aliyun- and the region. The console shows it beside the domain.',
      confidence: 'usual',
    },
  },
  knownReplies: [
    {
      id: 'alibaba-login',
      stages: ['auth'],
      code: 526,
      pattern: 'Authentication failure',
      title: 'Direct Mail refused the login',
      why: 'Usually the SMTP password is wrong, or the sender address was set up in another region.',
      doThis: [
        'In the Direct Mail console open Sender Addresses and choose Set SMTP Password for this address.',
        'Use that address as user name and as sender.',
        'Choose the region in which the address was set up.',
      ],
      source: docs,
      confidence: 'usual',
      mayBeOtherVariant: true,
    },
  ],
  docsUrl: docs,
  checked: '2026-11-23',
};
