/** The result in plain words; the sentences themselves are put in from failure-sentences.ts and host-problem.ts. */
export const wordsPhp = String.raw`
// == in plain words

/** A failure => a sentence, the most exact one there is. */
function op_failure_words($failure) {
  $kind = $failure['kind'];
  $detail = $failure['cause'] ?? $failure['reason'] ?? $failure['how'] ?? '';
  $known = op_sentences();
  $plain = ucfirst(str_replace('-', ' ', rtrim("$kind: $detail", ': '))) . '.';
  $sentence = $known["$kind/$detail"] ?? $known["$kind@{$failure['stage']}"] ?? $known[$kind] ?? $plain;
  $reply = $failure['reply'] ?? ['code' => '', 'text' => ['']];
  $seconds = round(($failure['afterMs'] ?? 0) / 1000);
  return strtr($sentence, ['{seconds}' => $seconds, '{reply}' => $reply['code'] . ' ' . $reply['text'][0]]);
}

/** The events => one row an endpoint, in the order of the plan: name, word, sentence. */
function op_rows($events) {
  $rows = [];
  foreach ($events as $event) {
    if ($event['event'] === 'planned') {
      $rows = array_fill_keys(array_column($event['endpoints'], 'id'), []);
    }
    if ($event['event'] === 'endpoint-settled') {
      $outcome = $event['outcome'];
      $row = ['works, with a warning', 'The server answers, but nothing is encrypted.'];
      if ($outcome['status'] === 'failed') {
        $row = ['does not work', op_printable(op_failure_words($outcome['failure']))];
      } elseif (isset($outcome['tls'])) {
        $row = ['works', 'Encrypted (' . $outcome['tls']['version'] . '), certificate checked.'];
      }
      $name = preg_replace('~:(\d+)/~', ' port $1, ', $event['endpoint']);
      $rows[$event['endpoint']] = array_merge([$name], $row);
    }
  }
  return array_values($rows);
}

/** Why this file does nothing now, or null in its hour, ten minutes of clock error allowed. */
function op_not_now($run) {
  $utc = fn ($time) => gmdate('Y-m-d H:i', $time) . ' UTC';
  if (time() > $run['expires'] + 600) {
    return "This check ended at {$utc($run['expires'])}; this server's clock says {$utc(time())}. Make a new file in "
      . 'Outport; if the clock is wrong, have it set.';
  }
  if (time() < $run['made'] - 600) {
    return "This server's clock says {$utc(time())}, but this file was made at {$utc($run['made'])}. Have it set: "
      . 'certificates fail with it, too.';
  }
  return null;
}
`;
