/** Who may start the test: the holder of the key, in time, by pressing the button, once. */
export const answerPhp = String.raw`
	/** Answers the one address; every other request goes on as if this class were not here. */
	public static function answer() {
		if ( ! isset( $_GET['outport-self-test'] ) ) {
			return;
		}
		defined( 'DONOTCACHEPAGE' ) || define( 'DONOTCACHEPAGE', true );
		self::send_headers();
		$given = $_GET['outport-self-test'];
		if ( ! is_string( $given ) || ! hash_equals( self::KEY, $given ) ) {
			status_header( 404 );
			exit( 'Not found.' );
		}
		$age = time() - self::MADE;
		if ( $age < -self::TOLERANCE || $age > self::VALID_FOR + self::TOLERANCE ) {
			self::refuse( 410, 'This self test is out of date', 'It can be started for one hour. Make a new one in Outport, and check the clock of this server.' );
		}
		if ( self::was_used() ) {
			self::refuse( 410, 'This self test was used', 'It runs once. Make a new one in Outport to test again.' );
		}
		if ( ! isset( $_SERVER['REQUEST_METHOD'] ) || 'POST' !== $_SERVER['REQUEST_METHOD'] ) {
			self::ask();
		}
		$key   = isset( $_POST['key'] ) && is_string( $_POST['key'] ) ? $_POST['key'] : '';
		$nonce = isset( $_POST['nonce'] ) && is_string( $_POST['nonce'] ) ? $_POST['nonce'] : '';
		if ( ! hash_equals( self::KEY, $key ) || ! wp_verify_nonce( $nonce, 'outport-self-test' ) ) {
			self::refuse( 403, 'Nothing was sent', 'The page with the button is too old, or the button was not pressed there. Open the address again.' );
		}
		if ( ! self::claim() ) {
			self::refuse( 410, 'This self test was used', 'It runs once. Make a new one in Outport to test again.' );
		}
		self::run();
	}

	private static function send_headers() {
		nocache_headers();
		header( 'Content-Type: text/html; charset=utf-8' );
		header( 'X-Robots-Tag: noindex, nofollow, noarchive' );
		header( 'Referrer-Policy: no-referrer' );
		header( 'X-Content-Type-Options: nosniff' );
		header( "Content-Security-Policy: default-src 'none'; style-src 'unsafe-inline'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'" );
	}

	private static function was_used() {
		global $wpdb;
		return self::ID === $wpdb->get_var( $wpdb->prepare( "SELECT option_value FROM $wpdb->options WHERE option_name = %s", self::USED ) );
	}

	/** Takes the run before anything is sent. The database decides, so that of two presses at once only one wins. */
	private static function claim() {
		global $wpdb;
		$taken = $wpdb->query( $wpdb->prepare( "INSERT IGNORE INTO $wpdb->options (option_name, option_value, autoload) VALUES (%s, %s, 'no')", self::USED, self::ID ) );
		if ( 1 !== $taken ) {
			$taken = $wpdb->query( $wpdb->prepare( "UPDATE $wpdb->options SET option_value = %s WHERE option_name = %s AND option_value <> %s", self::ID, self::USED, self::ID ) );
		}
		wp_cache_delete( self::USED, 'options' );
		wp_cache_delete( 'notoptions', 'options' );
		return 1 === $taken;
	}
`;
