/** Readers of .env files differ; single quotes are read alike by all of them, for every character but the single quote. */
import type { Security } from '@/lib/smtp/endpoint';
import type { SmtpSettings } from '@/lib/settings/smtp-settings';
import { cleartextWarnings } from './cleartext-warning';
import { commentLine } from './comment-line';
import type { Format } from './format';
import { printedSettings, type PrintedSettings } from './printed-settings';

type Quoting = { readonly quote: (text: string) => string; readonly problem?: string };
type QuotingRule = Quoting & { readonly fits: (text: string) => boolean };

const without = (characters: RegExp) => (text: string) => !characters.test(text);

// First that fits. Between double quotes a shell reads $, ` and \, and Node reads \n. Without quotes docker reads it too.
const quotings: readonly QuotingRule[] = [
  { fits: (text) => /^[\w.:@/+=,-]+$/.test(text), quote: (text) => text },
  { fits: without(/'/), quote: (text) => `'${text}'` },
  { fits: without(/["\\$`]/), quote: (text) => `"${text}"` },
  {
    fits: without(/`/),
    quote: (text) => `\`${text}\``,
    problem:
      'holds a single quote beside other special characters: Node.js reads it correctly, PHP does not, and a shell would run it as a command.',
  },
];
const shellQuoting: Quoting = {
  quote: (text) => `'${text.replaceAll("'", "'\\''")}'`,
  problem:
    'holds a single quote and a backtick: a shell reads it correctly, Node.js and PHP may not. Set this value where your host keeps its environment variables.',
};

const quotingOf = (text: string): Quoting => quotings.find((rule) => rule.fits(text)) ?? shellQuoting;

/** Value → as it stands behind the = of a .env file. */
export const envValue = (text: string): string => quotingOf(text).quote(text);

const securityWords: Readonly<Record<Security, string>> = {
  'implicit-tls': 'implicit-tls',
  starttls: 'starttls',
  cleartext: 'none',
};

type Variable = readonly [name: string, value: string];

function variables(settings: PrintedSettings): readonly Variable[] {
  const { login } = settings;
  return [
    ['SMTP_HOST', settings.host],
    ['SMTP_PORT', String(settings.port)],
    ['SMTP_SECURITY', securityWords[settings.security]],
    ...(login
      ? ([
          ['SMTP_USER', login.username],
          ['SMTP_PASSWORD', login.password],
        ] as const)
      : []),
    ['SMTP_FROM', settings.from.address],
    ...(settings.from.name === '' ? [] : ([['SMTP_FROM_NAME', settings.from.name]] as const)),
  ];
}

/** Variables → what to know of those that not every reader takes alike. */
export function envWarnings(entries: readonly Variable[]): readonly string[] {
  return entries.flatMap(([name, value]) => {
    const { problem } = quotingOf(value);
    return problem === undefined ? [] : [`${name} ${problem}`];
  });
}

const expandedBy =
  'holds a $: Next.js and Vite take it for the start of another variable; for these two, write \\$ instead.';

function warnings(settings: SmtpSettings): readonly string[] {
  const entries = variables(printedSettings(settings, true));
  const expanded = entries.filter(([, value]) => value.includes('$')).map(([name]) => `${name} ${expandedBy}`);
  return [...cleartextWarnings(settings), ...envWarnings(entries), ...expanded];
}

function render(settings: PrintedSettings, proof: string): string {
  const lines = variables(settings).map(([name, value]) => `${name}=${envValue(value)}`);
  return `# ${commentLine(proof)}\n# SMTP_SECURITY is starttls, implicit-tls or none\n${lines.join('\n')}\n`;
}

/** Environment variables with the names most programs use. */
export const dotenv: Format = {
  id: 'dotenv',
  name: '.env file',
  group: 'Anything else',
  steps: [
    'Put these lines into the .env file of your program, and keep that file out of version control.',
    'Programs name these variables differently: rename them to what yours expects.',
    'docker run --env-file takes quotes as part of a value: leave them out there.',
  ],
  fileName: 'smtp.env',
  mediaType: 'text/plain',
  proven: 'parsed',
  warnings,
  render,
};
