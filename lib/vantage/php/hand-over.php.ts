/**
 * Handing the result to the Outport that made the file, where that can be reached. Only a hosted one has an address for
 * it, and other files are without this piece. Many hosts switch allow_url_fopen off, and have curl.
 */
export const handOverPhp = String.raw`
/** Posts the result; true when Outport says that it has it. */
function op_hand_over($address, $token) {
  $body = json_encode(['token' => $token]);
  $type = 'Content-Type: application/json';
  $http = ['method' => 'POST', 'header' => $type, 'content' => $body, 'timeout' => 5, 'follow_location' => 0];
  $answer = op_call('file_get_contents', $address, false, stream_context_create(['http' => $http]), 0, 99);
  if ($answer === false && function_exists('curl_init')) {
    $curl = curl_init($address);
    curl_setopt_array($curl, [CURLOPT_POSTFIELDS => $body, CURLOPT_HTTPHEADER => [$type], CURLOPT_TIMEOUT => 5,
      CURLOPT_RETURNTRANSFER => true]);
    $answer = curl_exec($curl);
  }
  return $answer === '{"status":"kept"}';
}
`;
