import { completeAddress } from './complete-address';
import type { Provider } from './provider';

const docs = 'https://help.yahoo.com/kb/new-mail-for-desktop/imap-server-settings-yahoo-mail-sln4075.html';
const guide = 'https://github.com/deltachat/provider-db/blob/HEAD/_providers/yahoo.md';

export const yahoo: Provider = {
  id: 'yahoo',
  kind: 'mailbox',
  name: 'Yahoo Mail',
  shortName: 'Yahoo',
  hint: 'App password',
  mark: { letters: 'Y!', hue: '#6001d2' },
  aliases: ['Yahoo', 'ymail', 'rocketmail'],
  variantQuestion: '',
  variants: [
    {
      id: 'mailbox',
      label: 'A Yahoo mailbox',
      hint: 'smtp.mail.yahoo.com, with an app password',
      host: 'smtp.mail.yahoo.com',
      ports: [
        { port: 465, security: 'implicit-tls', confidence: 'usual' },
        { port: 587, security: 'starttls', confidence: 'usual' },
      ],
      login: 'required',
    },
  ],
  username: completeAddress,
  password: {
    label: 'App password',
    hint: 'A password that Yahoo makes for one program, usually 16 letters. Your normal password usually does not work here.',
    menu: 'Account > Security > Generate app password',
    url: 'https://login.yahoo.com/account/security',
    looksLike: {
      pattern: '^[a-z]{16}$',
      otherwise:
        'App passwords usually have 16 lower-case letters. This looks like something else, perhaps the normal password.',
    },
    wrongKinds: [],
    ignoresSpaces: true,
  },
  senderRule: 'The sender should usually be the Yahoo address itself or an alias of it.',
  recommends: { port: 465, confidence: 'usual' },
  receives: {
    domains: [{ names: ['yahoo.com', 'ymail.com', 'rocketmail.com', 'myyahoo.com'] }],
    mx: [{ suffix: 'am0.yahoodns.net', confidence: 'usual' }],
  },
  alsoKnownAs: ['yahoodns.net', 'yahoo.net', 'aol.com'],
  quirks: [
    {
      kind: 'app-password',
      text: 'Other programs usually log in with an app password, not with the normal one.',
      confidence: 'usual',
      source: guide,
    },
    {
      kind: 'app-password',
      text: 'For a new account Yahoo may not offer app passwords yet.',
      confidence: 'usual',
    },
  ],
  limits: [
    {
      text: 'An account may usually send about 500 messages a day, each to 100 recipients at most.',
      confidence: 'usual',
    },
  ],
  knownReplies: [
    {
      id: 'yahoo-too-many-attempts',
      stages: ['auth'],
      code: 535,
      pattern: 'AUTH005|Too many bad auth attempts',
      title: 'Yahoo counted too many wrong passwords',
      why: 'Usually a normal password was tried where an app password is needed, here or in another program. More tries make the wait longer.',
      doThis: [
        'Make sure that no other program keeps trying an old password.',
        'Wait an hour.',
        'Open Account > Security > Generate app password at Yahoo, and try once with a fresh one.',
      ],
      source: guide,
      confidence: 'usual',
    },
    {
      id: 'yahoo-sender',
      stages: ['mail-from', 'rcpt-to', 'data'],
      code: 550,
      pattern: 'mailbox not verified',
      title: 'Yahoo does not know this sender',
      why: 'The login worked. Yahoo usually sends only for the address of the account and its verified aliases.',
      doThis: ['Go back to the account page and use the Yahoo address itself as sender.'],
      source: docs,
      confidence: 'usual',
    },
    {
      id: 'yahoo-sender-not-allowed',
      stages: ['mail-from', 'rcpt-to', 'data'],
      code: 553,
      pattern: 'Mail from.*not allowed',
      title: 'This Yahoo account may not send from this address',
      why: 'The login worked. Yahoo usually answers so when the sender is not the address of the account.',
      doThis: ['Go back to the account page and use the Yahoo address itself as sender.'],
      source: docs,
      confidence: 'usual',
    },
  ],
  docsUrl: docs,
  checked: '2026-11-23',
};
