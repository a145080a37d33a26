import { cleartextWarnings } from './cleartext-warning';
import { commentLine } from './comment-line';
import { forcedSenderWarnings } from './forced-sender';
import type { Format } from './format';
import { phpMailerHost, phpMailerPatience, phpMailerSecure } from './php';
import { singleQuoted } from './quote';
import type { PrintedSettings } from './printed-settings';

function properties(settings: PrintedSettings): readonly string[] {
  const { login } = settings;
  const secret = (text: string) =>
    `defined( 'OUTPORT_SMTP_PASSWORD' ) ? constant( 'OUTPORT_SMTP_PASSWORD' ) : ${singleQuoted(text)}`;
  // Where one secret is both, the user name does not stand in the file either.
  const isBoth = login !== undefined && login.username === login.password;
  return [
    `Host        = ${singleQuoted(phpMailerHost(settings.host))}`,
    `Port        = ${settings.port}`,
    `SMTPSecure  = ${singleQuoted(phpMailerSecure[settings.security])}`,
    `SMTPAutoTLS = ${settings.security !== 'cleartext'}`,
    "SMTPOptions = array( 'ssl' => array( 'verify_peer' => true, 'verify_peer_name' => true, 'allow_self_signed' => false ) )",
    `SMTPAuth    = ${login !== undefined}`,
    "AuthType    = ''",
    `Username    = ${(isBoth ? secret : singleQuoted)(login?.username ?? '')}`,
    `Password    = ${login ? secret(login.password) : "''"}`,
    `Sender      = ${singleQuoted(settings.from.address)}`,
    `Timeout     = ${phpMailerPatience.timeout}`,
    'SMTPDebug   = 0',
  ];
}

function filter(name: string, value: string): string {
  return `add_filter( '${name}', static function () {\n\treturn ${singleQuoted(value)};\n}, 1000 );\n`;
}

/** A file of its own for WordPress without a plugin. wp_mail() shares one object between mails, so each property is set every time. */
export const wordpressMuPlugin: Format = {
  id: 'wordpress-mu-plugin',
  name: 'WordPress without a plugin',
  group: 'WordPress',
  steps: [
    'Save this as wp-content/mu-plugins/outport-smtp.php; create the folder mu-plugins when it is not there. WordPress loads it by itself.',
    'To keep the password out of this file, define OUTPORT_SMTP_PASSWORD in wp-config.php.',
  ],
  fileName: 'outport-smtp.php',
  mediaType: 'application/x-httpd-php',
  proven: 'sent',
  loadSelfTest: async () => (await import('./self-test/self-test')).selfTestText,
  warnings: (settings) => [
    ...cleartextWarnings(settings),
    ...forcedSenderWarnings(settings),
    'The mail server under Settings > Writing is for posts that come by email; it has nothing to do with sending.',
    'Deactivate other mail plugins: those that replace wp_mail() never ask this file.',
  ],
  render: (settings, proof) => `<?php
/**
 * Plugin Name: SMTP settings
 * Description: Sends this site's mail through your mail server.
 *
 * ${commentLine(proof)}
 */

defined( 'ABSPATH' ) || exit;

add_action( 'phpmailer_init', static function ( $mailer ) {
	$mailer->isSMTP();
${properties(settings)
  .map((property) => `\t$mailer->${property};`)
  .join('\n')}
	if ( method_exists( $mailer, 'getSMTPInstance' ) ) {
		$mailer->getSMTPInstance()->Timelimit = ${phpMailerPatience.timelimit}; // otherwise a silent server holds the page for five minutes
	}
}, 1000 );

${filter('wp_mail_from', settings.from.address)}${settings.from.name === '' ? '' : `\n${filter('wp_mail_from_name', settings.from.name)}`}`,
};
