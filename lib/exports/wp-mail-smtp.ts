import type { Security } from '@/lib/smtp/endpoint';
import { passwordText, type Format } from './format';
import { commentText, phpString } from './php-string';

/** The plugin's words: PHPMailer's `ssl` is implicit TLS and `tls` is STARTTLS, enforced. */
const encryption: Readonly<Record<Security, string>> = { 'implicit-tls': 'ssl', starttls: 'tls', cleartext: '' };

export const wpMailSmtp: Format = {
  id: 'wp-mail-smtp',
  name: 'WP Mail SMTP',
  group: 'WordPress',
  where: 'With the plugin active, paste into wp-config.php above the line “That’s all, stop editing!”.',
  fileName: 'wp-config-mail.txt',
  mediaType: 'text/plain',
  warnings: () => [],
  render(settings, options) {
    const { host, port, security, username, from } = settings;
    const values: readonly (readonly [string, string])[] = [
      ['WPMS_ON', 'true'],
      ['WPMS_MAILER', phpString('smtp')],
      ['WPMS_MAIL_FROM', phpString(from.address)],
      ['WPMS_MAIL_FROM_FORCE', 'true'],
      ...(from.name === '' ? [] : [['WPMS_MAIL_FROM_NAME', phpString(from.name)] as const]),
      ['WPMS_SMTP_HOST', phpString(host)],
      ['WPMS_SMTP_PORT', String(port)],
      ['WPMS_SSL', phpString(encryption[security])],
      ['WPMS_SMTP_AUTOTLS', security === 'starttls' ? 'true' : 'false'],
      ['WPMS_SMTP_AUTH', username === undefined ? 'false' : 'true'],
      ...(username === undefined ? [] : [['WPMS_SMTP_USER', phpString(username)] as const, ['WPMS_SMTP_PASS', phpString(passwordText(settings, options))] as const]),
    ];
    return `// ${commentText(options.proof)}\n${values.map(([name, value]) => `define( '${name}', ${value} );`).join('\n')}\n`;
  },
};
