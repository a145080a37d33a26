/** What sending leaves behind in a store, made by another process. */
import { spawnSync } from 'node:child_process';

const script = ['e2e/bench/run-typescript.mjs', 'lib/store/testing/sent-message.ts'];

/** A Message-ID, and the variables that say where the store is → the token of the link in that message. */
export function leaveSentMessage(messageId: string, place: Readonly<Record<string, string>>): string {
  const env = { ...process.env, ...place, MESSAGE_ID: messageId };
  const { stdout, stderr } = spawnSync(process.execPath, script, { env, encoding: 'utf8' });
  if (stdout === '') throw new Error(stderr);
  return stdout;
}
