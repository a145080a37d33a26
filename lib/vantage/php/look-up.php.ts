/** A host's addresses. PHP does not tell a name that does not exist from one without an address, so other records are asked for. */
export const lookUpPhp = String.raw`
// == names

/** Looks up the host, once for all its ports. */
function op_resolve($talk) {
  $host = $talk->endpoint['host'];
  if (!isset($talk->check->hosts[$host])) {
    $talk->check->hosts[$host] = op_look_up($host);
  }
  $found = $talk->check->hosts[$host];
  $facts = isset($found['kind']) ? [] : ['ipv4' => $found[4], 'ipv6' => $found[6]];
  if ($facts && isset($talk->endpoint['family'])) {
    $found[10 - $talk->endpoint['family']] = []; // the other of 4 and 6
    $found = $found[4] || $found[6] ? $found : ['kind' => 'name-not-found', 'cause' => 'no-address'];
  }
  if (isset($found['kind'])) {
    throw $talk->fail($found['kind'], ['cause' => $found['cause']]);
  }
  $talk->addresses = $found;
  return $facts;
  yield; // never reached: PHP's own look-up cannot be waited for
}

/** Host => addresses by family, or why there are none. */
function op_look_up($host) {
  if (filter_var($host, FILTER_VALIDATE_IP)) {
    $isSix = strpos($host, ':') !== false;
    return [4 => $isSix ? [] : [$host], 6 => $isSix ? [$host] : []];
  }
  if ($host === 'localhost' || substr($host, -10) === '.localhost') {
    return [4 => ['127.0.0.1'], 6 => ['::1']]; // RFC 6761, section 6.3
  }
  $began = op_now();
  $four = op_ask_dns($host, 'ip');
  $six = op_ask_dns($host, 'ipv6');
  $isSilent = op_now() - $began > 1500;
  if (!$four && !$six) {
    $four = op_call('gethostbynamel', $host) ?: $four; // also knows the server's own list of names
  }
  if ($four || $six) {
    return [4 => $four ?: [], 6 => $six ?: []];
  }
  if ($four === null || $six === null) {
    return ['kind' => 'resolver-failed', 'cause' => $isSilent ? 'silent' : 'broken'];
  }
  // PHP does not say whether the name exists; it does when it has other records.
  $others = op_call('dns_get_record', "$host.", DNS_MX | DNS_NS | DNS_SOA | DNS_TXT);
  return ['kind' => 'name-not-found', 'cause' => $others ? 'no-address' : 'no-such-name'];
}

/** Asks DNS for addresses of one family: a list, or null when no answer came. */
function op_ask_dns($host, $field) {
  // The dot at the end keeps the server's own domain from being tried behind the name.
  $name = strpos($host, '.') === false ? $host : "$host.";
  $records = op_call('dns_get_record', $name, $field === 'ip' ? DNS_A : DNS_AAAA);
  return $records === false ? null : array_column($records, $field);
}
`;
