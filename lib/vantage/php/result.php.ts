/** The result as Outport takes it: JSON, packed, signed (HMAC-SHA256, RFC 2104) and cut into lines. See check-token.ts. */
export const resultPhp = String.raw`
// == the result, signed

function op_base64url($bytes) {
  return rtrim(strtr(base64_encode($bytes), '+/', '-_'), '=');
}

/** The result as text. When servers said so much that it would not fit, details are left out. */
function op_json($result) {
  $flags = JSON_UNESCAPED_SLASHES | JSON_UNESCAPED_UNICODE | JSON_INVALID_UTF8_SUBSTITUTE;
  $json = json_encode($result, $flags);
  if (strlen($json) <= 46000) {
    return $json;
  }
  foreach ($result['events'] as $number => $event) {
    $result['events'][$number] = array_intersect_key(['transcript' => [], 'facts' => (object) []], $event) + $event;
  }
  return json_encode($result, $flags);
}

/** The result as one signed word: version, run, packing, content, signature. */
function op_token($run, $events, $problems, $by) {
  $result = ['run' => $run['id'], 'version' => $run['version'], 'at' => (int) (microtime(true) * 1000), 'by' => $by,
    'php' => PHP_VERSION, 'problems' => $problems, 'events' => $events];
  $json = op_json($result);
  $isPacked = function_exists('gzdeflate');
  $content = op_base64url($isPacked ? gzdeflate($json, 9) : $json);
  $signed = "outport1.{$run['id']}." . ($isPacked ? 'z' : 'j') . ".$content";
  $secret = base64_decode(strtr($run['secret'], '-_', '+/'));
  return "$signed." . op_base64url(hash_hmac('sha256', $signed, $secret, true));
}

function op_block($token) {
  return "-----BEGIN OUTPORT RESULT-----\n" . chunk_split($token, 64, "\n") . "-----END OUTPORT RESULT-----\n";
}
`;
