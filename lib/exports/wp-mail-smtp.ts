import { loginOf } from '@/lib/settings/login';
import type { SmtpSettings } from '@/lib/settings/smtp-settings';
import { cleartextWarnings } from './cleartext-warning';
import { commentLine } from './comment-line';
import { passwordText, type Format, type RenderOptions } from './format';
import { phpMailerHost, phpMailerSecure } from './php';
import { singleQuoted } from './quote';

type Constant = readonly [name: string, value: string];

function constants(settings: SmtpSettings, options: RenderOptions): readonly Constant[] {
  const login = loginOf(settings);
  const { from } = settings;
  return [
    ['WPMS_ON', 'true'], // nothing else counts without it
    ['WPMS_MAILER', singleQuoted('smtp')],
    ['WPMS_SMTP_HOST', singleQuoted(phpMailerHost(settings.host))],
    ['WPMS_SMTP_PORT', String(settings.port)],
    ['WPMS_SSL', singleQuoted(phpMailerSecure[settings.security])],
    ['WPMS_SMTP_AUTOTLS', String(settings.security === 'starttls')],
    ['WPMS_SMTP_AUTH', String(login !== undefined)],
    ...(login
      ? ([
          ['WPMS_SMTP_USER', singleQuoted(login.username)],
          ['WPMS_SMTP_PASS', singleQuoted(passwordText(settings, options))],
        ] as const)
      : []),
    ['WPMS_MAIL_FROM', singleQuoted(from.address)],
    ['WPMS_MAIL_FROM_FORCE', 'true'],
    ['WPMS_SET_RETURN_PATH', 'true'], // the envelope sender of the test message, where bounces go
    ...(from.name === ''
      ? []
      : ([
          ['WPMS_MAIL_FROM_NAME', singleQuoted(from.name)],
          ['WPMS_MAIL_FROM_NAME_FORCE', 'true'],
        ] as const)),
  ];
}

/** Constants of the plugin WP Mail SMTP; without `<?php`, which wp-config.php has opened already. */
export const wpMailSmtp: Format = {
  id: 'wp-mail-smtp',
  name: 'WP Mail SMTP',
  group: 'WordPress',
  steps: [
    'Install and activate the plugin WP Mail SMTP.',
    'Open wp-config.php and paste this above the line "That\'s all, stop editing!": below it, some mails are sent before these lines are read.',
    'In WP Mail SMTP > Tools > Email Test, send a test email.',
  ],
  fileName: 'wp-config-smtp.txt',
  mediaType: 'text/plain',
  proven: 'parsed',
  warnings: (settings) => [
    ...cleartextWarnings(settings),
    'While "Do Not Send" is ticked under WP Mail SMTP > Settings > Misc, nothing leaves, and no constant can undo that.',
  ],
  render: (settings, options) => {
    const lines = constants(settings, options).map(([name, value]) => `define( '${name}', ${value} );`);
    return `// ${commentLine(options.proof)}\n${lines.join('\n')}\n`;
  },
};
