/** The child's end of a job line: one JSON object a line in, `{id, name, data}`, and one out, `{id, result}` or `{id, error}`. */
import { createInterface } from 'node:readline';

/** Each job takes one value that JSON can carry and gives one back. */
export type Jobs = Readonly<Record<string, (data: never) => Promise<unknown>>>;

type Order = { readonly id: number; readonly name: string; readonly data: unknown };

/** Says that it is ready, does the jobs as they come, several at a time, and ends with its standard input. */
export function serveJobs(jobs: Jobs): void {
  const tell = (line: object) => process.stdout.write(`${JSON.stringify(line)}\n`);
  const work = async ({ id, name, data }: Order): Promise<void> => {
    try {
      tell({ id, result: (await jobs[name]?.(data as never)) ?? null });
    } catch (error) {
      tell({ id, error: error instanceof Error ? (error.stack ?? error.message) : String(error) });
    }
  };
  createInterface({ input: process.stdin })
    .on('line', (line) => void work(JSON.parse(line) as Order))
    .on('close', () => process.exit(0)); // sockets that still say goodbye are not waited for
  tell({ id: 0, result: 'ready' });
}
