<?php
// Hands the constants to WordPress's PHPMailer as WP Mail SMTP 4.8 does. The plugin itself is in no package registry.

add_action(
	'phpmailer_init',
	static function ( $mailer ) {
		if ( ! defined( 'WPMS_ON' ) || WPMS_ON !== true || WPMS_MAILER !== 'smtp' ) {
			return;
		}
		$mailer->Mailer     = 'smtp';
		$mailer->Host       = WPMS_SMTP_HOST;
		$mailer->Port       = WPMS_SMTP_PORT;
		$mailer->SMTPSecure = WPMS_SSL === 'none' ? '' : WPMS_SSL;
		if ( WPMS_SSL !== 'tls' && ! WPMS_SMTP_AUTOTLS ) {
			$mailer->SMTPAutoTLS = false;
		}
		if ( WPMS_SMTP_AUTH ) {
			$mailer->SMTPAuth = true;
			$mailer->Username = WPMS_SMTP_USER;
			$mailer->Password = WPMS_SMTP_PASS;
		}
		if ( WPMS_SET_RETURN_PATH === true ) {
			$mailer->Sender = $mailer->From;
		}
	}
);
add_filter( 'wp_mail_from', static fn ( $from ) => WPMS_MAIL_FROM_FORCE === true ? WPMS_MAIL_FROM : $from );
add_filter( 'wp_mail_from_name', static fn ( $name ) => WPMS_MAIL_FROM_NAME_FORCE === true ? WPMS_MAIL_FROM_NAME : $name );
