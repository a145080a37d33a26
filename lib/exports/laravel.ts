import { cleartextWarnings } from './cleartext-warning';
import { commentLine } from './comment-line';
import { envValue, envWarnings } from './dotenv';
import type { Format } from './format';
import { printedSettings, type PrintedSettings } from './printed-settings';
import { smtpUrlQuery, smtpUrlWarnings } from './smtp-url';
import { urlHost } from './url';

type Variable = readonly [name: string, value: string];

function variables(settings: PrintedSettings): readonly Variable[] {
  const { host, port, security, from, login } = settings;
  const query = smtpUrlQuery[security];
  const list: readonly (Variable | false)[] = [
    ['MAIL_MAILER', 'smtp'],
    ['MAIL_SCHEME', security === 'implicit-tls' ? 'smtps' : 'smtp'],
    ['MAIL_HOST', host],
    ['MAIL_PORT', String(port)],
    login !== undefined && ['MAIL_USERNAME', login.username],
    login !== undefined && ['MAIL_PASSWORD', login.password],
    // Only the query of MAIL_URL reaches the options of Symfony's mailer. A login in it would be read as JSON where it can be.
    query !== '' && ['MAIL_URL', `smtp://${urlHost(host)}:${port}${query}`],
    ['MAIL_FROM_ADDRESS', from.address],
    from.name !== '' && ['MAIL_FROM_NAME', from.name],
  ];
  return list.filter((entry) => entry !== false);
}

/** `MAIL_SCHEME=smtp` alone would never insist on STARTTLS. */
export const laravel: Format = {
  id: 'laravel',
  name: 'Laravel, from 11',
  group: 'Frameworks and languages',
  steps: [
    'Put these lines into .env, in place of all others that begin with MAIL_; MAIL_ENCRYPTION counts no more.',
    'Run php artisan config:clear, so that the old values are forgotten.',
  ],
  fileName: 'laravel.env',
  mediaType: 'text/plain',
  proven: 'parsed',
  warnings: (settings) => [
    ...cleartextWarnings(settings),
    ...smtpUrlWarnings(settings),
    ...envWarnings(variables(printedSettings(settings, true))),
  ],
  render: (settings, proof) => {
    const lines = variables(settings).map(([name, value]) => `${name}=${envValue(value)}`);
    return `# ${commentLine(proof)}\n${lines.join('\n')}\n`;
  },
};
