import { completeAddress } from './complete-address';
import type { Provider, ProviderPort, ProviderVariant } from './provider';

const docs = 'https://www.ionos.com/help/email/general-topics/server-information-for-imap-pop3-and-smtp/';

const ports: readonly ProviderPort[] = [
  { port: 465, security: 'implicit-tls', confidence: 'usual' },
  { port: 587, security: 'starttls', confidence: 'usual' },
];

function variant(id: string, label: string, host: string): ProviderVariant {
  return { id, label, hint: host, host, ports, login: 'required' };
}

export const ionos: Provider = {
  id: 'ionos',
  kind: 'mailbox',
  name: 'IONOS (1&1)',
  shortName: 'IONOS',
  hint: 'Password · by country',
  mark: { letters: 'IO', hue: '#003d8f' },
  aliases: ['1&1', '1und1', '1and1', '1&1 IONOS', 'kundenserver.de', 'perfora.net'],
  variantQuestion: 'In which country is your IONOS contract?',
  variants: [
    variant('com', 'United States and other countries', 'smtp.ionos.com'),
    variant('de', 'Germany', 'smtp.ionos.de'),
    variant('co-uk', 'United Kingdom', 'smtp.ionos.co.uk'),
    variant('fr', 'France', 'smtp.ionos.fr'),
    variant('es', 'Spain', 'smtp.ionos.es'),
    variant('it', 'Italy', 'smtp.ionos.it'),
    variant('mx', 'Mexico', 'smtp.ionos.mx'),
    variant('at', 'Austria', 'smtp.ionos.at'),
    variant('1und1', 'Germany, from the time of 1&1', 'smtp.1und1.de'),
  ],
  username: completeAddress,
  password: {
    label: 'Mailbox password',
    hint: 'The password of this mailbox, usually not the one of your IONOS customer account.',
    menu: 'IONOS account > Email, then the address',
    url: 'https://my.ionos.com',
    wrongKinds: [],
    ignoresSpaces: false,
  },
  senderRule: 'The sender should usually be an address of the same IONOS contract.',
  recommends: { port: 465, confidence: 'usual' },
  receives: {
    domains: [{ names: ['online.de', 'kundenserver.de'], variant: 'de' }],
    mx: [
      { suffix: 'ionos.com', variant: 'com', confidence: 'usual' },
      { suffix: 'perfora.net', variant: 'com', confidence: 'usual' },
      { suffix: '1and1.com', variant: 'com', confidence: 'usual' },
      { suffix: 'ionos.de', variant: 'de', confidence: 'usual' },
      { suffix: 'kundenserver.de', variant: 'de', confidence: 'usual' },
      { suffix: 'ionos.co.uk', variant: 'co-uk', confidence: 'usual' },
      { suffix: '1and1.co.uk', variant: 'co-uk', confidence: 'usual' },
      { suffix: 'ionos.fr', variant: 'fr', confidence: 'usual' },
      { suffix: '1and1.fr', variant: 'fr', confidence: 'usual' },
      { suffix: 'ionos.es', variant: 'es', confidence: 'usual' },
      { suffix: '1and1.es', variant: 'es', confidence: 'usual' },
      { suffix: 'ionos.it', variant: 'it', confidence: 'usual' },
      { suffix: 'ionos.mx', variant: 'mx', confidence: 'usual' },
      { suffix: 'ionos.at', variant: 'at', confidence: 'usual' },
    ],
  },
  alsoKnownAs: ['kundenserver.de', 'perfora.net', '1and1.com'],
  quirks: [
    {
      kind: 'other',
      text: 'The ending of the server’s name usually follows the country of the contract, not the domain of the address.',
      confidence: 'usual',
    },
  ],
  limits: [
    {
      text: 'A message may have 100 MB in all, which leaves about 72 MB for attachments.',
      confidence: 'documented',
      source:
        'https://www.ionos.it/aiuto/e-mail/postmaster/suggerimenti-generali-per-linvio-a-caselle-di-posta-11-ionos/',
    },
  ],
  dns: {
    spfInclude: {
      host: '_spf-us.ionos.com',
      confidence: 'usual',
      note: 'It differs by country: usually _spf-us.ionos.com or _spf.perfora.net in America, _spf.kundenserver.de in Germany.',
    },
    dkim: {
      text: 'Usually two CNAME records, s1-ionos._domainkey and s2-ionos._domainkey. The IONOS account shows their targets.',
      confidence: 'usual',
    },
  },
  knownReplies: [
    {
      id: 'ionos-login',
      stages: ['auth'],
      code: 535,
      pattern: 'auth|credential|login|password|user',
      title: 'IONOS refused the login',
      why: 'Usually the password is not the one of this mailbox, or the contract belongs to another country, which has a server of its own.',
      doThis: [
        'Check that the country fits the contract.',
        'Open Email in the IONOS account, choose the address and set a new password.',
        'Use the complete address as user name.',
      ],
      source: docs,
      confidence: 'usual',
      mayBeOtherVariant: true,
    },
    {
      id: 'ionos-sender',
      stages: ['mail-from', 'rcpt-to', 'data'],
      code: 550,
      pattern: 'Sender address (is not allowed|rejected)',
      title: 'IONOS does not send for this address',
      why: 'The login worked. IONOS usually sends only for addresses of the same contract.',
      doThis: [
        'Use the address of the mailbox as sender.',
        'Or open Email in the IONOS account and create the sender’s address there.',
      ],
      source: docs,
      confidence: 'usual',
    },
  ],
  docsUrl: docs,
  checked: '2026-11-23',
};
