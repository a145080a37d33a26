/**
 * Ports that never answer, as where a firewall drops: a child process listens with the shortest backlog and then blocks
 * itself, so that once the backlog is full the kernel leaves every further connection unanswered (tcp_abort_on_overflow
 * is off by default). It sees within half a second when its parent is gone.
 */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { connect } from 'node:net';

const holder = `
const [address, ...ports] = process.argv.slice(1);
const { createServer } = require('node:net');
let missing = ports.length;
for (const port of ports)
  createServer().listen({ port: Number(port), host: address, backlog: 1 }, () => {
    missing -= 1;
    if (missing > 0) return;
    require('node:fs').writeSync(1, 'ready');
    const parent = process.ppid, cell = new Int32Array(new SharedArrayBuffer(4));
    while (process.ppid === parent) Atomics.wait(cell, 0, 0, 500);
    process.exit(0);
  });`;

/** Plays silence on these ports until stopped. */
export async function startSilentPorts(address: string, ports: readonly number[]): Promise<{ stop(): Promise<void> }> {
  const child = spawn(process.execPath, ['-e', holder, '--', address, ...ports.map(String)], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const gone = once(child, 'exit');
  await Promise.race([
    once(child.stdout, 'data'),
    gone.then(() => Promise.reject(new Error(`Nobody can be silent on ${address}, ports ${ports.join(', ')}.`))),
  ]);
  // Three a port: what a backlog of one holds, and one more.
  const fillers = ports.flatMap((port) => [1, 2, 3].map(() => connect({ host: address, port })));
  for (const filler of fillers) filler.on('error', () => filler.destroy());
  return {
    async stop() {
      for (const filler of fillers) filler.destroy();
      child.kill('SIGKILL');
      await gone;
    },
  };
}
