import type { SmtpSettings } from '@/lib/settings/smtp-settings';
import { cleartextWarnings } from './cleartext-warning';
import { envLines, envLogin } from './env-lines';
import type { Format } from './format';

const words: Readonly<Record<SmtpSettings['security'], string>> = {
  'implicit-tls': 'force_tls',
  starttls: 'starttls',
  cleartext: 'off',
};

/** Vaultwarden's force_tls is implicit TLS; its starttls is demanded. */
export const vaultwarden: Format = {
  id: 'vaultwarden',
  name: 'Vaultwarden',
  group: 'Self-hosted apps',
  steps: [
    'Give Vaultwarden these environment variables, in its .env file or that of its container.',
    'Restart it, and send a test under /admin > SMTP Email Settings > Test SMTP.',
  ],
  fileName: 'vaultwarden.env',
  mediaType: 'text/plain',
  proven: 'parsed',
  warnings: (settings) => [
    ...cleartextWarnings(settings),
    'What was saved on the page /admin wins over these variables.',
  ],
  render: (settings, proof) =>
    envLines(proof, [
      ['SMTP_HOST', settings.host],
      ['SMTP_PORT', String(settings.port)],
      ['SMTP_SECURITY', words[settings.security]],
      ...envLogin(settings, { username: 'SMTP_USERNAME', password: 'SMTP_PASSWORD' }),
      ['SMTP_FROM', settings.from.address],
      settings.from.name !== '' && ['SMTP_FROM_NAME', settings.from.name],
    ]),
};
