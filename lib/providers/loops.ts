import type { Provider } from './provider';

const docs = 'https://loops.so/docs/smtp';
const novu = 'https://loops.so/docs/integrations/novu';
const supabase = 'https://supabase.com/partners/loops';

export const loops: Provider = {
  id: 'loops',
  kind: 'sending',
  name: 'Loops',
  shortName: 'Loops',
  hint: 'Templates only · API key',
  mark: { letters: 'LO', hue: '#b8431a' },
  aliases: ['Loops', 'Loops.so'],
  variantQuestion: '',
  variants: [
    {
      id: 'default',
      label: 'Loops',
      hint: 'smtp.loops.so',
      host: 'smtp.loops.so',
      ports: [{ port: 587, security: 'starttls', confidence: 'documented' }],
      login: 'required',
    },
  ],
  username: {
    kind: 'fixed',
    value: 'loops',
    hint: 'Loops wants exactly this word from everybody. The key goes into the next field.',
  },
  password: {
    label: 'API key',
    hint: 'A key of your Loops account.',
    menu: 'Settings > API',
    url: 'https://app.loops.so/settings?page=api',
    looksLike: {
      pattern: '^[0-9a-f]{28,40}$',
      otherwise: 'Loops keys usually have 32 digits and letters from a to f. This looks like something else.',
    },
    wrongKinds: [],
    ignoresSpaces: false,
  },
  senderRule: 'Loops always takes the sender from the published template; the one given here is replaced.',
  recommends: { port: 587, confidence: 'documented' },
  quirks: [
    {
      kind: 'template-only',
      text: 'Loops sends only its own templates. The text of a message usually has to be JSON that names a published template, so an ordinary message like this test is usually turned down or never arrives. For a contact form or a shop choose another provider.',
      confidence: 'usual',
      source: docs,
    },
    {
      kind: 'no-implicit-tls',
      text: 'Loops names port 587 with STARTTLS, and no port 465.',
      confidence: 'documented',
      source: novu,
    },
    {
      kind: 'alters-mail',
      text: 'The sender’s name and address always come from the template in Loops.',
      confidence: 'documented',
      source: supabase,
    },
    {
      kind: 'other',
      text: 'A template has to be published in Loops before it can be sent.',
      confidence: 'documented',
      source: novu,
    },
  ],
  limits: [{ text: 'Ten requests a second.', confidence: 'documented', source: supabase }],
  dns: {
    others: [
      {
        text: 'Loops shows the records for your domain, usually on a subdomain that begins with envelope.',
        confidence: 'usual',
      },
    ],
  },
  knownReplies: [
    {
      id: 'loops-login',
      stages: ['auth'],
      code: 535,
      pattern: 'authenticat|credential|password|username|api.?key|denied',
      title: 'Loops refused the API key',
      why: 'Usually the key is mistyped or was deleted. The user name loops is the same for everybody.',
      doThis: [
        'In Loops open Settings > API and copy a key, or make a new one.',
        'Paste the whole key as password and send the test again.',
      ],
      source: novu,
      confidence: 'usual',
    },
  ],
  afterAcceptance: {
    why: 'Loops may take any message and refuse it later when its text is not the JSON of a published template.',
    doThis: [
      'Open the transactional email in Loops and make sure that it is published.',
      'Let your program send the JSON that Loops shows for that template.',
      'For ordinary mail choose another provider.',
    ],
    source: docs,
  },
  docsUrl: docs,
  checked: '2026-11-23',
};
