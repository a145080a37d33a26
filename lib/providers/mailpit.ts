import type { Provider } from './provider';

const docs = 'https://mailpit.axllent.org/docs/';
const repository = 'https://github.com/axllent/mailpit/blob/HEAD';
const readme = `${repository}/README.md`;
const flags = `${repository}/cmd/root.go`;

export const mailpit: Provider = {
  id: 'mailpit',
  kind: 'catcher',
  name: 'Mailpit',
  shortName: 'Mailpit',
  hint: 'Mail catcher on this computer',
  mark: { letters: 'MP', hue: '#2d4a57' },
  aliases: ['Mailpit'],
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
    hint: 'A name from the list that Mailpit was started with.',
    sameAsSender: false,
  },
  password: {
    label: 'Password',
    hint: 'The password beside that name.',
    menuIs: 'The list is the start option',
    menu: '--smtp-auth-file',
    url: docs,
    wrongKinds: [],
    ignoresSpaces: false,
  },
  senderRule: 'Any sender will do.',
  recommends: { port: 1025, confidence: 'documented' },
  afterAcceptance: {
    why: 'Mailpit keeps the message for you to look at. Unless relaying is set up, nobody receives it.',
    doThis: ['Open localhost:8025 in a browser on the same computer and look at the message.'],
    source: readme,
  },
  quirks: [
    {
      kind: 'catches-mail',
      text: 'Mailpit keeps every message for you to look at, and delivers none unless relaying is set up. Read them at localhost:8025.',
      confidence: 'documented',
      source: readme,
    },
    {
      kind: 'no-starttls',
      text: 'There is no encryption unless Mailpit has a certificate, and no login without encryption unless it was started with --smtp-auth-allow-insecure.',
      confidence: 'documented',
      source: flags,
    },
    {
      kind: 'other',
      text: 'With --smtp-require-tls the port encrypts from the first byte.',
      confidence: 'documented',
      source: flags,
    },
    {
      kind: 'other',
      text: 'From inside another container localhost is that container itself. The host is then usually the name of Mailpit’s service.',
      confidence: 'usual',
    },
  ],
  limits: [],
  knownReplies: [],
  docsUrl: docs,
  checked: '2026-11-23',
};
