/** The check in a shell, and as `wp eval-file`. */
export const commandLinePhp = String.raw`
// == on the command line

function op_command_line($run, $endpoints) {
  $notNow = op_not_now($run);
  if ($notNow !== null) {
    echo "$notNow\n";
    return;
  }
  [$events, $problems] = op_check($endpoints);
  echo "\nOutport check from this server\n\n";
  foreach ($problems as $problem) {
    echo op_sentences()[$problem], "\n\n";
  }
  foreach (op_rows($events) as [$id, $word, $sentence]) {
    echo "  $id\n    $word: $sentence\n";
  }
  $by = class_exists('WP_CLI', false) ? 'wp-cli' : 'php-command-line';
  $token = op_token($run, $events, $problems, $by);
  if ($run['post'] !== '' && op_hand_over($run['post'], $token)) {
    echo "\nOutport has the result now: look there.\n";
  }
  echo "\nTo take it there by hand, copy everything from BEGIN to END and paste it.\n\n";
  echo op_block($token);
}
`;
