/** One conversation (RFC 5321, RFC 3207, RFC 8314), told as the events of a probe. Never a credential. */
export const sessionPhp = String.raw`
// == one conversation

class Op_Talk {
  public $check, $endpoint, $stage, $socket, $address, $family; // the address that connected, and its family
  public $addresses = []; // by family
  public $failures = []; // of addresses, by kind
  public $dialling = 0; // families still being tried
  public $secured = false; // inside TLS
  public $inbox = ''; // what came and was not read yet
  public $ended; // how it ended: 'end', 'reset', or the failure of its encryption
  public $transcript = [];

  public function __construct($check, $endpoint) {
    $this->check = $check;
    $this->endpoint = $endpoint;
  }

  public function fail($kind, $facts = []) {
    $thrown = new Op_Failure();
    $thrown->failure = ['stage' => $this->stage, 'secured' => $this->secured, 'kind' => $kind] + $facts;
    return $thrown;
  }

  /** Keeps a line for the report: at most 30, of 200 letters. */
  public function note($from, $line) {
    if ($line !== '' && count($this->transcript) < 30) {
      $text = op_printable(substr($line, 0, 200));
      $this->transcript[] = ['at' => op_now(), 'from' => $from, 'secured' => $this->secured, 'text' => $text];
    }
  }
}

/** Runs one stage, telling when it began and what it found. */
function op_stage($talk, $stage, $steps) {
  $talk->stage = $stage;
  $began = op_now();
  $here = ['endpoint' => $talk->endpoint['id'], 'stage' => $stage, 'secured' => $talk->secured];
  $address = $talk->address === null ? [] : ['address' => $talk->address];
  $talk->check->events[] = ['event' => 'stage-started', 'at' => $began] + $here + $address;
  $facts = yield from $steps;
  $took = ['tookMs' => round(op_now() - $began, 1), 'facts' => $facts];
  $talk->check->events[] = ['event' => 'stage-passed', 'at' => op_now()] + $here + $took;
  return $facts;
}

/** From greeting to the last EHLO, in the way the endpoint asks for. Gives back the outcome. */
function op_converse($talk) {
  $security = $talk->endpoint['security'];
  $tls = [];
  if ($security === 'implicit-tls') {
    $tls = ['tls' => yield from op_stage($talk, 'tls', op_encrypt($talk))];
    $talk->secured = true;
  }
  yield from op_stage($talk, 'greeting', op_greeting($talk));
  $said = yield from op_stage($talk, 'ehlo', op_ehlo($talk));
  if ($security === 'starttls') {
    yield from op_stage($talk, 'starttls', op_starttls($talk, array_column($said['capabilities'], 'keyword')));
    $tls = ['tls' => yield from op_stage($talk, 'tls', op_encrypt($talk))];
    $talk->secured = true;
    $said = yield from op_stage($talk, 'ehlo', op_ehlo($talk));
  }
  if ($talk->inbox !== '') {
    throw op_too_early($talk);
  }
  return ['status' => 'usable'] + $said + $tls;
}

function op_greeting($talk) {
  return ['reply' => yield from op_read($talk, 220, '')];
}

function op_ehlo($talk) {
  op_send($talk, 'EHLO ' . op_own_name($talk->socket));
  $reply = yield from op_read($talk, 250, 'EHLO');
  $capabilities = [];
  foreach (array_slice($reply['text'], 1) as $line) {
    $words = preg_split('/\s+/', trim(preg_replace('/^AUTH=\s*/i', 'AUTH ', trim(substr($line, 0, 200)))));
    $keyword = strtoupper(array_shift($words));
    if ($keyword !== '') {
      $capabilities[] = ['keyword' => $keyword, 'params' => $words];
    }
  }
  return ['capabilities' => $capabilities];
}

/** The name this server announces: its own if that is a full one, else its address (RFC 5321, section 4.1.3). */
function op_own_name($socket) {
  $own = (string) op_call('gethostname');
  if (preg_match('/^(?=.{4,253}$)[a-z0-9-]+(\.[a-z0-9-]+)*\.[a-z]{2,}$/iD', $own)) {
    return $own;
  }
  $address = trim(preg_replace('/:\d+$/D', '', (string) stream_socket_get_name($socket, false)), '[]');
  return strpos($address, ':') === false ? "[$address]" : "[IPv6:$address]";
}

function op_starttls($talk, $keywords) {
  if (!in_array('STARTTLS', $keywords, true)) {
    // Filters overwrite what they do not want seen with X, letter by letter.
    throw $talk->fail('starttls-not-offered', ['masked' => (bool) preg_grep('/^X{3,}[A-Z]$/D', $keywords)]);
  }
  op_send($talk, 'STARTTLS');
  $reply = yield from op_read($talk, 220, 'STARTTLS');
  if ($talk->inbox !== '') {
    // RFC 3207, section 4.2: whoever put this before TLS wants it believed inside.
    throw op_violation($talk, 'data-before-tls', $talk->inbox);
  }
  return ['reply' => $reply];
}
`;
