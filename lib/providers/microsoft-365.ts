import { microsoft365Replies } from './microsoft-365-replies';
import type { Provider, ProviderPort } from './provider';

const docs =
  'https://learn.microsoft.com/exchange/mail-flow-best-practices/how-to-set-up-a-multifunction-device-or-application-to-send-email-using-microsoft-365-or-office-365';
const smtpAuth =
  'https://learn.microsoft.com/exchange/clients-and-mobile-in-exchange-online/authenticated-client-smtp-submission';
const notice = 'https://mc.merill.net/message/MC786329/compare/2026-01-27T20-11-01-253Z/2024-04-26T00-17-12-6Z';
const signing =
  'https://github.com/MicrosoftDocs/defender-docs/blob/HEAD/defender-office-365/email-authentication-dkim-configure.md';
const domainList = 'https://github.com/thunderbird/autoconfig/blob/HEAD/ispdb/office365.com.xml';

const usual: readonly ProviderPort[] = [{ port: 587, security: 'starttls', confidence: 'usual' }];

export const microsoft365: Provider = {
  id: 'microsoft-365',
  kind: 'mailbox',
  name: 'Microsoft 365',
  shortName: 'Microsoft 365',
  hint: 'Company or school mailbox',
  mark: { letters: '365', hue: '#0f5ea8' },
  aliases: ['Office 365', 'Outlook 365', 'Exchange Online', 'O365', 'Microsoft Exchange'],
  variantQuestion: 'Which Microsoft 365 service?',
  variants: [
    {
      id: 'worldwide',
      label: 'A Microsoft 365 mailbox',
      hint: 'smtp.office365.com, for nearly everybody',
      host: 'smtp.office365.com',
      ports: [
        { port: 587, security: 'starttls', confidence: 'documented' },
        { port: 25, security: 'starttls', confidence: 'documented' },
      ],
      login: 'required',
    },
    {
      id: 'usgov',
      label: 'US government (GCC High)',
      hint: 'smtp.office365.us',
      host: 'smtp.office365.us',
      ports: usual,
      login: 'required',
    },
    {
      id: 'high-volume',
      label: 'High Volume Email',
      hint: 'smtp.hve.mx.microsoft, only to recipients in your organisation',
      host: 'smtp.hve.mx.microsoft',
      ports: usual,
      login: 'required',
      username: {
        kind: 'typed',
        label: 'High Volume Email account',
        hint: 'The complete address of a High Volume Email account. A normal mailbox does not work here.',
        sameAsSender: true,
      },
    },
    {
      id: 'old-devices',
      label: 'Old devices without TLS 1.2',
      hint: 'smtp-legacy.office365.com, not for anything new',
      host: 'smtp-legacy.office365.com',
      ports: usual,
      login: 'required',
    },
  ],
  username: {
    kind: 'typed',
    label: 'Microsoft 365 address',
    hint: 'The complete address that the mailbox signs in with. The mailbox needs a licence.',
    sameAsSender: true,
    looksLike: {
      pattern: '^[^@\\s]+@[^@\\s]+$',
      otherwise: 'Microsoft 365 wants the complete address, like anna@example.com.',
    },
    wrongKinds: [],
  },
  password: {
    label: 'Password',
    hint: 'The password of the mailbox, or an app password where your organisation allows them.',
    menuIs: 'An administrator lets a mailbox log in under',
    menu: 'Admin center > Users > Active users > (the user) > Mail > Manage email apps > Authenticated SMTP',
    url: 'https://admin.microsoft.com',
    wrongKinds: [],
    ignoresSpaces: false,
  },
  senderRule: 'The sender must be the mailbox itself, or one that it has the Send As permission for.',
  recommends: { port: 587, confidence: 'documented' },
  receives: {
    domains: [{ names: ['onmicrosoft.com', 'office365.com'] }],
    mx: [
      { suffix: 'mail.protection.outlook.com', confidence: 'usual', source: domainList },
      { suffix: 'mx.microsoft', confidence: 'usual' },
    ],
  },
  alsoKnownAs: ['outlook.com', 'office365.com', 'office365.us', 'microsoft.com'],
  quirks: [
    {
      kind: 'password-ending',
      text: 'A password still works while SMTP AUTH is on for the mailbox, usually until the end of December 2026. From then on Microsoft switches password sign-in off: in existing organisations an administrator can switch it on again, new organisations do not get it. Microsoft wants to name the final date in the second half of 2027. This is its notice MC786329 as of January 2026; the dates have moved before and may move again.',
      confidence: 'usual',
      source: notice,
      until: '2026-12-31',
    },
    {
      kind: 'other',
      text: 'SMTP AUTH has to be on in three places: no security defaults (or policy) in the way, on for the organisation, and on for the mailbox. What is set for the mailbox wins over the organisation.',
      confidence: 'documented',
      source: smtpAuth,
    },
    {
      kind: 'other',
      text: 'Security defaults switch SMTP AUTH off completely.',
      confidence: 'documented',
      source: smtpAuth,
    },
    {
      kind: 'other',
      text: 'SMTP AUTH is usually off in organisations made after January 2020, until an administrator switches it on. That may take up to an hour to work.',
      confidence: 'usual',
    },
    {
      kind: 'no-implicit-tls',
      text: 'There is no port 465 here; trying it ends in silence. Use 587.',
      confidence: 'documented',
      source: docs,
    },
    {
      kind: 'app-password',
      text: 'With multi-factor sign-in the normal password is usually refused. An app password may work where the organisation allows them, and not once password sign-in is off.',
      confidence: 'usual',
    },
    {
      kind: 'other',
      text: 'Connect to the host name, never to an IP address. TLS 1.2 or newer is needed.',
      confidence: 'documented',
      source: docs,
    },
    {
      kind: 'other',
      text: 'High Volume Email usually delivers only inside the organisation, needs accounts of its own and is billed by use. Passwords may be used there until September 2028.',
      confidence: 'usual',
      source: 'https://petri.com/high-volume-email-delivery-internal-recipients/',
    },
    {
      kind: 'other',
      text: 'Not meant for bulk mail. For that Microsoft usually points to Azure Communication Services, which has a host and logins of its own.',
      confidence: 'usual',
      source: 'https://petri.com/high-volume-email-delivery-internal-recipients/',
    },
  ],
  limits: [
    { text: 'A mailbox may send 30 messages a minute.', confidence: 'documented', source: docs },
    { text: 'A mailbox may send to 10,000 recipients a day.', confidence: 'documented', source: docs },
    { text: 'A mailbox may usually have three connections at a time.', confidence: 'usual' },
    { text: 'High Volume Email usually takes 50 recipients and 10 MB per message.', confidence: 'usual' },
  ],
  dns: {
    spfInclude: { host: 'spf.protection.outlook.com', confidence: 'documented' },
    dkim: {
      text: 'Two CNAME records, selector1._domainkey and selector2._domainkey. Read their values in the Defender portal, since newer domains point elsewhere than older ones.',
      confidence: 'documented',
      source: signing,
    },
    others: [
      {
        text: 'Mail is signed for your onmicrosoft.com domain until signing is switched on for your own. DMARC needs the latter.',
        confidence: 'documented',
        source: signing,
      },
    ],
  },
  knownReplies: microsoft365Replies,
  docsUrl: docs,
  checked: '2026-11-23',
};
