/** The near side as a child process: jobs go in, results come out, many at a time. */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';
import type { Job, JobResult } from './job';

export type NearProcess = { run(job: Job): Promise<JobResult>; stop(): Promise<void> };

/** `command` runs a TypeScript file of this folder where the near side lives; comes back once it takes jobs. */
export async function startNearSide(
  command: readonly string[],
  env: Readonly<Record<string, string>>,
): Promise<NearProcess> {
  const [program = '', ...words] = command;
  const child = spawn(program, [...words, 'e2e/lab/near-side.ts'], {
    stdio: ['pipe', 'pipe', 'inherit'],
    env: { ...process.env, ...env },
  });
  const waiting = new Map<string, { resolve: (result: JobResult) => void; reject: (error: Error) => void }>();
  const lines = createInterface({ input: child.stdout });
  const ended = once(child, 'exit');
  void ended.then(() => {
    for (const { reject } of waiting.values()) reject(new Error('the near side ended'));
  });
  await Promise.race([
    once(lines, 'line'),
    ended.then(() => {
      throw new Error('the near side did not start');
    }),
  ]);
  lines.on('line', (line) => {
    const result = JSON.parse(line) as JobResult;
    waiting.get(result.id)?.resolve(result);
    waiting.delete(result.id);
  });
  return {
    run: (job) =>
      new Promise((resolve, reject) => {
        waiting.set(job.id, { resolve, reject });
        child.stdin.write(`${JSON.stringify(job)}\n`);
      }),
    stop: async () => {
      child.stdin.end();
      await ended;
    },
  };
}
