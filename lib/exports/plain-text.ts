import type { Security } from '@/lib/smtp/endpoint';
import { cleartextWarnings } from './cleartext-warning';
import { oneLine } from './comment-line';
import type { Format } from './format';
import type { PrintedSettings } from './printed-settings';

const encryptionWords: Readonly<Record<Security, string>> = {
  'implicit-tls': 'TLS from the start (implicit TLS, often called SSL)',
  starttls: 'STARTTLS, required (often called TLS)',
  cleartext: 'none',
};

function render(settings: PrintedSettings, proof: string): string {
  const { login } = settings;
  const { name, address } = settings.from;
  const rows: readonly (readonly [string, string])[] = [
    ['Server', settings.host],
    ['Port', String(settings.port)],
    ['Encryption', encryptionWords[settings.security]],
    ...(login
      ? ([
          ['User name', login.username],
          ['Password', login.password],
        ] as const)
      : ([['Login', 'none']] as const)),
    ['Sender name', name],
    ['Sender address', address],
  ];
  const lines = rows.filter(([, value]) => value !== '').map(([label, value]) => `${`${label}:`.padEnd(16)}${value}`);
  return `Outgoing mail (SMTP)\n\n${lines.join('\n')}\n\n${oneLine(proof)}\n`;
}

/** For a person to read, note down or hand on. */
export const plainText: Format = {
  id: 'plain-text',
  name: 'Plain text',
  group: 'Anything else',
  steps: ['Keep this with your notes, or type it into the mail settings of any other program.'],
  fileName: 'smtp-settings.txt',
  mediaType: 'text/plain',
  warnings: (settings) => [
    ...cleartextWarnings(settings),
    ...(settings.password === settings.password?.trim()
      ? []
      : ['The password begins or ends with a blank; it belongs to it.']),
  ],
  render,
};
