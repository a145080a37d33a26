/** The program as `npm start` serves it. */
import { readFileSync } from 'node:fs';
import { startLines } from './worker';

export type Served = {
  readonly pid: number;
  readonly url: string;
  /** User and system time that it has taken so far. */
  readonly cpuMs: () => number;
};

/** The clock tick of /proc on Linux: a hundredth of a second on every machine that Node runs on. */
const tickMs = 10;

/**
 * `inside` are the words that enter a namespace, `more` is set for this program alone. Builds what changed and comes back
 * when it takes requests; it ends with the rest.
 */
export async function serve(
  port: number,
  inside: readonly string[],
  more: Readonly<Record<string, string>>,
): Promise<Served> {
  // The bench is run by Vite, which sets NODE_ENV for itself.
  const env = { ...more, NODE_ENV: 'production', PORT: String(port) };
  const pid = await new Promise<number>((resolve, reject) => {
    const child = startLines([...inside, process.execPath, 'scripts/start.mjs'], env, (line) => {
      if (line.includes('Outport is ready')) resolve(child.pid ?? 0);
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
