import { googleWorkspaceReplies } from './google-workspace-replies';
import type { Provider } from './provider';

const relayDocs = 'https://support.google.com/a/answer/2956491';
const relayErrors = 'https://support.google.com/a/answer/6140680';
const appPasswords = 'https://support.google.com/accounts/answer/185833';

export const googleWorkspace: Provider = {
  id: 'google-workspace',
  kind: 'mailbox',
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
  alsoKnownAs: ['google.com', 'googlemail.com'],
  receives: {
    domains: [{ names: ['gmail.com', 'googlemail.com'], variant: 'mailbox' }],
    mx: [
      { suffix: 'aspmx.l.google.com', variant: 'mailbox', confidence: 'usual' },
      { suffix: 'googlemail.com', variant: 'mailbox', confidence: 'usual' },
      { suffix: 'smtp.google.com', variant: 'mailbox', confidence: 'usual' },
    ],
  },
  quirks: [
    {
      kind: 'password-ended',
      text: 'The password you sign in with usually works for no program any more: not since 30 May 2022 for personal accounts, not since 1 May 2025 for Workspace. An app password does.',
      confidence: 'usual',
      until: '2025-05-01',
    },
    {
      kind: 'app-password',
      text: 'App passwords need 2-Step Verification. They are missing where it uses security keys only, and with Advanced Protection. An account that an organisation manages may have none either.',
      confidence: 'documented',
      source: appPasswords,
    },
    {
      kind: 'app-password',
      text: 'Changing the Google password revokes every app password at once.',
      confidence: 'documented',
      source: appPasswords,
    },
    {
      kind: 'app-password',
      text: 'A Workspace administrator may have switched app passwords off. Then the SMTP relay is usually the way that remains.',
      confidence: 'usual',
    },
    {
      kind: 'alters-mail',
      text: 'A sender that is not set up under "Send mail as" is usually replaced by the account’s own address, without a word.',
      confidence: 'usual',
      source: 'https://support.google.com/mail/answer/22370',
    },
    {
      kind: 'needs-plan',
      text: 'The relay is for Workspace customers, and an administrator has to switch it on.',
      confidence: 'documented',
      source: relayDocs,
    },
    {
      kind: 'address-allow-list',
      text: 'The relay can know a server by its public address instead of a login. Sender or EHLO name must then belong to one of the account’s domains.',
      confidence: 'documented',
      source: relayErrors,
    },
    { kind: 'other', text: 'A change to the relay’s settings may take some hours to begin.', confidence: 'usual' },
  ],
  limits: [
    {
      text: 'A personal account usually sends up to 500 messages a day, a Workspace user 2000.',
      confidence: 'usual',
    },
    {
      text: 'Through the relay a user may send 10000 messages in 24 hours.',
      confidence: 'documented',
      source: relayDocs,
    },
    { text: 'A message may usually have 25 MB, attachments in their encoded size.', confidence: 'usual' },
  ],
  dns: {
    spfInclude: {
      host: '_spf.google.com',
      confidence: 'usual',
      note: 'Only for a domain of your own, not for gmail.com.',
    },
    dkim: {
      text: 'One TXT record, usually named google._domainkey. The Admin console makes it, under Gmail > Authenticate email.',
      confidence: 'usual',
    },
  },
  knownReplies: googleWorkspaceReplies,
  docsUrl: relayDocs,
  checked: '2026-11-23',
};
