// `npm run bench`: how many round trips of a slow line the program takes until a port is usable and a message accepted.
import { spawn, spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { judge } from '../e2e/bench/budgets.mjs';

process.chdir(fileURLToPath(new URL('..', import.meta.url)));

function whyNotHere() {
  if (process.platform !== 'linux') return 'network namespaces are a part of Linux';
  if (process.getuid() !== 0) return 'making network namespaces needs root';
  if (spawnSync('python3', ['--version']).status !== 0) return 'python3 is not installed';
  if (spawnSync('ip', ['-V']).status !== 0) return 'the command ip is not installed (Debian package iproute2)';
  if (!existsSync('/dev/net/tun')) return 'there is no /dev/net/tun';
  return undefined;
}

const reason = whyNotHere();
if (reason !== undefined) {
  console.log(`The benchmark was skipped: ${reason}.`);
  process.exit(0);
}

const scratch = mkdtempSync(join(tmpdir(), 'outport-bench-'));
const running = new Set();

/** Starts a program that prints one line of JSON when it is ready, or done, and comes back with that. */
function start(command, args, env = {}) {
  const stdio = ['pipe', 'pipe', 'inherit'];
  const child = spawn(command, args, { stdio, env: { ...process.env, ...env } });
  running.add(child);
  const said = new Promise((resolve, reject) => {
    let text = '';
    child.stdout.setEncoding('utf8').on('data', (part) => {
      text += part;
      if (text.endsWith('\n')) resolve(JSON.parse(text));
    });
    child.once('error', reject);
    child.once('close', (code) => {
      running.delete(child);
      reject(new Error(`${command} ended with ${code} before it said anything.`));
    });
  });
  return { child, said };
}

const ended = (child) =>
  child.exitCode !== null || child.signalCode !== null
    ? Promise.resolve()
    : new Promise((resolve) => child.once('exit', resolve));

let link;
async function cleanUp() {
  link?.child.stdin.end(); // the link ends everything that runs in its namespaces
  await Promise.all([...running].map(ended));
  rmSync(scratch, { recursive: true, force: true });
}

for (const [signal, number] of Object.entries({ SIGINT: 2, SIGTERM: 15, SIGHUP: 1 }))
  process.once(signal, () => void cleanUp().then(() => process.exit(128 + number)));

const inNamespace = (namespace, file, env) =>
  start('ip', ['netns', 'exec', namespace, process.execPath, 'e2e/bench/run-typescript.mjs', `e2e/bench/${file}`], env);

async function measure() {
  link = start('python3', ['e2e/lab/link.py', '--one-way-ms', '25', '--resolver', '192.0.2.2']);
  const { near, far } = await link.said;
  const { authority } = await inNamespace(far, 'far-side.ts').said;
  const roots = join(scratch, 'authority.pem');
  writeFileSync(roots, authority);
  return inNamespace(near, 'near-side.ts', { NODE_EXTRA_CA_CERTS: roots }).said;
}

try {
  const { table, kept } = judge(await measure());
  console.log(table);
  process.exitCode = kept ? 0 : 1;
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
} finally {
  await cleanUp();
}
