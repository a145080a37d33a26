/** The parent's end: programs that do jobs, the line between two namespaces, and the end of all of them. */
import { spawn, spawnSync, type ChildProcess } from 'node:child_process';
import { createInterface } from 'node:readline';
import type { Jobs } from './serve-jobs';

type Answer = { readonly id: number; readonly result?: unknown; readonly error?: string };
type Waiting = { readonly resolve: (result: unknown) => void; readonly reject: (error: Error) => void };

export type Worker<J extends Jobs> = {
  readonly pid: number;
  call<Name extends keyof J & string>(name: Name, ...data: Parameters<J[Name]>): Promise<Awaited<ReturnType<J[Name]>>>;
  stop(): Promise<void>;
};

const running = new Set<ChildProcess>();

const ended = (child: ChildProcess): Promise<void> =>
  child.exitCode !== null || child.signalCode !== null
    ? Promise.resolve()
    : new Promise((resolve) => child.once('exit', () => resolve()));

/** Starts a program that ends with its standard input, and calls `onLine` with each line it prints. */
export function startLines(
  command: readonly string[],
  env: Readonly<Record<string, string>>,
  onLine: (line: string) => void,
): ChildProcess {
  const [program = '', ...words] = command;
  const child = spawn(program, words, { stdio: ['pipe', 'pipe', 'inherit'], env: { ...process.env, ...env } });
  running.add(child);
  child.once('close', () => running.delete(child));
  child.on('error', () => running.delete(child));
  createInterface({ input: child.stdout }).on('line', onLine);
  return child;
}

/** Ends every program that was started here. */
export async function stopAll(): Promise<void> {
  for (const child of running) child.kill('SIGTERM');
  await Promise.all([...running].map(ended));
}

/** Lets no other program of the machine delay this one, where the kernel allows it: it has little to do, but at once. */
export function hurry(pid: number): void {
  spawnSync('chrt', ['--all-tasks', '--rr', '--pid', '1', String(pid)], { stdio: 'ignore' });
}

/** `file` is in e2e/bench and ends in `serveJobs`; `inside` are the words that enter a namespace. Comes back when it takes jobs. */
export async function startWorker<J extends Jobs>(
  file: string,
  {
    inside = [],
    env = {},
    nodeOptions = [],
  }: {
    readonly inside?: readonly string[];
    readonly env?: Readonly<Record<string, string>>;
    readonly nodeOptions?: readonly string[];
  } = {},
): Promise<Worker<J>> {
  const waiting = new Map<number, Waiting>();
  const node = [process.execPath, ...nodeOptions, 'e2e/bench/run-typescript.mjs', `e2e/bench/${file}`];
  const ready = new Promise((resolve, reject) => waiting.set(0, { resolve, reject }));
  const child = startLines([...inside, ...node], env, (line) => {
    const { id, result, error } = JSON.parse(line) as Answer;
    const asked = waiting.get(id);
    waiting.delete(id);
    if (error === undefined) asked?.resolve(result);
    else asked?.reject(new Error(error));
  });
  child.once('close', (code) => {
    for (const { reject } of waiting.values()) reject(new Error(`${file} ended with ${code} before it answered.`));
  });
  await ready;
  let last = 0;
  return {
    pid: child.pid ?? 0,
    call: (name, ...[data]) =>
      new Promise((resolve, reject) => {
        last += 1;
        waiting.set(last, { resolve: resolve as (result: unknown) => void, reject });
        child.stdin?.write(`${JSON.stringify({ id: last, name, data })}\n`);
      }),
    async stop() {
      child.stdin?.end();
      await ended(child);
    },
  };
}
