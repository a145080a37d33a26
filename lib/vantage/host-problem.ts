/** What can keep a web server from being asked, or from answering rightly: problems of the host itself, not of a port. */
import * as z from 'zod/mini';

export const hostProblems = [
  'no-connections-at-all',
  'no-stream-socket-client',
  'no-stream-select',
  'no-openssl',
  'no-name-look-up',
  'names-unanswered',
  'no-authorities',
  'open-basedir-hides-authorities',
] as const;
export const hostProblemSchema = z.enum(hostProblems);
export type HostProblem = (typeof hostProblems)[number];

/** The same sentences stand on the web server's page and in Outport. */
export const hostProblemSentences: Readonly<Record<HostProblem, string>> = {
  'no-connections-at-all':
    'Switched off here: stream_socket_client and fsockopen, so nothing can send by SMTP. Ask the host to allow them.',
  'no-stream-socket-client':
    'Switched off here: stream_socket_client, which mail programs connect with. Ask the host to allow it.',
  'no-stream-select': 'Switched off here: stream_select, so ports cannot be tried at once. Use the shell line instead.',
  'no-openssl': 'PHP here has no OpenSSL, so no mail can be sent encrypted. Ask the host to switch it on.',
  'no-name-look-up': 'Switched off here: dns_get_record and gethostbynamel, so no name can be looked up.',
  'names-unanswered': 'No name could be looked up, so no port was tried. Tell the host that DNS does not work.',
  'no-authorities':
    'PHP here knows no certificate authorities, so it trusts no server. Ask the host to set openssl.cafile.',
  'open-basedir-hides-authorities':
    'PHP’s open_basedir hides the certificate authorities, so it may trust no server. Ask the host.',
};
