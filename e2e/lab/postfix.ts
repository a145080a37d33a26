/**
 * Starts a real Postfix. Debian lets only one mail server be installed, so it may come unpacked in a folder: then it runs
 * in a mount namespace of its own where that folder lies over /usr and the accounts it needs exist. Its logins are
 * checked by Dovecot.
 */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { chmodSync, chownSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { readdir, readFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { ServerIdentity } from './authority';
import { mainConfiguration, masterConfiguration } from './postfix-configuration';
import { untilAnswered } from './until-answered';

/** Numbers nobody on the machine has. */
const account = 51_234;
const dropGroup = 51_235;
const nobody = 65_534;

export type PostfixOptions = {
  readonly identity: ServerIdentity;
  readonly addresses: readonly string[];
  readonly authPort: number;
  /** Who owns the one sender address that may be used. */
  readonly username: string;
  /** Where Debian's package was unpacked; undefined when it is installed. */
  readonly unpacked: string | undefined;
};
export type Postfix = { log(): string; messages(): Promise<string[]>; stop(): Promise<void> };

const ownParts = 'active bounce corrupt defer deferred flush hold incoming private saved trace'.split(' ');

/** The queue's folders, which Postfix's own start script would make after checks that an unpacked Postfix cannot pass. */
function makeQueue(queue: string): void {
  mkdirSync(join(queue, 'pid'), { recursive: true });
  const make = (part: string, group: number, mode: number) => {
    const folder = join(queue, part);
    mkdirSync(folder);
    chownSync(folder, account, group);
    chmodSync(folder, mode);
  };
  for (const part of ownParts) make(part, account, 0o700);
  make('public', dropGroup, 0o710);
  make('maildrop', dropGroup, 0o730);
}

function layOut(options: PostfixOptions): string {
  const directory = mkdtempSync(join(tmpdir(), 'outport-postfix-'));
  chmodSync(directory, 0o755);
  for (const part of ['data', 'mail', 'etc']) mkdirSync(join(directory, part));
  makeQueue(join(directory, 'queue'));
  chownSync(join(directory, 'data'), account, account);
  chownSync(join(directory, 'mail'), nobody, nobody);
  const etc = join(directory, 'etc');
  writeFileSync(join(etc, 'certificate.pem'), options.identity.cert);
  writeFileSync(join(etc, 'key.pem'), options.identity.key, { mode: 0o600 });
  writeFileSync(join(etc, 'main.cf'), mainConfiguration(directory, options.authPort));
  writeFileSync(join(etc, 'master.cf'), masterConfiguration(options.addresses));
  writeFileSync(join(etc, 'senders'), `/^lab@/ ${options.username}\n/./ somebody-else\n`);
  writeFileSync(join(etc, 'recipients'), '/^(nobody|missing)@/ REJECT\n');
  const passwd = readFileSync('/etc/passwd', 'utf8');
  const group = readFileSync('/etc/group', 'utf8');
  writeFileSync(
    join(directory, 'passwd'),
    `${passwd}postfix:x:${account}:${account}::/nonexistent:/usr/sbin/nologin\n`,
  );
  writeFileSync(join(directory, 'group'), `${group}postfix:x:${account}:\npostdrop:x:${dropGroup}:\n`);
  return directory;
}

/** The words that run Postfix in the foreground, seeing the files it expects. */
function command(directory: string, unpacked: string | undefined): string[] {
  const run = `exec /usr/lib/postfix/sbin/master -d -c ${directory}/etc`;
  if (unpacked === undefined) return ['setsid', 'sh', '-c', run];
  const mounts = [
    `mount -t overlay overlay -o lowerdir=${unpacked}/usr:/usr /usr`,
    `mount --bind ${directory}/passwd /etc/passwd`,
    `mount --bind ${directory}/group /etc/group`,
  ];
  return ['setsid', 'unshare', '-m', 'sh', '-c', [...mounts, run].join(' && ')];
}

/** Starts Postfix and comes back when it takes connections. */
export async function startPostfix(options: PostfixOptions): Promise<Postfix> {
  const directory = layOut(options);
  const [program = '', ...words] = command(directory, options.unpacked);
  const child = spawn(program, words, { stdio: ['ignore', 'pipe', 'pipe'] });
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
  if (!(await untilAnswered(options.addresses, [25, 465, 587], () => child.exitCode === null))) {
    const said = `${complaint}\n${log()}`;
    await stop();
    throw new Error(`Postfix did not start: ${said}`);
  }
  return {
    log,
    stop,
    async messages() {
      const folder = join(directory, 'mail', 'box', 'new');
      const names = existsSync(folder) ? await readdir(folder) : [];
      return Promise.all(names.sort().map((name) => readFile(join(folder, name), 'utf8')));
    },
  };
}
