/** swaks, the command-line tester from Debian, as a person would use it: one port after the other, with its own time limits. */
import { spawn } from 'node:child_process';
import { isImplicit, place, type MailHost } from '../bench-place';
import type { TesterTimes } from './tester-times';

type Said = { readonly tryingAt: number; readonly doneAt: number; readonly isDone: boolean };

/** Runs swaks once and notes when it printed that it dials and that it read the reply that matters. */
function runSwaks(words: readonly string[], done: RegExp): Promise<Said> {
  const child = spawn('swaks', words, { stdio: ['ignore', 'pipe', 'ignore'] });
  let text = '';
  let tryingAt = Number.NaN;
  let doneAt = Number.NaN;
  child.stdout.setEncoding('utf8').on('data', (part: string) => {
    text += part;
    if (Number.isNaN(tryingAt) && text.includes('=== Trying')) tryingAt = performance.now();
    if (Number.isNaN(doneAt) && done.test(text)) doneAt = performance.now();
  });
  return new Promise((resolve, reject) => {
    child.once('error', reject);
    child.once('close', () => {
      const isDone = !Number.isNaN(doneAt);
      resolve({ tryingAt, doneAt: isDone ? doneAt : performance.now(), isDone });
    });
  });
}

function wordsFor(address: string, port: number): string[] {
  const tls = isImplicit(port) ? '--tls-on-connect' : '--tls';
  const envelope = ['--from', place.sender, '--to', place.recipient, '--helo', 'bench.test'];
  return ['--server', address, '--port', String(port), tls, ...envelope];
}

/** The EHLO reply inside TLS is read; QUIT is what swaks says next. */
const ehloAnswered = / ~> QUIT/;
const accepted = /<~ {2}250 .*queued as/;

async function findPorts(address: string): Promise<Pick<TesterTimes, 'firstMs' | 'fullMs'>> {
  const runs: Said[] = [];
  for (const port of place.ports)
    runs.push(await runSwaks([...wordsFor(address, port), '--quit-after', 'EHLO'], ehloAnswered));
  const started = runs[0]?.tryingAt ?? Number.NaN;
  const first = runs.find(({ isDone }) => isDone);
  return { firstMs: (first?.doneAt ?? Number.NaN) - started, fullMs: (runs.at(-1)?.doneAt ?? Number.NaN) - started };
}

async function send(address: string): Promise<number> {
  const login = ['--auth', 'PLAIN', '--auth-user', place.username, '--auth-password', place.password];
  let started: number | undefined;
  for (const port of place.ports) {
    const { tryingAt, doneAt, isDone } = await runSwaks([...wordsFor(address, port), ...login], accepted);
    started ??= tryingAt;
    if (isDone) return doneAt - started;
  }
  throw new Error(`swaks sent nothing to ${address}.`);
}

/** Looks at every port, and apart from that sends on the first that takes the message. It is given the address, so it looks nothing up. */
export async function timeSwaks({ addresses: [address] }: MailHost): Promise<TesterTimes> {
  const [found, acceptedMs] = await Promise.all([findPorts(address), send(address)]);
  return { ...found, acceptedMs };
}
