import type { Security } from '@/lib/smtp/endpoint';
import { passwordText, type Format } from './format';
import { commentText } from './php-string';

const encryption: Readonly<Record<Security, string>> = { 'implicit-tls': 'implicit-tls', starttls: 'starttls', cleartext: 'none' };

/** Single quotes are read alike by Node, dotenv, a shell, PHP and Symfony, for everything but a single quote inside. */
function quoted(text: string): string {
  if (/^[A-Za-z0-9._@:/+-]*$/.test(text)) return text;
  if (!text.includes("'")) return `'${text}'`;
  if (!text.includes('`')) return `\`${text}\``;
  return `"${text}"`;
}

export const dotenvFormat: Format = {
  id: 'dotenv',
  name: '.env',
  group: 'Code',
  where: 'Into the file .env of your program. Keep that file out of version control.',
  fileName: 'mail.env',
  mediaType: 'text/plain',
  warnings: (settings) => (settings.password?.includes("'") === true ? ['This password holds a single quote. Programs read such a value differently: check that yours reads it whole.'] : []),
  render(settings, options) {
    const { host, port, security, username, from } = settings;
    const sender = from.name === '' ? from.address : `"${from.name.replace(/["\\]/g, '\\$&')}" <${from.address}>`;
    const values: readonly (readonly [string, string])[] = [
      ['SMTP_HOST', host],
      ['SMTP_PORT', String(port)],
      ['SMTP_SECURITY', encryption[security]],
      ...(username === undefined ? [] : [['SMTP_USER', username] as const, ['SMTP_PASSWORD', passwordText(settings, options)] as const]),
      ['SMTP_FROM', sender],
    ];
    return `# ${commentText(options.proof)}\n${values.map(([name, value]) => `${name}=${quoted(value)}`).join('\n')}\n`;
  },
};
