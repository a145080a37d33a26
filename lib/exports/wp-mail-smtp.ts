import { cleartextWarnings } from './cleartext-warning';
import { forcedSenderWarnings, keptNameWarnings } from './forced-sender';
import type { Format } from './format';
import { phpConstants } from './php-constants';
import { wpMailSmtpConstants } from './wp-mail-smtp-constants';

/** Constants of the plugin WP Mail SMTP. */
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
    ...forcedSenderWarnings(settings),
    ...keptNameWarnings('WP Mail SMTP', settings),
    'While "Do Not Send" is ticked under WP Mail SMTP > Settings > Misc, nothing leaves, and no constant can undo that.',
  ],
  render: (settings, proof) => phpConstants(proof, wpMailSmtpConstants('WPMS_', settings)),
};
