/** The same check for people with a shell on the web server: a script to paste, and the lines that run the PHP file. */
import { endpointId } from '@/lib/smtp/endpoint';
import { checkFileName } from './check-file';
import type { CheckRun } from './check-run';
import { dialoguePython } from './python/dialogue.py';
import { wholePython } from './python/whole.py';

/** Where the file has been uploaded, each of these runs it. */
export const phpCommand = `php ${checkFileName}`;
export const wpCliCommand = `wp eval-file ${checkFileName}`;

/** The address of the uploaded file → the address to open: the key stands behind the #, which no browser sends. */
export function checkAddress(fileAddress: string, { key }: CheckRun): string {
  return `${fileAddress.replace(/#.*$/, '')}#key=${key}`;
}

/** Without Python: what a person can read, with whatever opens a connection. Such a result is not signed, and not taken. */
const byEye = String.raw`
outport_try() { # host port
  if command -v nc >/dev/null 2>&1; then nc -z -w 5 "$1" "$2" >/dev/null 2>&1
  elif command -v bash >/dev/null 2>&1 && command -v timeout >/dev/null 2>&1; then
    timeout 5 bash -c 'exec 3<>"/dev/tcp/$0/$1"' "$1" "$2" 2>/dev/null
  elif command -v openssl >/dev/null 2>&1; then openssl s_client -connect "$1:$2" </dev/null 2>/dev/null | grep -q CONNECTED
  elif command -v curl >/dev/null 2>&1; then
    curl -s --connect-timeout 5 --max-time 6 "telnet://$1:$2" </dev/null >/dev/null 2>&1
    test $? -ne 7 -a $? -ne 28
  else return 2
  fi
}
outport_say() {
  outport_try "$1" "$2"
  case $? in
    0) echo "  $1 port $2: a connection is made" ;;
    2) echo "  $1 port $2: nothing here can open a connection" ;;
    *) echo "  $1 port $2: no connection" ;;
  esac
}
`;

const marker = 'OUTPORT_CHECK_END';

/** JSON is Python too, as long as it holds neither true, false nor null; a run holds texts and numbers. */
function runAsPython(run: CheckRun): string {
  const { id, secret, version, madeAt, expiresAt, endpoints, postAddress } = run;
  const named = endpoints.map((endpoint) => ({ id: endpointId(endpoint), ...endpoint }));
  const post = postAddress === undefined ? {} : { post: postAddress };
  return JSON.stringify({ id, secret, version, made: madeAt, expires: expiresAt, endpoints: named, ...post }, null, 1);
}

/**
 * A run → a script for any POSIX shell. With Python 3.7 or later it tries what the PHP file tries and prints a signed
 * result to paste; without, it says in words which ports take a connection, and that this cannot be taken over.
 */
export function shellCheck(run: CheckRun): string {
  const byHand = run.endpoints.map(({ host, port }) => `  outport_say '${host}' ${port} &`);
  return [
    '# Outport check: tries the mail servers named below from this machine. It logs in nowhere and writes nothing.',
    `if python3 -c 'import sys, ssl; sys.exit(sys.version_info < (3, 7))' 2>/dev/null; then python3 - <<'${marker}'`,
    dialoguePython.trim(),
    wholePython,
    `main(${runAsPython(run)})`,
    marker,
    'else',
    byEye.trim(),
    '  echo "Without Python 3.7 this shows only whether a connection is made, and cannot be taken over by Outport."',
    ...byHand,
    '  wait',
    'fi',
    '',
  ].join('\n');
}
