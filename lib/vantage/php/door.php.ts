/** Who may use the file over the web, and how wrong keys are counted although nothing may be written. */
export const doorPhp = String.raw`
// == who may use this over the web

/** Only a form post with the right key makes anything happen; nothing else of a request is read. */
function op_web($run, $endpoints) {
  array_map('header', ['Cache-Control: no-store', 'Referrer-Policy: no-referrer', 'X-Robots-Tag: noindex, nofollow']);
  if (op_wrong_keys() >= 5) {
    return op_not_found();
  }
  if ($_SERVER['REQUEST_METHOD'] !== 'POST') {
    return op_page_form('');
  }
  $key = $_POST['key'] ?? '';
  if (!is_string($key) || !hash_equals($run['key'], trim($key))) {
    if (!op_count_wrong_key()) {
      return op_not_found();
    }
    http_response_code(403);
    return op_page_form('That is not the key of this check. Copy it from Outport once more.');
  }
  if (isset($_POST['delete'])) {
    return op_page(op_call('unlink', __FILE__)
      ? '<p>Deleted. Nothing of it is left here.</p>'
      : '<p>PHP may not delete files here. Delete this one the way you uploaded it.</p>');
  }
  $notNow = op_not_now($run);
  if ($notNow !== null) {
    http_response_code(410);
    return op_page('<p>' . op_escape($notNow) . '</p>' . op_delete_form($run));
  }
  op_call('set_time_limit', 90);
  [$events, $problems] = op_check($endpoints);
  op_page_result($run, op_rows($events), $problems, op_token($run, $events, $problems, 'php-web'));
}

/** Nothing is written here, so wrong keys are counted in this file's date: the n-th dates it n seconds after 2001-09-09. */
function op_wrong_keys() {
  clearstatcache();
  $count = filemtime(__FILE__) - 1000000000;
  return $count >= 1 && $count <= 5 ? $count : 0;
}

/** Counts one more. False where PHP may not change the date: then every wrong key is answered with 404. */
function op_count_wrong_key() {
  $file = fopen(__FILE__, 'r');
  op_call('flock', $file, LOCK_EX); // two at once are two
  return op_call('touch', __FILE__, 1000000000 + min(5, op_wrong_keys() + 1));
}

function op_not_found() {
  http_response_code(404);
}
`;
