/** Reaching a server: both families at once, and the system's own code when it fails. */
export const connectPhp = String.raw`
// == connecting

/** Waits for the first family to connect; the other is tried to its end as well. */
function op_connect($talk) {
  $talk->dialling = 2;
  foreach ([4, 6] as $family) {
    $talk->check->tasks[] = op_dial($talk, $family);
  }
  while ($talk->socket === null) {
    if ($talk->dialling === 0) {
      // An answer says more than silence, and silence more than no route.
      $all = $talk->failures;
      $telling = $all['refused'] ?? $all['closed-by-peer'] ?? $all['timed-out'] ?? end($all);
      throw $talk->fail($telling['kind'], $telling);
    }
    yield [null, false, op_now() + 10];
  }
  return ['address' => $talk->address, 'family' => $talk->family];
}

/** Tries the addresses of one family; the next only after an instant failure. */
function op_dial($talk, $family) {
  $began = op_now();
  foreach (array_slice($talk->addresses[$family], 0, 8) as $address) {
    $started = op_now();
    $result = yield from op_try($talk->endpoint, $address, true);
    $isOpen = is_resource($result);
    $talk->check->attempts[] = ['endpoint' => $talk->endpoint['id'], 'address' => $address, 'family' => $family,
      'result' => $isOpen ? 'connected' : $result, 'tookMs' => round(op_now() - $started, 1)];
    if ($isOpen && $talk->socket === null) {
      [$talk->socket, $talk->address, $talk->family] = [$result, $address, $family];
    } elseif ($isOpen) {
      fclose($result);
    } else {
      $talk->failures += [$result['kind'] => $result];
    }
    if ($talk->socket !== null || op_now() - $began >= 1000) {
      break;
    }
  }
  $talk->dialling -= 1;
}

/** Opens one address. OpenSSL will judge the chain; the name is compared later, to tell what is wrong. */
function op_try($endpoint, $address, $verify) {
  $host = $endpoint['host'];
  $ssl = ['verify_peer' => $verify, 'verify_peer_name' => false, 'capture_peer_cert_chain' => true,
    'peer_name' => $host, 'SNI_enabled' => !filter_var($host, FILTER_VALIDATE_IP)];
  $context = stream_context_create(['socket' => ['tcp_nodelay' => true], 'ssl' => $ssl]);
  $target = 'tcp://' . (strpos($address, ':') === false ? $address : "[$address]") . ':' . $endpoint['port'];
  $flags = STREAM_CLIENT_CONNECT | STREAM_CLIENT_ASYNC_CONNECT;
  $socket = @stream_socket_client($target, $errno, $text, 5, $flags, $context);
  if (!$socket) {
    return op_errno_failure($errno, true);
  }
  stream_set_blocking($socket, false);
  $ms = op_patience('connect');
  $until = op_now() + $ms;
  while (true) {
    yield [$socket, true, $until];
    if (stream_socket_get_name($socket, true) !== false) {
      return $socket;
    }
    // On writing, PHP gives the system's code for why it failed, and none while it still tries.
    error_clear_last();
    @fwrite($socket, "\r\n");
    $isOver = preg_match('/errno=(\d+)/', error_get_last()['message'] ?? '', $found);
    if ($isOver || op_now() >= $until) {
      fclose($socket);
      $late = ['stage' => 'connect', 'secured' => false, 'kind' => 'timed-out', 'afterMs' => $ms, 'bytes' => 0];
      return $isOver ? op_errno_failure((int) $found[1], false) : $late;
    }
  }
}

/** The system's code => what happened. Linux and the BSDs number them differently. */
function op_errno_failure($errno, $isLocal) {
  $codes = [61 => 'refused', 111 => 'refused', 60 => 'timed-out', 110 => 'timed-out', 54 => 'reset', 104 => 'reset',
    1 => 'denied-by-system', 13 => $isLocal ? 'denied-by-system' : 'prohibited'];
  $codes += array_fill_keys([22, 49, 51, 99, 100, 101], 'no-route') + array_fill_keys([64, 65, 92, 112, 113], 'host');
  $cause = $codes[$errno] ?? 'unexpected';
  $local = $isLocal || $cause === 'denied-by-system';
  $kinds = ['refused' => [], 'timed-out' => ['afterMs' => 5000, 'bytes' => 0], 'unexpected' => [],
    'reset' => ['kind' => 'closed-by-peer', 'how' => 'reset']];
  $facts = $kinds[$cause] ?? ['kind' => 'unreachable', 'cause' => $cause, 'local' => $local];
  return $facts + ['kind' => $cause, 'stage' => 'connect', 'secured' => false];
}
`;
