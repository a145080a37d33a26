/** After a failure: what PHP can still find out without a login, so that the reason is known from facts. */
export const lookPhp = String.raw`
	private static function has_heard() {
		return in_array( 'server', array_column( self::$lines, 1 ), true );
	}

	/** PHP's number for why there was no connection; 0 when it is none of the system's. */
	private static function errno() {
		if ( self::has_heard() || ! self::$mailer || ! method_exists( self::$mailer, 'getSMTPInstance' ) ) {
			return 0;
		}
		$error = self::$mailer->getSMTPInstance()->getError();
		return isset( $error['smtp_code'] ) ? (int) $error['smtp_code'] : 0;
	}

	/** Whether the host's name leads anywhere: found, none, failed, or not-asked where PHP cannot. */
	private static function name_of( $host ) {
		if ( filter_var( $host, FILTER_VALIDATE_IP ) || ( function_exists( 'gethostbynamel' ) && @gethostbynamel( $host ) ) ) {
			return 'found';
		}
		if ( ! function_exists( 'dns_get_record' ) ) {
			return 'not-asked';
		}
		$records = @dns_get_record( $host, DNS_A | DNS_AAAA );
		return false === $records ? 'failed' : ( $records ? 'found' : 'none' );
	}

	/** Encryption was begun, and nothing came through it. */
	private static function failed_in_tls() {
		if ( 'smtp' !== self::$used['mailer'] ) {
			return false;
		}
		if ( ! self::$lines ) {
			return 'ssl' === self::$used['secure'] && 0 === self::errno();
		}
		foreach ( self::$lines as $index => $line ) {
			if ( 'client' === $line[1] && 'STARTTLS' === $line[3] ) {
				$reply = isset( self::$lines[ $index + 1 ] ) ? self::$lines[ $index + 1 ] : array( 0, '', false, '' );
				return ! self::$secured && 'server' === $reply[1] && 0 === strpos( $reply[3], '220' );
			}
		}
		return false;
	}

	/** The certificate of the server, which nothing is given: it is looked at, and the connection ends. */
	private static function certificate() {
		$host    = self::$used['host'];
		$is_tls  = 'ssl' === self::$used['secure'];
		$options = array( 'verify_peer' => false, 'verify_peer_name' => false, 'peer_name' => $host, 'capture_peer_cert' => true, 'capture_peer_cert_chain' => true );
		$context = stream_context_create( array( 'ssl' => $options ) );
		$address = ( $is_tls ? 'ssl://' : 'tcp://' ) . ( false === strpos( $host, ':' ) ? $host : "[$host]" ) . ':' . self::$used['port'];
		if ( ! function_exists( 'stream_socket_client' ) || ! function_exists( 'openssl_x509_parse' ) ) {
			return null;
		}
		$stream = @stream_socket_client( $address, $errno, $errstr, 10, STREAM_CLIENT_CONNECT, $context );
		if ( ! $stream ) {
			return null;
		}
		stream_set_timeout( $stream, 10 );
		if ( ! $is_tls ) {
			foreach ( array( '', "EHLO self-test.invalid\r\n", "STARTTLS\r\n" ) as $command ) {
				'' === $command || fwrite( $stream, $command );
				for ( $count = 0; $count < 100; $count++ ) {
					$line = (string) fgets( $stream, 1000 );
					if ( strlen( $line ) < 4 || '-' !== $line[3] ) {
						break;
					}
				}
			}
			@stream_socket_enable_crypto( $stream, true, STREAM_CRYPTO_METHOD_TLS_CLIENT );
		}
		$params = stream_context_get_params( $stream );
		fclose( $stream );
		$seen = isset( $params['options']['ssl']['peer_certificate'] ) ? $params['options']['ssl']['peer_certificate'] : null;
		$read = $seen ? openssl_x509_parse( $seen ) : false;
		if ( ! $read ) {
			return null;
		}
		$extensions = isset( $read['extensions'] ) ? $read['extensions'] : array();
		$alt_names  = isset( $extensions['subjectAltName'] ) ? explode( ', ', $extensions['subjectAltName'] ) : array();
		return array(
			'subject'        => self::name_in( $read['subject'] ),
			'issuer'         => self::name_in( $read['issuer'] ),
			'altNames'       => array_map( static fn ( $name ) => self::clean( preg_replace( '/^(DNS|IP Address):/', '', $name ), 253 ), array_slice( $alt_names, 0, 50 ) ),
			'validFrom'      => gmdate( 'Y-m-d\TH:i:s.000\Z', $read['validFrom_time_t'] ),
			'validTo'        => gmdate( 'Y-m-d\TH:i:s.000\Z', $read['validTo_time_t'] ),
			'fingerprint256' => implode( ':', str_split( strtoupper( (string) openssl_x509_fingerprint( $seen, 'sha256' ) ), 2 ) ),
			'chainLength'    => isset( $params['options']['ssl']['peer_certificate_chain'] ) ? count( $params['options']['ssl']['peer_certificate_chain'] ) : 1,
			'isSelfIssued'   => $read['subject'] === $read['issuer'],
			'namesIssuer'    => isset( $extensions['authorityInfoAccess'] ) && false !== strpos( $extensions['authorityInfoAccess'], 'CA Issuers' ),
		);
	}

	private static function name_in( $parts ) {
		foreach ( array( 'CN', 'O', 'OU' ) as $part ) {
			if ( isset( $parts[ $part ] ) ) {
				return self::clean( implode( ', ', (array) $parts[ $part ] ), 200 );
			}
		}
		return '';
	}
`;
