/** The check file in the hands of a real PHP: on the command line, and behind PHP's own web server on loopback. */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { chmodSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { checkFile } from '@/lib/vantage/check-file';
import type { CheckRun } from '@/lib/vantage/check-run';
import { shellCheck } from '@/lib/vantage/shell-check';
import { freePorts } from './free-ports';
import { untilAnswered } from './until-answered';

type Setting = `${string}=${string}`;
export type PhpOptions = {
  /** Settings as they stand in php.ini. */
  readonly settings?: readonly Setting[];
  readonly env?: Readonly<Record<string, string>>;
  /** Whoever PHP runs as, if not as ourselves. */
  readonly uid?: number;
};

/** Every notice is a fault, and never goes where the result goes. */
const strict: readonly Setting[] = ['error_reporting=-1', 'display_errors=stderr', 'log_errors=0'];
const asArguments = (settings: readonly Setting[] = []) => [...strict, ...settings].flatMap((one) => ['-d', one]);

function placeFile(run: CheckRun): { readonly folder: string; readonly file: string } {
  const folder = mkdtempSync(join(tmpdir(), 'outport-check-'));
  chmodSync(folder, 0o755);
  const file = join(folder, 'outport-check.php');
  writeFileSync(file, checkFile(run));
  return { folder, file };
}

/** Runs the file as `php outport-check.php`; throws when PHP complains of anything. Gives back what it printed. */
export async function runCheckFile(run: CheckRun, { settings, env }: PhpOptions = {}): Promise<string> {
  const { folder, file } = placeFile(run);
  try {
    const php = spawn('php', [...asArguments(settings), file], { env: { ...process.env, ...env } });
    const [said, complaints] = await Promise.all([text(php.stdout), text(php.stderr)]);
    if (complaints !== '') throw new Error(complaints);
    return said;
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** Runs the script for a shell, as it is pasted into one. */
export async function runShellCheck(run: CheckRun, env: Readonly<Record<string, string>> = {}): Promise<string> {
  const shell = spawn('sh', { env: { ...process.env, ...env } });
  shell.stdin.end(shellCheck(run));
  const [said, complaints] = await Promise.all([text(shell.stdout), text(shell.stderr)]);
  if (complaints !== '') throw new Error(complaints);
  return said;
}

export type ServedCheck = {
  readonly url: string;
  readonly file: string;
  /** A form post of these fields. */
  post(fields: Readonly<Record<string, string>>, query?: string): Promise<Response>;
  /** What the web server wrote to its log, PHP's complaints included. */
  log(): string;
  stop(): Promise<void>;
};

/** Puts the file on a web server of PHP's own. */
export async function serveCheckFile(run: CheckRun, { settings, env, uid }: PhpOptions = {}): Promise<ServedCheck> {
  const { folder, file } = placeFile(run);
  const [port = 0] = await freePorts(1);
  const words = [...asArguments(settings), '-S', `127.0.0.1:${port}`, '-t', folder];
  const php = spawn('php', words, {
    env: { ...process.env, ...env },
    stdio: ['ignore', 'ignore', 'pipe'],
    ...(uid === undefined ? {} : { uid, gid: uid }),
  });
  let log = '';
  php.stderr.setEncoding('utf8').on('data', (part: string) => (log += part));
  const gone = once(php, 'exit');
  if (!(await untilAnswered(['127.0.0.1'], [port], () => php.exitCode === null)))
    throw new Error(`PHP's web server did not start.\n${log}`);
  const url = `http://127.0.0.1:${port}/outport-check.php`;
  return {
    url,
    file,
    post: (fields, query = '') => fetch(`${url}${query}`, { method: 'POST', body: new URLSearchParams(fields) }),
    log: () => log,
    async stop() {
      php.kill('SIGTERM');
      await gone;
      rmSync(folder, { recursive: true, force: true });
    },
  };
}
