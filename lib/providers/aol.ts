import { completeAddress } from './complete-address';
import type { Provider } from './provider';

const docs = 'https://help.aol.com/articles/how-do-i-use-other-email-applications-to-send-and-receive-my-aol-mail';
const guide = 'https://github.com/deltachat/provider-db/blob/HEAD/_providers/aol.md';

export const aol: Provider = {
  id: 'aol',
  kind: 'mailbox',
  name: 'AOL Mail',
  shortName: 'AOL',
  hint: 'App password',
  mark: { letters: 'AO', hue: '#3a3a3a' },
  aliases: ['AOL', 'AIM Mail', 'Netscape', 'CompuServe'],
  variantQuestion: '',
  variants: [
    {
      id: 'mailbox',
      label: 'An AOL mailbox',
      hint: 'smtp.aol.com, with an app password',
      host: 'smtp.aol.com',
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
    hint: 'A password that AOL makes for one program, usually 16 letters. Your normal password usually does not work here.',
    menu: 'Account Info > Account Security > Manage app passwords',
    url: 'https://login.aol.com/account/security',
    looksLike: {
      pattern: '^[a-z]{16}$',
      otherwise:
        'App passwords usually have 16 lower-case letters. This looks like something else, perhaps the normal password.',
    },
    wrongKinds: [],
    ignoresSpaces: true,
  },
  senderRule: 'The sender should usually be the AOL address itself or an alias of it.',
  recommends: { port: 465, confidence: 'usual' },
  receives: {
    domains: [{ names: ['aol.com', 'aim.com', 'netscape.net', 'compuserve.com'] }],
    mx: [{ suffix: 'mx-aol.mail.gm0.yahoodns.net', confidence: 'usual' }],
  },
  // Yahoo and AOL are one platform.
  alsoKnownAs: ['yahoo.com', 'yahoodns.net'],
  quirks: [
    {
      kind: 'app-password',
      text: 'Other programs usually log in with an app password, not with the normal one.',
      confidence: 'usual',
      source: guide,
    },
  ],
  limits: [],
  knownReplies: [
    {
      id: 'aol-login',
      stages: ['auth'],
      code: 535,
      pattern: 'auth|credential|login|password|user',
      title: 'AOL refused the password',
      why: 'Usually the normal password was given instead of an app password, or the app password was deleted.',
      doThis: [
        'Open Account Info > Account Security > Manage app passwords at AOL and make a new one.',
        'Paste it here; spaces do not matter.',
        'Use the complete AOL address as user name.',
      ],
      source: guide,
      confidence: 'usual',
    },
  ],
  docsUrl: docs,
  checked: '2026-11-23',
};
