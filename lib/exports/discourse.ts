import { cleartextWarnings } from './cleartext-warning';
import { commentLine } from './comment-line';
import type { Format } from './format';
import { opportunisticWarnings } from './program-limits';

// A JSON string is a YAML double-quoted one (YAML 1.2 §1.3).
const quoted = (text: string) => JSON.stringify(text);

/** Discourse's FORCE_TLS means implicit TLS, not that STARTTLS is demanded. */
export const discourse: Format = {
  id: 'discourse',
  name: 'Discourse',
  group: 'Self-hosted apps',
  steps: [
    'Put these lines into containers/app.yml under env:, indented by two blanks, in place of lines with the same names.',
    'Run ./launcher rebuild app.',
    'In Admin > Emails, send a test email.',
  ],
  fileName: 'discourse-mail.yml',
  mediaType: 'text/x-yaml',
  proven: 'parsed',
  warnings: (settings) => [...cleartextWarnings(settings), ...opportunisticWarnings('Discourse', settings)],
  render: (settings, proof) => {
    const { login } = settings;
    const entries: readonly (readonly [string, string] | false)[] = [
      ['DISCOURSE_SMTP_ADDRESS', quoted(settings.host)],
      ['DISCOURSE_SMTP_PORT', String(settings.port)],
      login !== undefined && ['DISCOURSE_SMTP_USER_NAME', quoted(login.username)],
      login !== undefined && ['DISCOURSE_SMTP_PASSWORD', quoted(login.password)],
      ['DISCOURSE_SMTP_ENABLE_START_TLS', String(settings.security === 'starttls')],
      ['DISCOURSE_SMTP_FORCE_TLS', String(settings.security === 'implicit-tls')],
      ['DISCOURSE_NOTIFICATION_EMAIL', quoted(settings.from.address)],
    ];
    const lines = entries.filter((entry) => entry !== false).map(([name, value]) => `  ${name}: ${value}`);
    return `  # ${commentLine(proof)}\n${lines.join('\n')}\n`;
  },
};
