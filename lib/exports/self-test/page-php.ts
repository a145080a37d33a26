/** What the person reads: the button before, and afterwards what happened, in plain words and as a result to carry back. */
export const pagePhp = String.raw`
	private static function page( $status, $title, $body ) {
		status_header( $status );
		$style = 'body{font:16px/1.5 sans-serif;max-width:44rem;margin:2rem auto;padding:0 1rem;color:#1e1e1e;background:#fff}pre,textarea{width:100%;box-sizing:border-box;font:13px/1.4 monospace;white-space:pre-wrap;overflow-wrap:anywhere}button,.go{font:inherit;padding:.6rem 1rem;background:#2741b8;color:#fff;border:0;border-radius:4px;text-decoration:none;display:inline-block}';
		echo '<!doctype html><html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width"><meta name="robots" content="noindex"><title>' . esc_html( $title ) . '</title><style>' . $style . '</style></head><body><main><h1>' . esc_html( $title ) . '</h1>' . $body . '</main></body></html>';
		exit;
	}

	private static function refuse( $status, $title, $why ) {
		self::page( $status, $title, '<p>' . esc_html( $why ) . '</p>' );
	}

	/** A visit alone sends nothing: programs that scan links visit them too. */
	private static function ask() {
		$what = 'WordPress will send one message to ' . self::TO . ' with the settings of ' . basename( __FILE__ ) . ', and show here what the mail server said. This works once.';
		$form = '<form method="post"><input type="hidden" name="key" value="' . esc_attr( self::KEY ) . '"><input type="hidden" name="nonce" value="' . esc_attr( wp_create_nonce( 'outport-self-test' ) ) . '"><button>Send the test message</button></form>';
		self::page( 200, 'Test of the SMTP settings', '<p>' . esc_html( $what ) . '</p>' . $form );
	}

	private static function show() {
		$in_tls = self::$used && ! self::$sent && self::failed_in_tls();
		$result = array(
			'outport'     => 'self-test',
			'version'     => 1,
			'run'         => self::ID,
			'at'          => time(),
			'sent'        => self::$sent,
			'error'       => self::tells_secret( self::$error ) ? '[hidden]' : self::clean( self::$error, 500 ),
			'used'        => self::$used ? array( 'mailer' => self::clean( self::$used['mailer'], 40 ), 'host' => self::clean( self::$used['host'], 253 ), 'secure' => self::clean( self::$used['secure'], 20 ), 'from' => self::clean( self::$used['from'], 254 ) ) + self::$used : null,
			'changed'     => self::changed(),
			'others'      => array(),
			'os'          => PHP_OS_FAMILY,
			'php'         => PHP_VERSION,
			'wordpress'   => self::clean( get_bloginfo( 'version' ), 40 ),
			'errno'       => self::errno(),
			'name'        => self::$used && ! self::$sent && ! self::has_heard() ? self::name_of( self::$used['host'] ) : 'not-asked',
			'openssl'     => self::$openssl,
			'inTls'       => $in_tls,
			'certificate' => $in_tls ? self::certificate() : null,
			'patience'    => self::$mailer ? (int) self::$mailer->Timeout : 0,
			'lines'       => self::$lines,
		);
		if ( $result['changed'] || ! self::$used ) {
			$result['others'] = self::others();
		}
		$json = (string) wp_json_encode( $result, JSON_UNESCAPED_SLASHES | JSON_UNESCAPED_UNICODE );
		while ( strlen( $json ) > 45000 && $result['lines'] ) {
			array_splice( $result['lines'], (int) ( count( $result['lines'] ) / 2 ), 1 );
			$json = (string) wp_json_encode( $result, JSON_UNESCAPED_SLASHES | JSON_UNESCAPED_UNICODE );
		}
		list( $title, $sentences ) = self::words( $result );
		$body = '';
		foreach ( $sentences as $sentence ) {
			$body .= '<p>' . esc_html( $sentence ) . '</p>';
		}
		$link  = self::WIZARD . '#self-test=' . rtrim( strtr( base64_encode( $json ), '+/', '-_' ), '=' );
		$body .= '<p><a class="go" rel="noreferrer" href="' . esc_attr( $link ) . '">Show this in Outport</a></p>';
		$body .= '<h2>What was said</h2><pre>' . esc_html( self::conversation() ) . '</pre>';
		$body .= '<h2>The result, to paste into Outport</h2><p><textarea rows="6" readonly aria-label="Result">' . esc_textarea( $json ) . '</textarea></p>';
		self::page( 200, $title, $body . '<p>' . esc_html( 'This self test cannot be started again. Save the file without it, or leave it: it does nothing more.' ) . '</p>' );
	}

	private static function conversation() {
		$marks = array( 'client' => '> ', 'server' => '< ', 'ended' => '! ' );
		$text  = '';
		foreach ( self::$lines as $line ) {
			$text .= $marks[ $line[1] ] . $line[3] . "\n";
		}
		return '' === $text ? 'Nothing: no server was reached.' : $text;
	}
`;
