/** The whole check: every endpoint at once, at most five conversations with one host, each ending in one outcome. */
export const checkPhp = String.raw`
// == the whole check

/** Calls a function that the host may have switched off. */
function op_call($function, ...$arguments) {
  return function_exists($function) ? @$function(...$arguments) : false;
}

/** The first thing that keeps PHP on this server from checking anything, or null. */
function op_obstacle() {
  $needed = [
    'stream_socket_client' => function_exists('fsockopen') ? 'no-stream-socket-client' : 'no-connections-at-all',
    'stream_select' => 'no-stream-select',
    'openssl_x509_parse' => 'no-openssl',
  ];
  foreach ($needed as $function => $problem) {
    if (!function_exists($function)) {
      return $problem;
    }
  }
  return function_exists('dns_get_record') || function_exists('gethostbynamel') ? null : 'no-name-look-up';
}

/** What is odd about this server, seen in the results. */
function op_oddities($kinds) {
  if ($kinds && array_unique($kinds) === ['resolver-failed']) {
    return ['names-unanswered'];
  }
  if (in_array('certificate-rejected', $kinds, true) && !in_array('usable', $kinds, true)) {
    $known = openssl_get_cert_locations();
    $isFile = @is_readable(ini_get('openssl.cafile') ?: $known['default_cert_file']);
    if (!$isFile && !op_call('glob', (ini_get('openssl.capath') ?: $known['default_cert_dir']) . '/*.0')) {
      return [ini_get('open_basedir') ? 'open-basedir-hides-authorities' : 'no-authorities'];
    }
  }
  return [];
}

/** Tries every endpoint. Gives back the events of it all, and the problems of this server. */
function op_check($endpoints) {
  $obstacle = op_obstacle();
  if ($obstacle !== null) {
    return [[], [$obstacle]];
  }
  op_call('putenv', 'RES_OPTIONS=timeout:2 attempts:2'); // a silent name server must not hold everything up
  $check = (object) ['attempts' => [], 'talking' => [], 'hosts' => [], 'kinds' => []];
  foreach ($endpoints as $host => $ports) {
    $check->talking[$host] = 0;
    foreach ($ports as [$port, $security, $family]) {
      $id = (strpos($host, ':') === false ? $host : "[$host]") . ":$port/$security" . ($family ? "/ipv$family" : '');
      $endpoint = ['id' => $id, 'host' => $host, 'port' => $port, 'security' => $security];
      $planned[] = $endpoint += $family ? ['family' => $family] : [];
      $check->tasks[] = op_test(new Op_Talk($check, $endpoint));
    }
  }
  $check->events[] = ['event' => 'planned', 'at' => 0, 'endpoints' => $planned];
  op_together($check);
  $check->events[] = ['event' => 'finished', 'at' => op_now(), 'attempts' => $check->attempts];
  return [$check->events, op_oddities($check->kinds)];
}

/** One endpoint, from its name to its outcome. */
function op_test($talk) {
  $check = $talk->check;
  $host = $talk->endpoint['host'];
  try {
    yield from op_stage($talk, 'resolve', op_resolve($talk));
    yield from op_stage($talk, 'connect', op_connect($talk));
    while ($check->talking[$host] >= 5 && op_now() < 29000) {
      yield [null, false, op_now() + 10];
    }
    $check->talking[$host] += 1;
    $outcome = yield from op_converse($talk);
    $kind = 'usable';
  } catch (Op_Failure $thrown) {
    $outcome = ['status' => 'failed', 'failure' => $thrown->failure];
    $kind = $thrown->failure['kind'];
    $isClosing = ($thrown->failure['reply']['code'] ?? 0) === 421;
  } catch (Throwable $mistake) {
    $kind = 'unexpected';
    $outcome = ['status' => 'failed', 'failure' => $talk->fail($kind)->failure];
    $talk->note('client', '[' . $mistake->getMessage() . ']');
  }
  if ($talk->socket !== null) {
    // RFC 5321, section 4.1.1.10; who says 421 is leaving already.
    if (empty($isClosing) && in_array($kind, ['usable', 'negative-reply', 'starttls-not-offered'], true)) {
      $talk->note('client', 'QUIT');
      @fwrite($talk->socket, "QUIT\r\n");
    }
    fclose($talk->socket);
    $check->talking[$host] -= 1;
  }
  $check->kinds[] = $kind;
  $check->events[] = ['event' => 'endpoint-settled', 'at' => op_now(), 'endpoint' => $talk->endpoint['id'],
    'outcome' => $outcome, 'transcript' => $talk->transcript];
}
`;
