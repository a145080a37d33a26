// Child processes that never outlive this one, on every system.
import { spawn } from 'node:child_process';

const running = new Set();
process.on('exit', () => {
  for (const child of running) child.kill('SIGKILL');
});

/** Runs Node on a file of node_modules or ours → the child; it and its own children end when this process does. */
export function startNode(args, { env, stdio = ['ignore', 'inherit', 'inherit'] } = {}) {
  const endsWithParent = new URL('./end-with-parent.mjs', import.meta.url).href;
  return start(process.execPath, ['--import', endsWithParent, ...args], {
    env: { ...env, OUTPORT_PARENT: String(process.pid) },
    stdio: [...stdio, 'ipc'],
  });
}

/** Runs npm as the one that called us, else as the shell finds it. */
export function startNpm(args, options) {
  const npm = process.env.npm_execpath ?? '';
  if (/npm-cli\.c?js$/.test(npm)) return start(process.execPath, [npm, ...args], options);
  return process.platform === 'win32'
    ? start(['npm', ...args].join(' '), [], { ...options, shell: true })
    : start('npm', args, options);
}

function start(command, args, { env, ...options }) {
  const child = spawn(command, args, { ...options, env: { ...process.env, ...env } });
  running.add(child);
  child.once('close', () => running.delete(child));
  return child;
}

/** A child → its exit code once it is gone, 1 where there is none. */
export function exitOf(child) {
  return new Promise((resolve) => {
    child.once('error', () => resolve(1));
    child.once('close', (code) => resolve(code ?? 1));
  });
}
