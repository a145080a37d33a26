/** The pages of the check. Everything that came from anywhere is escaped; scripts run by a nonce of this one answer. */
export const pagePhp = String.raw`
// == pages

function op_escape($text) {
  return htmlspecialchars((string) $text, ENT_QUOTES | ENT_SUBSTITUTE, 'UTF-8');
}

/** One page. Its content is escaped by now. */
function op_page($content) {
  $nonce = base64_encode(random_bytes(16));
  header('Content-Type: text/html; charset=utf-8');
  header("Content-Security-Policy: default-src 'none'; style-src 'nonce-$nonce'; script-src 'nonce-$nonce'; "
    . "form-action 'self'; base-uri 'none'; frame-ancestors 'none'");
  $style = 'body{font:16px/1.5 sans-serif;max-width:44rem;margin:2rem auto;padding:0 1rem;overflow-wrap:anywhere}'
    . 'th,td{text-align:left;padding:.5rem}input,textarea{width:100%}input,button{font:inherit;padding:.5rem}';
  echo '<!doctype html><html lang="en"><meta charset="utf-8"><meta name="viewport" content="width=device-width">',
    "<title>Outport check</title><style nonce=\"$nonce\">$style</style><h1>Outport check</h1>",
    str_replace('<script>', "<script nonce=\"$nonce\">", $content);
}

/** Asks for the key. Outport's link has it behind the #, which browsers do not send; the script puts it in. */
function op_page_form($problem) {
  op_page(($problem === '' ? '' : '<p role="alert"><strong>' . op_escape($problem) . '</strong></p>')
    . '<p>Tries whether this server can reach your mail server. Sends no mail and no password.</p>'
    . '<form method="post"><label for="key">Key, as Outport shows it</label>'
    . '<input id="key" name="key" required autocomplete="off" spellcheck="false">'
    . '<button>Run the check (up to half a minute)</button></form><script>'
    . 'var k=/^#key=([\w-]+)$/.exec(location.hash);'
    . 'if(k){document.getElementById("key").value=k[1];history.replaceState(null,"",location.pathname)}</script>');
}

function op_delete_form($run) {
  return '<h2>Done? Delete this file</h2><form method="post"><input type="hidden" name="key" value="'
    . op_escape($run['key']) . '"><button name="delete" value="1">Delete it from this server</button></form>';
}

function op_page_result($run, $rows, $problems, $token) {
  $content = '';
  foreach ($problems as $problem) {
    $content .= '<p role="alert">' . op_escape(op_sentences()[$problem]) . '</p>';
  }
  $content .= '<table><caption>Tried from this server</caption>';
  foreach ($rows as [$id, $word, $sentence]) {
    $content .= '<tr><th scope="row">' . op_escape($id) . '<td>' . op_escape($word) . '<td>' . op_escape($sentence);
  }
  $isThere = $run['post'] !== '' && op_hand_over($run['post'], $token);
  $content .= '</table>' . ($isThere ? '<p><strong>Outport has the result now: look there.</strong></p>' : '');
  op_page($content . '<h2>Take it back to Outport</h2><p><a rel="noreferrer" href="'
    . op_escape("{$run['return']}#check-result=$token") . '">Show this in Outport</a></p>'
    . '<label for="block">Or copy this text and paste it there:</label><textarea id="block" rows="8" readonly>'
    . op_escape(op_block($token)) . '</textarea>' . op_delete_form($run));
}
`;
