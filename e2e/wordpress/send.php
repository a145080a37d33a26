<?php
// Hands the mails it reads on standard input to wp_mail(), one after the other, and prints what became of each.

[ , $site ] = $argv;
require $site . '/wp-config.php';

$complaint = '';
add_action(
	'wp_mail_failed',
	static function ( $error ) use ( &$complaint ) {
		$complaint = $error->get_error_message();
	}
);
$outcomes = array();
foreach ( json_decode( file_get_contents( 'php://stdin' ), true ) as $mail ) {
	$complaint  = '';
	$sent       = wp_mail( $mail['to'], $mail['subject'], $mail['text'], $mail['headers'] ?? array() );
	$outcomes[] = array(
		'sent'  => $sent,
		'error' => $complaint,
	);
}
echo json_encode( $outcomes );
