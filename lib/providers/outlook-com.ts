import type { Provider } from './provider';

const docs =
  'https://support.microsoft.com/office/pop-imap-and-smtp-settings-for-outlook-com-d088b986-291d-42b8-9564-9c414e2aa040';
const ended =
  'https://techissuestoday.com/how-to-update-outlook-email-settings-to-avoid-losing-access-after-september-16/';
const domainList = 'https://github.com/thunderbird/autoconfig/blob/HEAD/ispdb/hotmail.com.xml';

function inEach(name: string, endings: string): readonly string[] {
  return endings.split(' ').map((ending) => `${name}.${ending}`);
}

export const outlookCom: Provider = {
  id: 'outlook-com',
  kind: 'mailbox',
  name: 'Outlook.com, Hotmail',
  shortName: 'Outlook.com',
  hint: 'Personal · takes no passwords',
  mark: { letters: 'OL', hue: '#0a6ab6' },
  aliases: ['Hotmail', 'Live', 'MSN', 'Outlook', 'Outlook.com', 'Windows Live'],
  variantQuestion: '',
  variants: [
    {
      id: 'default',
      label: 'Outlook.com',
      hint: 'smtp-mail.outlook.com',
      host: 'smtp-mail.outlook.com',
      ports: [{ port: 587, security: 'starttls', confidence: 'usual' }],
      login: 'required',
    },
  ],
  username: {
    kind: 'typed',
    label: 'Outlook.com address',
    hint: 'The complete address, like anna@outlook.com.',
    sameAsSender: true,
    looksLike: {
      pattern: '^[^@\\s]+@[^@\\s]+$',
      otherwise: 'Outlook.com wants the complete address, like anna@outlook.com.',
    },
    wrongKinds: [],
  },
  password: {
    label: 'Password',
    hint: 'Outlook.com usually refuses every password, app passwords too.',
    menuIs: 'Other programs are let in under',
    menu: 'Outlook.com > Settings > Mail > Forwarding and IMAP',
    url: 'https://outlook.live.com',
    wrongKinds: [],
    ignoresSpaces: false,
  },
  senderRule: 'The sender usually has to be the address of the mailbox or one of its aliases.',
  recommends: { port: 587, confidence: 'usual' },
  receives: {
    domains: [
      {
        names: [
          'outlook.com',
          'hotmail.com',
          'live.com',
          'msn.com',
          'windowslive.com',
          'livemail.tw',
          ...inEach(
            'outlook',
            'at be cl cz de dk es fr hu ie in it jp kr lv my ph pt sa sg sk co.id co.il co.th com.ar com.au com.br com.gr com.tr com.vn',
          ),
          ...inEach(
            'hotmail',
            'be ca cl cz de dk es fi fr gr hu it lt lv my nl no ph rs se sg sk co.id co.il co.in co.jp co.kr co.th co.uk co.za com.ar com.au com.br com.hk com.tr com.tw com.vn',
          ),
          ...inEach(
            'live',
            'at be ca cl cn de dk fi fr hk ie in it jp nl no ru se co.jp co.kr co.uk co.za com.ar com.au com.mx com.my com.ph com.pt com.sg',
          ),
        ],
      },
    ],
    mx: [{ suffix: 'olc.protection.outlook.com', confidence: 'usual', source: domainList }],
  },
  alsoKnownAs: ['office365.com', 'hotmail.com', 'live.com'],
  quirks: [
    {
      kind: 'password-ended',
      text: 'Since 16 September 2024 Outlook.com usually refuses every password from a program, app passwords too. Two ways are left: a program that signs in through Microsoft’s own page (OAuth), or another provider for the mail of your site.',
      confidence: 'usual',
      source: ended,
      until: '2024-09-16',
    },
    {
      kind: 'other',
      text: 'Guides that still tell you to enter user name and password are usually older than that.',
      confidence: 'usual',
      source: ended,
    },
    {
      kind: 'no-implicit-tls',
      text: 'Outlook.com usually has port 587 with STARTTLS only, and no port 465.',
      confidence: 'usual',
      source: domainList,
    },
    {
      kind: 'other',
      text: 'A first sign-in from a new server may have to be approved at account.live.com/activity.',
      confidence: 'usual',
      source: 'https://prospeo.io/s/smtp-settings-outlook',
    },
  ],
  limits: [
    {
      text: 'A mailbox may usually send to somewhere between 300 and 5000 recipients a day, more the older it is.',
      confidence: 'usual',
    },
  ],
  knownReplies: [
    {
      id: 'outlook-password-off',
      stages: ['auth'],
      code: 535,
      enhanced: ['5.7.139'],
      pattern: 'basic authentication is disabled',
      title: 'Outlook.com takes no passwords any more',
      why: 'Server, port and encryption are right. Personal mailboxes have usually refused every password since 16 September 2024, app passwords too.',
      doThis: [
        'Choose another provider for the mail of your site, and keep this mailbox for reading.',
        'Or use a program that signs in through Microsoft’s own page (OAuth).',
      ],
      source: docs,
      confidence: 'usual',
    },
    {
      id: 'outlook-login',
      stages: ['auth'],
      code: 535,
      enhanced: ['5.7.3'],
      pattern: 'Authentication unsuccessful',
      title: 'Outlook.com refused the login',
      why: 'Usually because a password was sent; personal mailboxes take only a sign-in through Microsoft’s own page (OAuth).',
      doThis: [
        'Choose another provider for the mail of your site.',
        'Or use a program that signs in through Microsoft’s own page, and let it sign in anew.',
      ],
      source:
        'https://learn.microsoft.com/en-us/answers/questions/1110981/sending-email-using-javmail-with-oauth2-and-smtp',
      confidence: 'usual',
    },
  ],
  docsUrl: docs,
  checked: '2026-11-23',
};
