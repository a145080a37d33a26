<?php
// What PHP's own web server runs for every request: the whole of WordPress, up to where it would choose a theme.

require getenv( 'OUTPORT_SITE' ) . '/wp-config.php';
echo 'The site itself.';
