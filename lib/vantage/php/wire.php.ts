/** Commands and replies on one socket (RFC 5321 §4.2), read as strictly as `lib/smtp/reply` reads them. */
export const wirePhp = String.raw`
// == commands and replies

/** A server's words with control and direction characters made visible. */
function op_printable($text) {
  $text = json_decode(json_encode($text, JSON_INVALID_UTF8_SUBSTITUTE)); // now it is UTF-8
  $hidden = '/[\x{0}-\x{8}\x{a}-\x{1f}\x{7f}-\x{9f}\x{61c}\x{200e}\x{200f}\x{2028}-\x{202e}\x{2066}-\x{2069}]/u';
  $shown = fn ($found) => $found[0] === "\x7f" ? '\u007f' : trim(json_encode($found[0]), '"');
  return preg_replace_callback($hidden, $shown, $text);
}

function op_send($talk, $line) {
  if ($talk->inbox !== '') {
    throw op_too_early($talk);
  }
  $talk->note('client', $line);
  @fwrite($talk->socket, "$line\r\n");
}

/** Takes from the socket what has come. */
function op_fill($talk) {
  do {
    error_clear_last();
    $chunk = (string) @fread($talk->socket, 8192);
    $talk->inbox .= $chunk;
  } while ($chunk !== '' && strlen($talk->inbox) <= 70000);
  $talk->ended = op_openssl_error();
  if ($talk->ended === null && $chunk === '' && feof($talk->socket)) {
    $talk->ended = op_ending($talk->socket);
  }
}

/** How the peer ended a connection: one that was reset has no peer any more. */
function op_ending($socket) {
  return stream_socket_get_name($socket, true) === false ? 'reset' : 'end';
}

function op_violation($talk, $cause, $sample) {
  op_note_unread($talk);
  return $talk->fail('protocol-violation', ['cause' => $cause, 'sample' => substr($sample, 0, 200)]);
}

function op_note_unread($talk) {
  foreach (array_slice(explode("\n", substr($talk->inbox, 0, 2000)), 0, 10) as $line) {
    $talk->note('server', rtrim($line, "\r"));
  }
}

/** Bytes that wait although nothing was asked: only a 421 may come unasked. */
function op_too_early($talk) {
  $parsed = op_parse($talk->inbox);
  if (isset($parsed['reply']) && $parsed['reply']['code'] === 421) {
    return $talk->fail('negative-reply', ['reply' => $parsed['reply'], 'command' => '']);
  }
  return op_violation($talk, 'out-of-step', preg_split('/\r?\n/', $talk->inbox)[0]);
}

/** Waits for one whole reply, with the code hoped for. */
function op_read($talk, $code, $command) {
  $ms = op_patience($talk->stage);
  $until = op_now() + $ms;
  while (($parsed = op_parse($talk->inbox)) === null) {
    if ($talk->ended !== null || op_now() >= $until) {
      op_note_unread($talk);
    }
    if (is_array($talk->ended)) {
      throw $talk->fail('tls-failed', $talk->ended);
    }
    if ($talk->ended !== null) {
      throw $talk->fail('closed-by-peer', ['how' => $talk->ended]);
    }
    if (op_now() >= $until) {
      throw $talk->fail('timed-out', ['afterMs' => $ms, 'bytes' => strlen($talk->inbox)]);
    }
    yield [$talk->socket, false, $until];
    op_fill($talk);
  }
  if (isset($parsed['cause'])) {
    throw op_violation($talk, $parsed['cause'], $parsed['sample']);
  }
  $reply = $parsed['reply'];
  $talk->inbox = $parsed['rest'];
  foreach ($reply['text'] as $number => $line) {
    $talk->note('server', $reply['code'] . ($number + 1 < count($reply['text']) ? '-' : ' ') . $line);
  }
  if ($reply['code'] !== $code && $reply['code'] >= 400) {
    throw $talk->fail('negative-reply', ['reply' => $reply, 'command' => $command]);
  }
  if ($reply['code'] !== $code) {
    throw op_violation($talk, 'out-of-step', $reply['code'] . ' ' . $reply['text'][0]);
  }
  return $reply;
}

/** Bytes => ['reply', 'rest'], or ['cause', 'sample'] for what is no reply, or null while it is incomplete. */
function op_parse($bytes) {
  $reply = [];
  $start = 0;
  while (count($reply['text'] ?? []) < 100) {
    $end = strpos($bytes, "\n", $start);
    $length = ($end === false ? strlen($bytes) : $end) - $start;
    $line = preg_replace('/\r$/D', '', (string) substr($bytes, $start, min($length, 4096)));
    $wrong = ['cause' => $reply ? 'malformed' : 'not-smtp', 'sample' => $line];
    // SSH and IMAP greet and then wait: what cannot become a reply is told before its end is here.
    if (!preg_match('/^([2-5](\d(\d([ -].*)?)?)?)?$/Ds', $line)) {
      return $wrong;
    }
    if ($length > 4096 || $start + $length > 65536) {
      return ['cause' => 'too-long', 'sample' => $line];
    }
    if ($end === false) {
      return null;
    }
    if (!preg_match('/^([2-5]\d\d)([ -]?)(.*)$/Ds', $line, $found) || ($reply && $reply['code'] !== (int) $found[1])) {
      return $wrong;
    }
    if (!$reply) {
      preg_match('/^([245]\.\d{1,3}\.\d{1,3})(\s|$)/', $found[3], $status);
      $reply = ['code' => (int) $found[1]] + ($status ? ['enhanced' => $status[1]] : []) + ['text' => []];
    }
    $reply['text'][] = substr($found[3], 0, 500);
    $start = $end + 1;
    if ($found[2] !== '-') {
      return ['reply' => $reply, 'rest' => (string) substr($bytes, $start)];
    }
  }
  return ['cause' => 'too-long', 'sample' => ''];
}
`;
