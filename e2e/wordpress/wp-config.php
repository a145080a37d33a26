<?php
// The configuration of a throw-away site. Its folder holds links to WordPress and a wp-content of its own.

define( 'DB_NAME', 'wordpress' );
define( 'DB_USER', 'root' );
define( 'DB_PASSWORD', '' );
define( 'DB_HOST', 'localhost:' . __DIR__ . '/database.sock' );
define( 'DB_CHARSET', 'utf8mb4' );
define( 'DB_COLLATE', '' );
define( 'WP_DEBUG', false );
define( 'DISABLE_WP_CRON', true );
define( 'WP_HTTP_BLOCK_EXTERNAL', true );
$table_prefix = 'wp_';

/* That's all, stop editing! Happy publishing. */

define( 'ABSPATH', __DIR__ . '/' );
$_SERVER += array(
	'HTTP_HOST'       => 'shop.test',
	'SERVER_NAME'     => 'shop.test',
	'REQUEST_URI'     => '/',
	'REQUEST_METHOD'  => 'GET',
	'SERVER_PROTOCOL' => 'HTTP/1.1',
);
require_once ABSPATH . 'wp-settings.php';
