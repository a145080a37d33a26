/** PHPMailer's debug output as a conversation, without the login (RFC 4954) and without the message. */
export const hearPhp = String.raw`
	/** PHPMailer hands over each line with its direction in front, and remarks of its own, of which only OpenSSL's codes are kept. */
	public static function hear( $text, $level = 0 ) {
		if ( 0 === strpos( $text, 'CLIENT -> SERVER: ' ) ) {
			self::hear_client( (string) substr( $text, 18 ) );
		} elseif ( 0 === strpos( $text, 'SERVER -> CLIENT: ' ) ) {
			self::hear_server( (string) substr( $text, 18 ) );
		} elseif ( preg_match_all( '/\berror:([0-9A-Fa-f]{8})\b/', $text, $codes ) ) {
			self::$openssl = array_slice( array_merge( self::$openssl, array_map( 'strtoupper', $codes[1] ) ), 0, 5 );
		}
		self::$last = microtime( true );
	}

	private static function hear_client( $data ) {
		if ( 'message' === self::$phase ) {
			self::$bytes += strlen( $data );
			return;
		}
		$line = rtrim( $data, "\r\n" );
		if ( 'login' === self::$phase ) {
			$line = '[hidden]';
		} elseif ( preg_match( '/^AUTH\s+(\S+)(.*)$/is', $line, $parts ) ) {
			self::$phase     = 'login';
			self::$has_login = true;
			$line            = 'AUTH ' . $parts[1] . ( '' === trim( $parts[2] ) ? '' : ' [hidden]' );
		} elseif ( 0 === stripos( $line, 'EHLO' ) && 'starttls' === self::$phase ) {
			self::$secured = true;
		}
		if ( in_array( self::$phase, array( '', 'starttls', 'data' ), true ) ) {
			self::$phase = in_array( strtolower( $line ), array( 'starttls', 'data' ), true ) ? strtolower( $line ) : '';
		}
		self::add( 'client', $line );
	}

	private static function hear_server( $reply ) {
		self::$secured = self::$secured || 'ssl' === self::$used['secure'];
		if ( 'message' === self::$phase ) {
			self::add( 'client', '[' . self::$bytes . ' bytes]' );
			self::$phase = '';
		}
		if ( '' === $reply ) {
			// The patience is PHPMailer's: up to it the peer was silent, before it the connection ended.
			$waited = microtime( true ) - self::$last;
			self::add( 'ended', $waited >= self::$mailer->Timeout - 0.5 ? 'silent' : 'closed' );
			self::$phase = '';
			return;
		}
		$code  = substr( $reply, 0, 3 );
		$lines = explode( "\n", str_replace( "\r", '', rtrim( $reply ) ) );
		if ( 'login' === self::$phase && '334' === $code ) {
			$lines = array( '334 [hidden]' );
		} elseif ( self::$has_login && self::tells_secret( $reply ) ) {
			$lines = array( $code . ' [hidden]' );
		}
		if ( 'login' === self::$phase && '334' !== $code ) {
			self::$phase = '';
		} elseif ( 'data' === self::$phase ) {
			self::$phase = '354' === $code ? 'message' : '';
			self::$bytes = 0;
		}
		foreach ( $lines as $line ) {
			self::add( 'server', $line );
		}
	}

	private static function add( $from, $text ) {
		if ( count( self::$lines ) < 200 ) {
			self::$lines[] = array( (int) round( 1000 * ( microtime( true ) - self::$begun ) ), $from, self::$secured, self::clean( $text, 500 ) );
		}
	}

	/** Whether the password stands in a text, in any way a server might write it, cut into lines or not. */
	private static function tells_secret( $text ) {
		$secret = self::$mailer ? (string) self::$mailer->Password : '';
		if ( '' === $secret ) {
			return false;
		}
		$text  = self::flat( preg_replace( '/\r?\n[2-5]\d\d[ -](?:[245]\.\d{1,3}\.\d{1,3} )?/', '', $text ) );
		$forms = array( $secret, addslashes( $secret ), bin2hex( $secret ), rawurlencode( $secret ), urlencode( $secret ), htmlspecialchars( $secret, ENT_QUOTES ), trim( (string) wp_json_encode( $secret ), '"' ), quoted_printable_encode( $secret ) );
		// Base64 looks different at each of the three places where a word may begin; what its neighbours share is cut off.
		foreach ( array( 0, 1, 2 ) as $shift ) {
			$bits    = 8 * ( $shift + strlen( $secret ) );
			$start   = (int) ceil( 8 * $shift / 6 );
			$forms[] = substr( base64_encode( str_repeat( 'x', $shift ) . $secret ), $start, (int) floor( $bits / 6 ) - $start );
		}
		foreach ( array_filter( array_map( array( __CLASS__, 'flat' ), $forms ), 'strlen' ) as $form ) {
			if ( false !== strpos( $text, $form ) ) {
				return true;
			}
		}
		return false;
	}

	private static function flat( $text ) {
		return strtolower( preg_replace( '/\s+/', '', strtr( (string) $text, '-_', '+/' ) ) );
	}

	/** Text of others → one that is UTF-8, bounded, and holds no character that acts. */
	private static function clean( $text, $length ) {
		$text = json_decode( (string) json_encode( substr( (string) $text, 0, $length ), JSON_INVALID_UTF8_SUBSTITUTE ) );
		return (string) preg_replace( '/[\p{Cc}\p{Cf}\x{2028}\x{2029}]/u', "\u{FFFD}", (string) $text );
	}
`;
