/** The handshake, and OpenSSL's reason codes when it fails: numbers, never words. */
export const encryptionPhp = String.raw`
// == encryption

/** The handshake with the certificate verified, and the name compared. Gives back its facts. */
function op_encrypt($talk) {
  $host = $talk->endpoint['host'];
  if (!(yield from op_handshake($talk))) {
    throw yield from op_describe_refused($talk);
  }
  $chain = stream_context_get_options($talk->socket)['ssl']['peer_certificate_chain'];
  if (!op_names_host($host, openssl_x509_parse($chain[0]))) {
    throw $talk->fail('certificate-rejected', op_rejection($chain, ['name-mismatch']));
  }
  $crypto = stream_get_meta_data($talk->socket)['crypto'];
  return ['version' => $crypto['protocol'], 'cipher' => $crypto['cipher_name'],
    'certificate' => op_certificate($chain[0]), 'trusted' => true];
}

/** TLS 1.2 or later (RFC 8997). Gives back true, or false when OpenSSL refused the certificate. */
function op_handshake($talk) {
  $versions = STREAM_CRYPTO_METHOD_TLSv1_2_CLIENT | STREAM_CRYPTO_METHOD_TLSv1_3_CLIENT;
  $ms = op_patience('tls');
  $until = op_now() + $ms;
  $bytes = 0;
  error_clear_last();
  while (($isDone = @stream_socket_enable_crypto($talk->socket, true, $versions)) === 0) {
    if (op_now() >= $until) {
      throw $talk->fail('timed-out', ['afterMs' => $ms, 'bytes' => $bytes]);
    }
    yield [$talk->socket, false, $until];
    $bytes += strlen((string) @stream_socket_recvfrom($talk->socket, 65536, STREAM_PEEK));
    error_clear_last();
  }
  $error = $isDone ? null : op_openssl_error();
  // Without an error of OpenSSL's and with the peer still there, PHP could not load its authorities.
  $isRefused = $error === null ? !feof($talk->socket) : $error['reason'] === 'certificate';
  if ($isDone || $isRefused) {
    return (bool) $isDone;
  }
  if ($error === null || $error['reason'] === 'end') {
    throw $talk->fail('closed-by-peer', ['how' => op_ending($talk->socket)]);
  }
  throw $talk->fail('tls-failed', $error);
}

/** What OpenSSL reported last => reason and code, by its number, or null. */
function op_openssl_error() {
  if (!preg_match('/error:([0-9A-F]{8}):.*?([^:\n]*)$/im', error_get_last()['message'] ?? '', $found)) {
    return null;
  }
  // Wrong version number; verify failed; unexpected end; no version in common, as either side says it.
  $reasons = [267 => 'peer-speaks-cleartext', 134 => 'certificate', 294 => 'end']
    + array_fill_keys([191, 258, 266, 1070], 'no-common-version');
  return ['reason' => $reasons[hexdec($found[1]) & 0xfff] ?? 'other',
    'code' => 'ERR_SSL_' . strtoupper(str_replace(' ', '_', $found[2]))];
}

/** Connects once more, unverified, only to see the refused certificate. */
function op_describe_refused($talk) {
  $second = new Op_Talk((object) ['events' => []], $talk->endpoint);
  $second->socket = yield from op_try($talk->endpoint, $talk->address, false);
  try {
    if ($talk->endpoint['security'] === 'starttls') {
      yield from op_stage($second, 'greeting', op_greeting($second));
      yield from op_stage($second, 'ehlo', op_ehlo($second));
      yield from op_stage($second, 'starttls', op_starttls($second, ['STARTTLS']));
    }
    yield from op_handshake($second);
    $chain = stream_context_get_options($second->socket)['ssl']['peer_certificate_chain'];
    return $talk->fail('certificate-rejected', op_faults($chain, $talk->endpoint['host']));
  } catch (Throwable $unseen) {
    return $talk->fail('tls-failed', ['reason' => 'other', 'code' => 'ERR_SSL_CERTIFICATE_VERIFY_FAILED']);
  } finally {
    is_resource($second->socket) && fclose($second->socket);
  }
}
`;
