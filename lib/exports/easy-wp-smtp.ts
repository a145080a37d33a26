import { cleartextWarnings } from './cleartext-warning';
import { forcedSenderWarnings, keptNameWarnings } from './forced-sender';
import type { Format } from './format';
import { phpConstants } from './php-constants';
import { wpMailSmtpConstants } from './wp-mail-smtp-constants';

/** Easy WP SMTP has constants since 2.9, with SMTP twice in some names. */
export const easyWpSmtp: Format = {
  id: 'easy-wp-smtp',
  name: 'Easy WP SMTP',
  group: 'WordPress',
  steps: [
    'Install and activate the plugin Easy WP SMTP, 2.9 or newer.',
    'Open wp-config.php and paste this above the line "That\'s all, stop editing!": below it, some mails may be sent before these lines are read.',
    'Send a test email with the test tool of the plugin.',
  ],
  fileName: 'wp-config-easy-wp-smtp.txt',
  mediaType: 'text/plain',
  proven: 'parsed',
  warnings: (settings) => [
    ...cleartextWarnings(settings),
    ...forcedSenderWarnings(settings),
    ...keptNameWarnings('Easy WP SMTP', settings),
    'While "Allow insecure SSL certificates" is on in this plugin, any certificate is taken, and no constant can undo that.',
  ],
  render: (settings, proof) => phpConstants(proof, wpMailSmtpConstants('EASY_WP_SMTP_', settings)),
};
