import type { Provider } from './provider';

const manual = 'https://github.com/mailtrap/mailtrap-docs/blob/HEAD/documentation/email-sandbox';
const features = `${manual}/help/features-and-limits.md`;

export const mailtrapSandbox: Provider = {
  id: 'mailtrap-sandbox',
  kind: 'catcher',
  name: 'Mailtrap Sandbox',
  shortName: 'Mailtrap Sandbox',
  hint: 'Keeps mail for looking at',
  mark: { letters: 'MTS', hue: '#4b5f6b' },
  aliases: ['Mailtrap Testing', 'Mailtrap Email Testing', 'Mailtrap Email Sandbox'],
  variantQuestion: 'Which sandbox host?',
  variants: [
    {
      id: 'sandbox',
      label: 'Sandbox',
      hint: 'sandbox.smtp.mailtrap.io',
      host: 'sandbox.smtp.mailtrap.io',
      ports: [
        // Listed by Mailtrap without its kind of encryption; remembered as STARTTLS, against what the number means.
        { port: 465, security: 'starttls', confidence: 'usual' },
        { port: 587, security: 'starttls', confidence: 'documented' },
        { port: 2525, security: 'starttls', confidence: 'documented' },
        { port: 25, security: 'starttls', confidence: 'documented' },
      ],
      login: 'required',
    },
  ],
  username: {
    kind: 'typed',
    label: 'Sandbox user name',
    hint: 'The random user name of this one sandbox, not your Mailtrap address.',
    sameAsSender: false,
    looksLike: {
      pattern: '^[0-9A-Fa-f]{14}$',
      otherwise:
        'Sandbox user names usually have 14 characters, digits and the letters a to f. This looks like something else.',
    },
    wrongKinds: [
      { pattern: '@', warning: 'This is an email address. A sandbox has a random user name of its own.' },
      { pattern: '^api$', warning: 'This is the user name for real sending. A sandbox has a random one of its own.' },
    ],
  },
  password: {
    label: 'Sandbox password',
    hint: 'The random password of the same sandbox.',
    menu: 'Email Testing > Sandboxes > your sandbox > Integration > SMTP',
    url: 'https://mailtrap.io/sandboxes',
    looksLike: {
      pattern: '^[0-9A-Fa-f]{14}$',
      otherwise:
        'Sandbox passwords usually have 14 characters, digits and the letters a to f. This looks like something else.',
    },
    wrongKinds: [],
    ignoresSpaces: false,
  },
  senderRule: 'Any sender will do, since nothing leaves the sandbox.',
  recommends: { port: 2525, confidence: 'documented' },
  afterAcceptance: {
    why: 'The sandbox keeps the message for you to look at. Nobody receives it.',
    doThis: ['In Mailtrap open the sandbox and look at the message there.'],
    source: `${manual}/overview.md`,
  },
  quirks: [
    {
      kind: 'catches-mail',
      text: 'Mail sent here is kept for looking at and reaches nobody. That it works says nothing about real delivery.',
      confidence: 'documented',
      source: `${manual}/overview.md`,
    },
    {
      kind: 'other',
      text: 'Resetting the SMTP credentials of a sandbox stops every program that uses it.',
      confidence: 'documented',
      source: `${manual}/troubleshooting.md`,
    },
    {
      kind: 'moved-host',
      text: 'Older guides name smtp.mailtrap.io. It is usually better to use the host that the sandbox shows today.',
      confidence: 'usual',
    },
  ],
  limits: [
    {
      text: 'Each sandbox takes only so many messages in 10 seconds; the number depends on the plan.',
      confidence: 'documented',
      source: features,
    },
    { text: 'A message may have 5 to 25 MB, depending on the plan.', confidence: 'documented', source: features },
  ],
  knownReplies: [
    {
      id: 'mailtrap-sandbox-rate',
      stages: ['mail-from', 'rcpt-to', 'data'],
      code: 550,
      pattern: 'too many emails per second',
      title: 'Too many messages in a short time for this sandbox',
      why: 'The settings are right. The plan allows so many messages in 10 seconds, and this one was refused.',
      doThis: ['Wait a minute and send again.'],
      source: features,
      confidence: 'documented',
    },
    {
      id: 'mailtrap-sandbox-login',
      stages: ['auth', 'mail-from'],
      code: 530,
      pattern: 'Authentication required',
      title: 'The sandbox wants its own login',
      why: 'No login was given, or not that of this sandbox.',
      doThis: [
        'In Mailtrap open the sandbox, then Integration > SMTP.',
        'Copy user name and password from there; both are random and belong to this sandbox only.',
      ],
      source: `${manual}/troubleshooting.md`,
      confidence: 'documented',
    },
  ],
  docsUrl: 'https://docs.mailtrap.io/email-sandbox/setup/sandbox-smtp-integration',
  checked: '2026-11-23',
};
