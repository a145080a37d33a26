<?php
// Makes the tables and the first user, as the installer's last page does, without sending its mail.

[ , $site ] = $argv;
$database = new mysqli( 'localhost', 'root', '', '', 0, $site . '/database.sock' );
$database->query( 'CREATE DATABASE wordpress CHARACTER SET utf8mb4' );

define( 'WP_INSTALLING', true );
require $site . '/wp-config.php';
require ABSPATH . 'wp-admin/includes/upgrade.php';
add_filter( 'pre_wp_mail', '__return_true' );
wp_install( 'Shop', 'admin', 'admin@shop.test', false, '', wp_generate_password() );
echo $wp_version;
