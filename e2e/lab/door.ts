/**
 * A door into a namespace: what connects to a port of this machine's loopback comes out at the same port of the
 * loopback inside. A socket in the file system leads from one to the other, since those belong to no network.
 */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { rmSync } from 'node:fs';
import { connect, createServer, type Socket } from 'node:net';
import { join } from 'node:path';
import { makeScratch } from './scratch-folder.mjs';

const porter = `
const { connect, createServer } = require('node:net');
const [path, port] = process.argv.slice(1);
createServer((outer) => {
  const inner = connect(Number(port), '127.0.0.1');
  outer.pipe(inner).pipe(outer);
  inner.on('error', () => outer.destroy()).on('close', () => outer.destroy());
  outer.on('error', () => inner.destroy()).on('close', () => inner.destroy());
}).listen(path, () => console.log('open'));
process.stdin.resume().on('end', () => process.exit());`;

/** `inside` are the words that enter the namespace. */
export async function openDoor(inside: readonly string[], port: number): Promise<{ close(): Promise<void> }> {
  const scratch = makeScratch('e2e');
  const path = join(scratch, 'door');
  const [program, ...words] = [...inside, process.execPath, '-e', porter, '--', path, String(port)];
  const child = spawn(program, words, { stdio: ['pipe', 'pipe', 'inherit'] });
  const gone = once(child, 'exit');
  await Promise.race([
    once(child.stdout, 'data'),
    gone.then(() => Promise.reject(new Error('The door into the namespace did not open.'))),
  ]);
  const callers = new Set<Socket>();
  const server = createServer((caller) => {
    const within = connect(path);
    callers.add(caller);
    caller.pipe(within).pipe(caller);
    within.on('error', () => caller.destroy()).on('close', () => caller.destroy());
    caller
      .on('error', () => within.destroy())
      .on('close', () => {
        callers.delete(caller);
        within.destroy();
      });
  });
  server.listen(port, '127.0.0.1');
  await once(server, 'listening');
  return {
    async close() {
      server.close();
      for (const caller of callers) caller.destroy();
      child.stdin.end();
      await gone;
      rmSync(scratch, { recursive: true, force: true });
    },
  };
}
