/** What is wrong with a certificate (RFC 5280, RFC 9525), told from the certificates themselves. */
export const certificatePhp = String.raw`
// == certificates

function op_certificate($x509) {
  $parsed = openssl_x509_parse($x509);
  $short = fn ($name) => op_printable(substr(implode(', ', (array) ($name['CN'] ?? $name['O'] ?? '')), 0, 200));
  return [
    'subject' => $short($parsed['subject']),
    'issuer' => $short($parsed['issuer']),
    'altNames' => array_slice(array_merge(op_names($parsed, 'DNS:'), op_names($parsed, 'IP Address:')), 0, 20),
    'validFrom' => gmdate('Y-m-d\TH:i:s.000\Z', $parsed['validFrom_time_t']),
    'validTo' => gmdate('Y-m-d\TH:i:s.000\Z', $parsed['validTo_time_t']),
    'fingerprint256' => implode(':', str_split(strtoupper(openssl_x509_fingerprint($x509, 'sha256')), 2)),
  ];
}

function op_names($parsed, $kind) {
  $names = [];
  foreach (array_slice(explode(', ', $parsed['extensions']['subjectAltName'] ?? ''), 0, 100) as $entry) {
    if (strpos($entry, $kind) === 0) {
      $names[] = op_printable(substr($entry, strlen($kind), 253));
    }
  }
  return $names;
}

/** Does the certificate name this host? A * stands for exactly one label, the first (RFC 9525, section 6.3). */
function op_names_host($host, $parsed) {
  if (filter_var($host, FILTER_VALIDATE_IP)) {
    return in_array(inet_pton($host), array_map('inet_pton', op_names($parsed, 'IP Address:')), true);
  }
  $above = strpos($host, '.') === false ? '' : '*' . strstr($host, '.');
  foreach (op_names($parsed, 'DNS:') ?: (array) ($parsed['subject']['CN'] ?? []) as $name) {
    if (in_array(strtolower($name), [$host, $above], true)) {
      return true;
    }
  }
  return false;
}

/** A chain that OpenSSL refused => what is wrong with it; when nothing is seen, its issuer is not trusted here. */
function op_faults($chain, $host) {
  $parsed = openssl_x509_parse($chain[0]);
  $key = openssl_pkey_get_details(openssl_pkey_get_public($chain[0]));
  $isAlone = count($chain) === 1;
  $reasons = [];
  $cause = null;
  foreach (array_map('openssl_x509_parse', $chain) as $dates) {
    $reasons[] = $dates['validTo_time_t'] < time() ? 'expired' : '';
    $reasons[] = $dates['validFrom_time_t'] > time() ? 'not-yet-valid' : '';
  }
  if (!$parsed['purposes'][X509_PURPOSE_SSL_SERVER][0]) {
    $cause = 'wrong-purpose';
  } elseif ($key['type'] === OPENSSL_KEYTYPE_RSA && $key['bits'] < 2048) {
    $cause = 'weak-key';
  }
  $reasons[] = $cause === null ? '' : 'other';
  if ($parsed['subject'] == $parsed['issuer']) {
    $reasons[] = $isAlone ? 'self-signed' : 'unknown-issuer';
  } elseif (!array_filter($reasons)) {
    $reasons[] = 'unknown-issuer';
    // Its issuer says where it can be had, so only a link of the chain is missing.
    $hasAddress = strpos($parsed['extensions']['authorityInfoAccess'] ?? '', 'CA Issuers') !== false;
    $cause = $isAlone && $hasAddress ? 'incomplete-chain' : null;
  }
  $reasons[] = op_names_host($host, $parsed) ? '' : 'name-mismatch';
  return op_rejection($chain, $reasons) + ($cause === null ? [] : ['cause' => $cause]);
}

function op_rejection($chain, $reasons) {
  $reasons = array_values(array_unique(array_filter($reasons)));
  return ['reason' => $reasons[0], 'reasons' => $reasons, 'certificate' => op_certificate($chain[0]),
    'chainLength' => count($chain)];
}
`;
