import type { Provider } from './provider';

const errors = 'https://support.google.com/a/answer/3726730';
const relayDocs = 'https://support.google.com/a/answer/2956491';
const appPasswords = 'https://support.google.com/accounts/answer/185833';

export const googleWorkspace: Provider = {
  id: 'google-workspace',
  name: 'Google Workspace (G Suite), Gmail',
  shortName: 'Google',
  hint: 'App password or relay',
  mark: { letters: 'GW', hue: '#188038' },
  aliases: ['G Suite', 'Gmail', 'Google Workspace', 'Google Mail'],
  variantQuestion: 'Which account?',
  variants: [
    {
      id: 'mailbox',
      label: 'A Gmail or Workspace mailbox',
      hint: 'smtp.gmail.com, with an app password',
      host: 'smtp.gmail.com',
      ports: [
        { port: 465, security: 'implicit-tls', confidence: 'usual' },
        { port: 587, security: 'starttls', confidence: 'usual' },
      ],
      login: 'required',
    },
    {
      id: 'relay',
      label: 'The Workspace SMTP relay',
      hint: 'smtp-relay.gmail.com, switched on by an administrator; login optional',
      host: 'smtp-relay.gmail.com',
      ports: [
        { port: 465, security: 'implicit-tls', confidence: 'usual' },
        { port: 587, security: 'starttls', confidence: 'documented' },
        { port: 25, security: 'starttls', confidence: 'documented' },
      ],
      login: 'optional',
    },
  ],
  username: {
    kind: 'typed',
    label: 'Google address',
    hint: 'The complete address of the account.',
    sameAsSender: true,
  },
  password: {
    label: 'App password',
    hint: '16 letters that Google makes for one program. Your normal password does not work here.',
    menu: 'Google Account > Security > 2-Step Verification > App passwords',
    url: 'https://myaccount.google.com/apppasswords',
    looksLike: {
      pattern: '^[a-z]{16}$',
      otherwise:
        'App passwords usually have 16 lower-case letters. This looks like something else, perhaps the normal password.',
    },
    wrongKinds: [],
    ignoresSpaces: true,
  },
  senderRule: 'Google usually replaces a sender that is neither the account nor one of its aliases.',
  recommends: { port: 587, confidence: 'usual' },
  knownReplies: [
    {
      id: 'google-app-password',
      stages: ['auth'],
      code: 534,
      enhanced: '5.7.9',
      pattern: 'Application-specific password required|InvalidSecondFactor',
      title: 'Google wants an app password',
      why: 'The server, port and encryption are right. This account uses 2-Step Verification, and its normal password was sent.',
      doThis: [
        'Open myaccount.google.com/apppasswords and make one for this site.',
        'Paste its 16 letters here; spaces do not matter.',
      ],
      source: errors,
      confidence: 'documented',
    },
    {
      id: 'google-login',
      stages: ['auth'],
      code: 535,
      enhanced: '5.7.8',
      pattern: 'Username and Password not accepted|BadCredentials',
      title: 'Google refused the password',
      why: 'The server, port and encryption are right. Google usually answers so to a normal password, or to an app password that was mistyped or revoked. Changing the Google password revokes them all.',
      doThis: [
        'Turn on 2-Step Verification for the account.',
        'Open myaccount.google.com/apppasswords and make a new app password.',
        'Use the complete address as user name.',
      ],
      source: appPasswords,
      confidence: 'documented',
    },
    {
      id: 'google-browser',
      stages: ['auth'],
      code: 534,
      enhanced: '5.7.14',
      pattern: 'web browser',
      title: 'Google wants you to sign in with a browser first',
      why: 'Google found this sign-in unusual and holds it back.',
      doThis: ['Sign in to the account in a browser and confirm the activity.', 'Use an app password, then try again.'],
      source: errors,
      confidence: 'documented',
    },
    {
      id: 'google-relay-denied',
      stages: ['mail-from', 'rcpt-to', 'data'],
      code: 550,
      enhanced: '5.7.0',
      pattern: 'Mail relay denied',
      title: 'The relay does not know where this mail comes from',
      why: 'The relay rule lists neither this public address nor asks for a login that was given.',
      doThis: [
        'In the Admin console open Apps > Google Workspace > Gmail > Routing > SMTP relay service.',
        'Add the public address of the sending server, or require SMTP authentication and log in here.',
      ],
      source: relayDocs,
      confidence: 'documented',
    },
  ],
  docsUrl: relayDocs,
  checked: '2026-11-23',
};
