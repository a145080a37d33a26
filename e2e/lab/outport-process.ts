/** Outport itself, as `npm start` serves it, where the near side lives. */
import { spawn } from 'node:child_process';
import { once } from 'node:events';

export type OutportProcess = { stop(): Promise<void> };

/** `inside` are the words that enter the near side; comes back when the routes can be asked. Needs a build. */
export async function startOutport(
  inside: readonly string[],
  env: Readonly<Record<string, string>>,
): Promise<OutportProcess> {
  const command: readonly string[] = [...inside, process.execPath, 'scripts/start.mjs'];
  const [program = '', ...words] = command;
  const child = spawn(program, words, {
    stdio: ['ignore', 'pipe', 'inherit'],
    env: { ...process.env, ...env, PORT: '3000' },
  });
  const gone = once(child, 'exit');
  const ready = new Promise<void>((resolve) => {
    let said = '';
    child.stdout.setEncoding('utf8').on('data', (text: string) => {
      said += text;
      if (said.includes('Outport is ready')) resolve();
    });
  });
  await Promise.race([ready, gone.then(() => Promise.reject(new Error('Outport did not start inside the lab.')))]);
  return {
    stop: async () => {
      child.kill('SIGTERM');
      await gone;
    },
  };
}
