import type { SmtpSettings } from '@/lib/settings/smtp-settings';
import { cleartextWarnings } from './cleartext-warning';
import { commentLine } from './comment-line';
import type { Format } from './format';
import { phpMailerHost } from './php';
import { singleQuoted } from './quote';

const encryptions: Readonly<Record<SmtpSettings['security'], string>> = {
  'implicit-tls': 'ssl',
  starttls: 'tls',
  cleartext: 'none',
};

/** Joomla sends with PHPMailer: its tls demands STARTTLS, and certificates are checked. */
export const joomla: Format = {
  id: 'joomla',
  name: 'Joomla',
  group: 'Self-hosted apps',
  steps: [
    'Put these lines into configuration.php, in place of lines with the same names; or type the values in under System > Global Configuration > Server > Mail.',
    'On that page, press Send Test Mail.',
  ],
  fileName: 'joomla-mail.php',
  mediaType: 'text/plain',
  proven: 'parsed',
  warnings: (settings) => [
    ...cleartextWarnings(settings),
    ...(settings.security === 'cleartext'
      ? [
          'Joomla uses STARTTLS where it is offered, also with None as SMTP Security; then a certificate that cannot be verified stops the mail.',
        ]
      : []),
  ],
  render: (settings, proof) => {
    const { login } = settings;
    const properties: readonly (readonly [string, string])[] = [
      ['mailonline', 'true'],
      ['mailer', singleQuoted('smtp')],
      ['smtphost', singleQuoted(phpMailerHost(settings.host))],
      ['smtpport', String(settings.port)],
      ['smtpsecure', singleQuoted(encryptions[settings.security])],
      ['smtpauth', String(login !== undefined)],
      ['smtpuser', singleQuoted(login?.username ?? '')],
      ['smtppass', singleQuoted(login?.password ?? '')],
      ['mailfrom', singleQuoted(settings.from.address)],
      ['fromname', singleQuoted(settings.from.name)],
    ];
    const lines = properties.map(([name, value]) => `\tpublic $${name} = ${value};`);
    return `\t// ${commentLine(proof)}\n${lines.join('\n')}\n`;
  },
};
