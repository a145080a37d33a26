/** Outport itself, as `npm start` serves it, where the near side lives. */
import { spawn } from 'node:child_process';
import { once } from 'node:events';

export type OutportProcess = { stop(): Promise<void> };

/** `inside` are the words that enter the near side; comes back when the routes can be asked. Needs a build. */
export async function startOutport(
  inside: readonly string[],
  env: Readonly<Record<string, string>>,
): Promise<OutportProcess> {
  const next = [process.execPath, 'node_modules/next/dist/bin/next', 'start', '-H', '127.0.0.1', '-p', '3000'];
  const [program = '', ...words] = [...inside, ...next];
  const child = spawn(program, words, {
    stdio: ['ignore', 'pipe', 'inherit'],
    env: { ...process.env, ...env, PORT: '3000', NEXT_TELEMETRY_DISABLED: '1' },
  });
  const gone = once(child, 'exit');
  await new Promise<void>((resolve, reject) => {
    child.stdout.on('data', (chunk: Buffer) => {
      if (chunk.toString().includes('Ready')) resolve();
    });
    void gone.then(() => reject(new Error('Outport did not start inside the lab')));
  });
  return {
    stop: async () => {
      child.kill('SIGTERM');
      await gone;
    },
  };
}
