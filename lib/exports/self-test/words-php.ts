/** Plain sentences for what happens most; Outport's diagnosis says more. */
export const wordsPhp = String.raw`
	private static function words( $result ) {
		$used      = $result['used'];
		$place     = $used ? $used['host'] . ' on port ' . $used['port'] : '';
		$sentences = array();
		$named     = $result['others'] ? ': ' . implode( ', ', $result['others'] ) : '';
		if ( ! $used || 'smtp' !== $used['mailer'] ) {
			return array( 'Something else sends the mail of this site', array( 'The settings of this file were not used. A plugin sends in their place' . $named . '. Deactivate it, or put the settings into it.' ) );
		}
		if ( $result['changed'] ) {
			$sentences[] = 'Other code changed the settings of this file before they were used' . $named . '. Changed: ' . implode( ', ', $result['changed'] ) . '.';
			$sentences[] = 'Used were: ' . $place . ', encryption "' . $used['secure'] . '", sender ' . $used['from'] . '.';
		}
		if ( $result['sent'] ) {
			$sentences[] = "The mail server accepted the message for " . self::TO . ". Accepted is not arrived: look into that inbox, in spam too.";
			return array( 'WordPress sent through ' . $place, $sentences );
		}
		$refusal = self::refusal();
		if ( 'none' === $result['name'] || 'failed' === $result['name'] ) {
			$title       = 'The name ' . $used['host'] . ' was not found';
			$sentences[] = 'This web server looked it up and got no address. Compare it with the page of your mail provider.';
		} elseif ( $result['inTls'] ) {
			$title       = 'No trusted encryption with ' . $place;
			$sentences[] = 'Either the certificate of the server is not trusted here, or the port wants another kind of encryption. No password was sent.';
		} elseif ( ! self::has_heard() ) {
			$title       = 'No connection to ' . $place;
			$sentences[] = 'Nobody answered there, or the connection was refused. Many web hosts close mail ports: ask yours, or use another port such as 2525.';
		} elseif ( $refusal && $refusal['login'] ) {
			$title       = $used['host'] . ' refused the login';
			$sentences[] = 'The connection works. Usually the user name or the password is mistyped, or it is not the password meant for SMTP.';
		} else {
			$title       = 'The message was not sent';
			$sentences[] = 'The connection to ' . $place . ' was made, and then it failed.';
		}
		if ( $refusal ) {
			$sentences[] = 'The server said: ' . $refusal['text'];
		}
		return array( $title, $sentences );
	}

	/** The first refusal that was not an answer to QUIT, and whether it met the login. */
	private static function refusal() {
		$command = '';
		foreach ( self::$lines as $line ) {
			if ( 'client' === $line[1] ) {
				$command = '[hidden]' === $line[3] ? $command : $line[3];
			} elseif ( 'server' === $line[1] && preg_match( '/^[45]\d\d/', $line[3] ) && 'QUIT' !== $command ) {
				return array( 'text' => $line[3], 'login' => 0 === strpos( $command, 'AUTH' ) );
			}
		}
		return null;
	}
`;
