/**
 * The pieces of outport-check.php are PHP in files of their own, as text: so they reach the browser, which puts the file
 * together, without a loader or a route, and no secret of a run ever passes Outport's server. Each is a whole number of
 * functions, written for PHP 7.4 to 8.5, with its comments: people read what they upload.
 *
 * Here: the clock, and how all conversations are held at the same time in one thread.
 */
export const schedulerPhp = String.raw`
// == all at the same time

/** In milliseconds. */
function op_now() {
  static $start = null;
  $start = $start ?? hrtime(true);
  return round((hrtime(true) - $start) / 1e6, 1);
}

/** How long each wait may last: as long as Outport itself waits. */
function op_patience($wait) {
  $patience = ['connect' => 5000, 'tls' => 10000, 'greeting' => 15000, 'ehlo' => 10000, 'starttls' => 10000];
  return max(1, min($patience[$wait], (int) round(30000 - op_now())));
}

/** How a conversation failed, as facts. */
class Op_Failure extends Exception {
  public $failure;
}

/** Holds all conversations at once. Each is a generator that yields a socket, whether to write, and a deadline. */
function op_together($check) {
  while ($check->tasks) {
    $except = null;
    $read = $write = $owner = $until = $ready = [];
    $ms = 500;
    foreach ($check->tasks as $number => $task) {
      if (!$task->valid()) {
        unset($check->tasks[$number]);
        continue;
      }
      [$socket, $isForWriting, $until[$number]] = $task->current();
      if ($socket !== null) {
        $isForWriting ? ($write[] = $socket) : ($read[] = $socket);
        $owner[(int) $socket] = $number;
      }
      $ms = min($ms, max(0, $until[$number] - op_now()));
    }
    if (!$read && !$write) {
      usleep((int) ($ms * 1000)); // PHP does not take an empty list
    } elseif (@stream_select($read, $write, $except, 0, (int) ($ms * 1000))) {
      foreach (array_merge($read, $write) as $socket) {
        $ready[$owner[(int) $socket]] = true;
      }
    }
    foreach ($until as $number => $moment) {
      if (isset($ready[$number]) || op_now() >= $moment) {
        $check->tasks[$number]->next();
      }
    }
  }
}
`;
