import type { Confidence } from './fact';
import type { Provider, ProviderPort, ProviderVariant } from './provider';

const docs = 'https://www.zoho.com/mail/help/zoho-smtp.html';
const hosts = 'https://postigo.net/smtp/zoho';

function ports(confidence: Confidence): readonly ProviderPort[] {
  return [
    { port: 465, security: 'implicit-tls', confidence },
    { port: 587, security: 'starttls', confidence },
  ];
}

function personal(id: string, place: string, host: string, confidence: Confidence = 'usual'): ProviderVariant {
  const label = `${place}: personal or free`;
  return { id, label, hint: `${host}, for a personal mailbox`, host, ports: ports(confidence), login: 'required' };
}

function paid(id: string, place: string, host: string): ProviderVariant {
  const label = `${place}: paid, own domain`;
  return { id, label, hint: `${host}, for a company on a paid plan`, host, ports: ports('usual'), login: 'required' };
}

export const zohoMail: Provider = {
  id: 'zoho-mail',
  kind: 'mailbox',
  name: 'Zoho Mail',
  shortName: 'Zoho Mail',
  hint: 'Data centre · app password',
  mark: { letters: 'ZO', hue: '#b3261e' },
  aliases: ['Zoho', 'Zoho Workplace', 'Zoho Mail'],
  variantQuestion: 'At which Zoho website do you sign in, and is it a paid plan with your own domain?',
  variants: [
    personal('us', 'zoho.com', 'smtp.zoho.com', 'documented'),
    paid('us-paid', 'zoho.com', 'smtppro.zoho.com'),
    personal('eu', 'zoho.eu (Europe)', 'smtp.zoho.eu'),
    paid('eu-paid', 'zoho.eu (Europe)', 'smtppro.zoho.eu'),
    personal('in', 'zoho.in (India)', 'smtp.zoho.in'),
    paid('in-paid', 'zoho.in (India)', 'smtppro.zoho.in'),
    personal('au', 'zoho.com.au (Australia)', 'smtp.zoho.com.au'),
    paid('au-paid', 'zoho.com.au (Australia)', 'smtppro.zoho.com.au'),
    personal('jp', 'zoho.jp (Japan)', 'smtp.zoho.jp'),
    paid('jp-paid', 'zoho.jp (Japan)', 'smtppro.zoho.jp'),
    {
      id: 'ca',
      label: 'zohocloud.ca (Canada)',
      hint: 'smtp.zohocloud.ca',
      host: 'smtp.zohocloud.ca',
      ports: ports('usual'),
      login: 'required',
    },
    personal('sa', 'zoho.sa (Saudi Arabia)', 'smtp.zoho.sa'),
    paid('sa-paid', 'zoho.sa (Saudi Arabia)', 'smtppro.zoho.sa'),
    personal('cn', 'zoho.com.cn (China)', 'smtp.zoho.com.cn'),
    paid('cn-paid', 'zoho.com.cn (China)', 'smtppro.zoho.com.cn'),
  ],
  username: {
    kind: 'typed',
    label: 'Zoho address',
    hint: 'The complete address of the mailbox.',
    sameAsSender: true,
    looksLike: {
      pattern: '^[^@\\s]+@[^@\\s]+$',
      otherwise: 'Zoho wants the complete address of the mailbox, like anna@example.com.',
    },
    wrongKinds: [],
  },
  password: {
    label: 'Password or app password',
    hint: 'With two-factor sign-in an app password; otherwise the password of the account.',
    menu: 'Zoho Accounts > Security > App Passwords > Generate New Password',
    url: 'https://accounts.zoho.com/home#security/app_password',
    wrongKinds: [],
    ignoresSpaces: false,
  },
  senderRule: 'The sender must be the mailbox or one of its aliases.',
  recommends: { port: 465, confidence: 'usual' },
  receives: {
    domains: [
      { names: ['zoho.com', 'zohomail.com'], variant: 'us' },
      { names: ['zoho.eu', 'zohomail.eu'], variant: 'eu' },
      { names: ['zoho.in', 'zohomail.in'], variant: 'in' },
      { names: ['zoho.com.au', 'zohomail.com.au'], variant: 'au' },
      { names: ['zoho.jp', 'zohomail.jp'], variant: 'jp' },
      { names: ['zohocloud.ca', 'zohomailcloud.ca'], variant: 'ca' },
    ],
    // A domain of one's own belongs to an organisation, so its host is the one of the paid plans.
    mx: [
      { suffix: 'zoho.com', variant: 'us-paid', confidence: 'usual' },
      { suffix: 'zoho.eu', variant: 'eu-paid', confidence: 'usual' },
      { suffix: 'zoho.in', variant: 'in-paid', confidence: 'usual' },
      { suffix: 'zoho.com.au', variant: 'au-paid', confidence: 'usual' },
      { suffix: 'zoho.jp', variant: 'jp-paid', confidence: 'usual' },
      { suffix: 'zohocloud.ca', variant: 'ca', confidence: 'usual' },
      { suffix: 'zoho.sa', variant: 'sa-paid', confidence: 'usual' },
      { suffix: 'zoho.com.cn', variant: 'cn-paid', confidence: 'usual' },
    ],
  },
  alsoKnownAs: ['zohomail.com', 'zohomail.eu', 'zohomail.in', 'zohomail.jp', 'zohomailcloud.ca'],
  quirks: [
    {
      kind: 'other',
      text: 'The host must fit the data centre of the account. A wrong one usually answers as if the password were wrong.',
      confidence: 'usual',
      source: hosts,
    },
    {
      kind: 'app-password',
      text: 'With two-factor sign-in on, a program needs an app password.',
      confidence: 'documented',
      source: docs,
    },
    { kind: 'other', text: 'Zoho offers no port 25.', confidence: 'documented', source: docs },
    {
      kind: 'needs-plan',
      text: 'A free organisation plan may not include SMTP; what one reads about it differs.',
      confidence: 'usual',
      source: 'https://ai-productivity.pages.dev/guides/zoho-smtp-server-setup-guide/',
    },
    {
      kind: 'other',
      text: 'A mailbox is usually not meant for the mail of a shop. For that Zoho has ZeptoMail.',
      confidence: 'usual',
    },
  ],
  limits: [
    {
      text: 'How many messages a day go out usually depends on the plan and the number of users.',
      confidence: 'usual',
    },
  ],
  dns: {
    spfInclude: {
      host: 'zohomail.com',
      confidence: 'usual',
      note: 'It was zoho.com formerly; other data centres usually have their own, such as zoho.eu.',
    },
    dkim: {
      text: 'Usually a TXT record under a name of your choice, often zmail._domainkey or zoho._domainkey.',
      confidence: 'usual',
    },
  },
  knownReplies: [
    {
      id: 'zoho-login',
      stages: ['auth'],
      code: 535,
      pattern: 'Authentication Failed|Invalid',
      title: 'Zoho refused the login',
      why: 'Usually the account lives in another data centre, two-factor sign-in asks for an app password, or SMTP is not part of the plan.',
      doThis: [
        'Look at the address of the website you read your mail at, like mail.zoho.eu, and choose that data centre.',
        'With an own domain on a paid plan choose the host that begins with smtppro.',
        'Open Zoho Accounts > Security > App Passwords, make one for this site and paste it here.',
      ],
      source: docs,
      confidence: 'usual',
      mayBeOtherVariant: true,
    },
    {
      id: 'zoho-sender',
      stages: ['mail-from', 'rcpt-to', 'data'],
      code: 553,
      pattern: 'Relaying disallowed|not allowed to relay',
      title: 'Zoho may not send from this address',
      why: 'The login worked. Usually the sender is neither the mailbox nor one of its aliases.',
      doThis: [
        'Go back and use the address of the mailbox as sender.',
        'Or add the address as an alias of this mailbox in Zoho Mail.',
      ],
      source: docs,
      confidence: 'usual',
    },
    {
      id: 'zoho-unusual-activity',
      stages: ['auth', 'mail-from', 'rcpt-to', 'data'],
      code: 550,
      enhanced: ['5.4.6'],
      pattern: 'Unusual sending activity',
      title: 'Zoho has stopped this mailbox from sending',
      why: 'The settings are right. Zoho usually does this when much mail goes out at once, or when mail looked like spam.',
      doThis: [
        'Sign in, open mail.zoho.com/UnblockMe in your data centre, and unblock the mailbox.',
        'Send less at once, or use a sending service for the mail of a site.',
      ],
      source: docs,
      confidence: 'usual',
    },
  ],
  docsUrl: docs,
  checked: '2026-11-23',
};
