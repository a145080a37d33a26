import 'server-only';
import { spawn } from 'node:child_process';
import net from 'node:net';

/**
 * A port that never answers, as one that a firewall drops: a child process listens with the shortest backlog and
 * then blocks itself, so once the backlog is full the kernel leaves further connections unanswered. It wakes twice a
 * second only to see whether its parent still lives. Windows refuses instead of dropping, so it has none.
 */
const child = `
const server = require('node:net').createServer();
server.listen({ port: 0, host: '127.0.0.1', backlog: 1 }, () => {
  require('node:fs').writeSync(1, server.address().port + '\\n');
  const parent = Number(process.argv[1]), cell = new Int32Array(new SharedArrayBuffer(4));
  while (process.ppid === parent) Atomics.wait(cell, 0, 0, 500);
  process.exit(0);
});`;

/** Starts it; resolves with its port, or undefined where it cannot be played. */
export async function startSilentPort(): Promise<number | undefined> {
  if (process.platform === 'win32') return undefined;
  const holder = spawn(process.execPath, ['-e', child, String(process.pid)], { stdio: ['ignore', 'pipe', 'ignore'] });
  process.once('exit', () => holder.kill('SIGKILL'));
  const port = await new Promise<number | undefined>((resolve) => {
    holder.stdout.once('data', (chunk: Buffer) => resolve(Number(chunk.toString())));
    holder.once('error', () => resolve(undefined));
    holder.once('exit', () => resolve(undefined));
  });
  holder.unref();
  if (port === undefined) return undefined;
  for (let filled = 0; filled < 3; filled += 1) {
    const socket = net.connect({ host: '127.0.0.1', port });
    socket.on('error', () => socket.destroy());
    socket.unref();
  }
  return port;
}
