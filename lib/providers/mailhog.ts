import type { Provider } from './provider';

const docs = 'https://github.com/mailhog/MailHog';
const options = `${docs}/blob/HEAD/docs/CONFIG.md`;

export const mailhog: Provider = {
  id: 'mailhog',
  kind: 'catcher',
  name: 'MailHog',
  shortName: 'MailHog',
  hint: 'Ended in 2022 · see Mailpit',
  mark: { letters: 'MH', hue: '#7a4b2a' },
  aliases: ['MailHog'],
  variantQuestion: '',
  variants: [
    {
      id: 'local',
      label: 'On this computer',
      hint: 'localhost, port 1025',
      host: 'localhost',
      ports: [{ port: 1025, security: 'cleartext', confidence: 'documented' }],
      login: 'seldom',
    },
  ],
  username: {
    kind: 'typed',
    label: 'User name',
    hint: 'MailHog usually asks for none: its logins are for its web page.',
    sameAsSender: false,
  },
  password: {
    label: 'Password',
    hint: 'MailHog usually asks for none.',
    menuIs: 'More about it under',
    menu: 'its README',
    url: docs,
    wrongKinds: [],
    ignoresSpaces: false,
  },
  senderRule: 'Any sender will do.',
  recommends: { port: 1025, confidence: 'documented' },
  afterAcceptance: {
    why: 'MailHog keeps the message for you to look at. Usually nobody receives it.',
    doThis: ['Open localhost:8025 in a browser on the same computer and look at the message.'],
    source: options,
  },
  quirks: [
    {
      kind: 'catches-mail',
      text: 'MailHog keeps every message for you to look at and usually delivers none of them. Read them at localhost:8025.',
      confidence: 'usual',
      source: options,
    },
    {
      kind: 'other',
      text: 'Its development stopped in August 2022. Mailpit is the successor: it does the same and listens on the same ports.',
      confidence: 'documented',
      source: docs,
    },
    {
      kind: 'no-starttls',
      text: 'MailHog usually has no encryption at all, so use it on this computer only.',
      confidence: 'usual',
    },
  ],
  limits: [],
  knownReplies: [],
  docsUrl: docs,
  checked: '2026-11-23',
};
