/** Starts the built Outport as `npm start` does, with an authority it trusts, and keeps everything it prints. */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { openDoor } from './door';
import { makeScratch } from './scratch-folder.mjs';
import type { Place } from './star';

const root = fileURLToPath(new URL('../..', import.meta.url));

export type Outport = {
  readonly url: string;
  readonly port: number;
  /** Standard output and standard error so far. */
  output(): string;
  stop(): Promise<void>;
  /** Ends it as a crash does: at once, wherever it stands. */
  kill(): Promise<void>;
};

/** The wishes of a hosted Outport behind one proxy, opened at loopback. */
const hostedAt = (port: number) => ({
  OUTPORT_MODE: 'hosted',
  OUTPORT_ORIGIN: `http://127.0.0.1:${port}`,
  OUTPORT_TRUSTED_PROXIES: '1',
});

export type Mode = 'local' | 'hosted';

/**
 * `authority` is PEM; the connections that Outport makes trust it beside Node's own roots. `more` is set for it alone.
 * `place` is where it lives, if not on this machine's own network; its port is the same here.
 */
export async function startOutport(
  port: number,
  authority: string,
  mode: Mode = 'local',
  more: Readonly<Record<string, string>> = {},
  place?: Place,
): Promise<Outport> {
  const scratch = makeScratch('e2e');
  const file = join(scratch, 'authority.pem');
  writeFileSync(file, authority);
  const door = place === undefined ? undefined : await openDoor(place.inside, port);
  const [program, ...words] = [...(place?.inside ?? []), process.execPath, 'scripts/start.mjs'];
  const child = spawn(program, words, {
    cwd: root,
    env: {
      ...process.env,
      PORT: String(port),
      NODE_EXTRA_CA_CERTS: file,
      ...(mode === 'hosted' ? hostedAt(port) : {}),
      ...more,
    },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let output = '';
  const gone = once(child, 'exit');
  const ready = new Promise<void>((resolve) => {
    for (const stream of [child.stdout, child.stderr])
      stream.setEncoding('utf8').on('data', (text: string) => {
        output += text;
        if (output.includes('Outport is ready')) resolve();
      });
  });
  await Promise.race([ready, gone.then(() => Promise.reject(new Error(`Outport did not start.\n${output}`)))]);
  const end = async (signal: 'SIGTERM' | 'SIGKILL') => {
    child.kill(signal);
    await gone;
    await door?.close();
    rmSync(scratch, { recursive: true, force: true });
  };
  return {
    url: `http://127.0.0.1:${port}`,
    port,
    output: () => output,
    stop: () => end('SIGTERM'),
    kill: () => end('SIGKILL'),
  };
}
