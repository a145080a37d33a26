/** The built program, served as `npm start` serves it. */
import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { startLines } from './worker';

// The bench is run by Vite, which sets this for itself.
const production = { NODE_ENV: 'production' } as const;

/** Builds it unless that was done. */
export function build(): void {
  const env = { ...process.env, ...production };
  const { status } = spawnSync(process.execPath, ['scripts/build.mjs'], {
    stdio: ['ignore', 'ignore', 'inherit'],
    env,
  });
  if (status !== 0) throw new Error('Outport could not be built.');
}

export type Served = {
  readonly pid: number;
  readonly url: string;
  /** User and system time that it has taken so far. */
  readonly cpuMs: () => number;
};

/** The clock tick of /proc on Linux: a hundredth of a second on every machine that Node runs on. */
const tickMs = 10;

/** `inside` are the words that enter a namespace. Comes back when it takes requests; it ends with the rest. */
export async function serve(port: number, inside: readonly string[], roots: string): Promise<Served> {
  const next = [process.execPath, 'node_modules/next/dist/bin/next', 'start', '-H', '127.0.0.1', '-p', String(port)];
  const env = { ...production, NODE_EXTRA_CA_CERTS: roots, NEXT_TELEMETRY_DISABLED: '1', PORT: String(port) };
  const pid = await new Promise<number>((resolve, reject) => {
    const child = startLines([...inside, ...next], env, (line) => {
      if (line.includes('Ready')) resolve(child.pid ?? 0);
    });
    child.once('close', () => reject(new Error(`Outport did not start on port ${port}.`)));
  });
  return {
    pid,
    url: `http://127.0.0.1:${port}`,
    cpuMs() {
      // The name in parentheses may hold blanks; user and system time are the 14th and 15th field (proc(5)).
      const fields = readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ').at(-1)?.split(' ') ?? [];
      return (Number(fields[11]) + Number(fields[12])) * tickMs;
    },
  };
}
