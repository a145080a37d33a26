import { cleartextWarnings } from './cleartext-warning';
import { envLines } from './env-lines';
import type { Format } from './format';
import { senderText } from './sender';

/** What nconf, which reads Ghost's variables (`parseValues`), takes for a value of its own and not for text. */
function isTakenForValue(text: string): boolean {
  try {
    JSON.parse(text);
    return true;
  } catch {
    return text === 'undefined'; // no JSON, and nconf's one other word
  }
}

/**
 * Digits would be rounded and quotes lost, so such a text is written as a JSON string. nconf 0.12 and 0.13 read twice:
 * once from the environment, and once when they set what they read.
 */
function asText(text: string): string {
  return isTakenForValue(text) ? JSON.stringify(JSON.stringify(text)) : text;
}

/** Ghost hands mail__options to nodemailer as they are. */
export const ghost: Format = {
  id: 'ghost',
  name: 'Ghost',
  group: 'Self-hosted apps',
  steps: [
    'Give Ghost these environment variables, in the .env file of its container or where your host keeps them.',
    'Restart Ghost, and invite somebody under Settings > Staff to see a mail leave.',
  ],
  fileName: 'ghost.env',
  mediaType: 'text/plain',
  proven: 'sent',
  warnings: cleartextWarnings,
  render: (settings, proof) =>
    envLines(proof, [
      ['mail__transport', 'SMTP'],
      ['mail__options__host', settings.host],
      ['mail__options__port', String(settings.port)],
      ['mail__options__secure', String(settings.security === 'implicit-tls')],
      ['mail__options__requireTLS', String(settings.security === 'starttls')],
      settings.security === 'cleartext' && ['mail__options__ignoreTLS', 'true'],
      ...(settings.login === undefined
        ? []
        : ([
            ['mail__options__auth__user', asText(settings.login.username)],
            ['mail__options__auth__pass', asText(settings.login.password)],
          ] as const)),
      ['mail__from', senderText(settings.from)],
    ]),
};
