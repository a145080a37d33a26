/** Sends the one message, looks at what it was sent with, and keeps what was said. */
export const sendPhp = String.raw`
	private static function run() {
		function_exists( 'set_time_limit' ) && @set_time_limit( 180 );
		self::$last = microtime( true );
		self::$begun = self::$last;
		add_action( 'phpmailer_init', array( __CLASS__, 'watch' ), PHP_INT_MAX );
		add_action( 'wp_mail_failed', array( __CLASS__, 'failed' ), PHP_INT_MAX );
		$site = wp_parse_url( home_url(), PHP_URL_HOST );
		$text = "WordPress at $site sent this message through the SMTP settings you exported from Outport.\n\nIt arrived, so they work there.";
		try {
			self::$sent = (bool) wp_mail( self::TO, "Self test of $site", $text );
		} catch ( Throwable $thrown ) {
			self::$error = $thrown->getMessage();
		}
		self::$mailer && self::$mailer->SMTPDebug = 0;
		self::show();
	}

	/** Called last of all that change the mailer: what stands in it now is what is used. */
	public static function watch( $mailer ) {
		$mailer->SMTPDebug = 0;
		if ( self::$mailer ) {
			return; // a mail that the first one caused
		}
		self::$mailer = $mailer;
		self::$used = array(
			'mailer' => (string) $mailer->Mailer,
			'host'   => trim( (string) $mailer->Host, '[]' ),
			'port'   => (int) $mailer->Port,
			'secure' => (string) $mailer->SMTPSecure,
			'auth'   => (bool) $mailer->SMTPAuth,
			'from'   => (string) $mailer->From,
		);
		if ( method_exists( $mailer, 'getSMTPInstance' ) ) {
			$mailer->getSMTPInstance()->Timelimit = 2 * $mailer->Timeout; // PHPMailer itself would wait five minutes for a reply
		}
		$mailer->SMTPDebug   = 3;
		$mailer->Debugoutput = array( __CLASS__, 'hear' );
	}

	public static function failed( $error ) {
		self::$error = $error->get_error_message();
	}

	/** The names of settings that are not those of this file any more. */
	private static function changed() {
		$changed = array();
		foreach ( self::$used ? self::EXPECTED : array() as $name => $value ) {
			$value === self::$used[ $name ] || $changed[] = $name;
		}
		return $changed;
	}

	/** Who else has a hand in this site's mail, after or instead of this file: folders of plugins and themes. */
	private static function others() {
		global $wp_filter;
		$owners = array( self::owner_of( 'wp_mail' ) );
		if ( self::$mailer ) {
			$owners[] = self::owner_in( ( new ReflectionClass( self::$mailer ) )->getFileName() );
		}
		foreach ( array( 'pre_wp_mail' => PHP_INT_MIN, 'phpmailer_init' => 1000, 'wp_mail_from' => 1000 ) as $hook => $from ) {
			foreach ( isset( $wp_filter[ $hook ] ) ? $wp_filter[ $hook ]->callbacks : array() as $priority => $callbacks ) {
				foreach ( $priority >= $from ? $callbacks : array() as $callback ) {
					$owners[] = self::owner_of( $callback['function'] );
				}
			}
		}
		return array_slice( array_values( array_unique( array_filter( $owners ) ) ), 0, 10 );
	}

	private static function owner_of( $callback ) {
		try {
			if ( is_string( $callback ) && false !== strpos( $callback, '::' ) ) {
				$callback = explode( '::', $callback, 2 );
			} elseif ( is_object( $callback ) && ! $callback instanceof Closure ) {
				$callback = array( $callback, '__invoke' );
			}
			$code = is_array( $callback ) ? new ReflectionMethod( $callback[0], $callback[1] ) : new ReflectionFunction( $callback );
			return self::owner_in( $code->getFileName() );
		} catch ( Throwable $unknown ) {
			return '';
		}
	}

	private static function owner_in( $file ) {
		$file = wp_normalize_path( (string) $file );
		if ( '' === $file || wp_normalize_path( __FILE__ ) === $file ) {
			return '';
		}
		foreach ( array( WP_PLUGIN_DIR, WPMU_PLUGIN_DIR, get_theme_root() ) as $folder ) {
			$folder = wp_normalize_path( (string) realpath( $folder ) ) . '/';
			if ( '/' !== $folder && 0 === strpos( $file, $folder ) ) {
				return self::clean( strtok( substr( $file, strlen( $folder ) ), '/' ), 100 );
			}
		}
		$core = wp_normalize_path( (string) realpath( ABSPATH . WPINC ) ) . '/';
		return 0 === strpos( $file, $core ) ? '' : self::clean( basename( $file ), 100 );
	}
`;
