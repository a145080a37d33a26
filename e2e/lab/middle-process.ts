/** Exim and a name server in the middle of a star, as a child process. */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';
import type { EximOptions } from './exim';
import type { NameAnswer } from './name-server';

export type MailServer = {
  /** Every message delivered so far, as it lies in the maildir, oldest first. */
  messages(): Promise<string[]>;
  log(): Promise<string>;
  stop(): Promise<void>;
};

/** `inside` are the words that enter the namespace; comes back when Exim takes connections. */
export async function startMailServer(
  inside: readonly string[],
  order: { readonly names: Readonly<Record<string, NameAnswer>>; readonly exim: EximOptions },
): Promise<MailServer> {
  const [program, ...words] = [...inside, process.execPath, 'e2e/bench/run-typescript.mjs'];
  const child = spawn(program, [...words, 'e2e/lab/middle-side.ts'], {
    stdio: ['pipe', 'pipe', 'inherit'],
    env: { ...process.env, LAB_ORDER: JSON.stringify(order) },
  });
  const gone = once(child, 'exit');
  const lines = createInterface({ input: child.stdout });
  const answer = async (): Promise<unknown> => {
    const [line] = (await Promise.race([
      once(lines, 'line'),
      gone.then(() => Promise.reject(new Error('The mail server ended.'))),
    ])) as [string];
    return JSON.parse(line);
  };
  await answer();
  const ask = (word: 'messages' | 'log') => {
    child.stdin.write(`${word}\n`);
    return answer();
  };
  return {
    messages: () => ask('messages') as Promise<string[]>,
    log: () => ask('log') as Promise<string>,
    async stop() {
      child.stdin.end();
      await gone;
    },
  };
}
