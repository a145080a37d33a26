import type { Security } from '@/lib/smtp/endpoint';
import { passwordText, type Format } from './format';
import { commentText, phpString } from './php-string';

const encryption: Readonly<Record<Security, string>> = { 'implicit-tls': 'ssl', starttls: 'tls', cleartext: '' };

export const wordpressMuPlugin: Format = {
  id: 'wordpress-mu-plugin',
  name: 'WordPress without a plugin',
  group: 'WordPress',
  where: 'Save as wp-content/mu-plugins/outport-mail.php. Make the folder mu-plugins if there is none. It works at once and cannot be switched off by accident.',
  fileName: 'outport-mail.php',
  mediaType: 'application/x-php',
  warnings: () => ['If a mail plugin is active too, switch it off: two of them overwrite each other.'],
  render(settings, options) {
    const { host, port, security, username, from } = settings;
    const login =
      username === undefined
        ? `    $mail->SMTPAuth = false;`
        : `    $mail->SMTPAuth = true;\n    $mail->Username = ${phpString(username)};\n    $mail->Password = defined('OUTPORT_SMTP_PASSWORD') ? OUTPORT_SMTP_PASSWORD : ${phpString(passwordText(settings, options))};`;
    const fromName = from.name === '' ? '' : `\nadd_filter('wp_mail_from_name', static function () {\n    return ${phpString(from.name)};\n});\n`;
    return `<?php
/**
 * Plugin Name: Outgoing mail
 * Description: Sends WordPress mail through ${commentText(host)}, port ${port}.
 */
// ${commentText(options.proof)}

defined('ABSPATH') || exit;

add_action('phpmailer_init', static function ($mail) {
    $mail->isSMTP();
    $mail->Host = ${phpString(host)};
    $mail->Port = ${port};
    $mail->SMTPSecure = ${phpString(encryption[security])};
    $mail->SMTPAutoTLS = ${security === 'starttls' ? 'true' : 'false'};
    $mail->SMTPOptions = ['ssl' => ['verify_peer' => true, 'verify_peer_name' => true, 'allow_self_signed' => false]];
    $mail->Timeout = 15;
${login}
});

add_filter('wp_mail_from', static function () {
    return ${phpString(from.address)};
});
${fromName}`;
  },
};
