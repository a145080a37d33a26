/**
 * Starts a real Postfix in a folder of its own. Debian lets only one mail server be installed, so it comes unpacked
 * (`unpacked-postfix.mjs`) and runs as Exim's user; nothing of the system is changed. It has to be started by root.
 */
import { execFileSync, spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { postfixFolder, postfixMaster } from './unpacked-postfix.mjs';
import { baseConfiguration, baseServices, listeningServices, type Listener } from './postfix-configuration';
import { makeScratch } from './scratch-folder.mjs';
import { untilAnswered } from './until-answered';

const owner = 'Debian-exim';

export type PostfixOptions = {
  /** What main.cf has beside what every Postfix here needs; `etc` is the folder of `files`. */
  readonly configuration: (etc: string, directory: string) => string;
  readonly files: Readonly<Record<string, string>>;
  readonly addresses: readonly string[];
  readonly listeners: readonly Listener[];
};
export type Postfix = {
  /** Where it lives, `mail` in it being its to write. */
  readonly directory: string;
  /** Everything it logged so far. */
  readonly log: () => string;
  readonly stop: () => Promise<void>;
};

const ownParts = 'active bounce corrupt defer deferred flush hold incoming private saved trace'.split(' ');

/** The queue's folders, which Postfix's own start script would make after checks that an unpacked Postfix cannot pass. */
function makeQueue(queue: string): void {
  const make = (mode: string, group: string, parts: readonly string[]) =>
    execFileSync('install', ['-d', '-o', owner, '-g', group, '-m', mode, ...parts.map((part) => join(queue, part))]);
  mkdirSync(join(queue, 'pid'), { recursive: true });
  make('700', owner, ownParts);
  make('710', 'mail', ['public']);
  make('730', 'mail', ['maildrop']);
}

function layOut({ configuration, files, addresses, listeners }: PostfixOptions): string {
  const directory = makeScratch('postfix');
  const etc = join(directory, 'etc');
  for (const part of ['data', 'mail', 'etc']) mkdirSync(join(directory, part));
  makeQueue(join(directory, 'queue'));
  execFileSync('chown', [owner, join(directory, 'data')]);
  execFileSync('chown', ['nobody:nogroup', join(directory, 'mail')]);
  for (const [name, text] of Object.entries(files)) writeFileSync(join(etc, name), text, { mode: 0o600 });
  writeFileSync(join(etc, 'main.cf'), baseConfiguration(directory, postfixFolder) + configuration(etc, directory));
  writeFileSync(join(etc, 'master.cf'), listeningServices(addresses, listeners) + baseServices);
  return directory;
}

/** Starts Postfix and comes back when it takes connections. */
export async function startPostfix(options: PostfixOptions): Promise<Postfix> {
  const directory = layOut(options);
  const child = spawn('setsid', [postfixMaster, '-d', '-c', join(directory, 'etc')], {
    stdio: ['ignore', 'pipe', 'pipe'],
    env: { ...process.env, LD_LIBRARY_PATH: `${postfixFolder}/usr/lib/postfix` },
  });
  let complaint = '';
  child.stdout.on('data', (bytes: Buffer) => (complaint += bytes.toString()));
  child.stderr.on('data', (bytes: Buffer) => (complaint += bytes.toString()));
  const gone = once(child, 'exit');
  const file = join(directory, 'postfix.log');
  const log = () => (existsSync(file) ? readFileSync(file, 'utf8') : '');
  const stop = async () => {
    if (child.exitCode === null && child.signalCode === null) child.kill('SIGTERM');
    await gone;
    rmSync(directory, { recursive: true, force: true, maxRetries: 10, retryDelay: 100 });
  };
  const ports = options.listeners.map(({ port }) => port);
  if (!(await untilAnswered(options.addresses, ports, () => child.exitCode === null))) {
    const said = `${complaint}\n${log()}`;
    await stop();
    throw new Error(`Postfix did not start: ${said}`);
  }
  return { directory, log, stop };
}
