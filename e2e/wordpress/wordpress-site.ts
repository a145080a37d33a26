/**
 * A real WordPress on a real MariaDB, in a folder of its own: no web server, PHP runs its code. `scripts/wordpress.mjs`
 * gets both; `whyNoWordPress` says in one sentence when they are not there.
 */
import { execFile, execFileSync, spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { connect } from 'node:net';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import * as z from 'zod/mini';
import { makeScratch } from '../lab/scratch-folder.mjs';

const here = (path: string) => fileURLToPath(new URL(path, import.meta.url));
const core = here('../../.outport/wordpress/usr/share/wordpress');
const databaseServer = '/usr/sbin/mariadbd';
const stopLine = "/* That's all, stop editing!";

export type Mail = {
  readonly to: string;
  readonly subject: string;
  readonly text: string;
  readonly headers?: readonly string[];
};
const outcomesSchema = z.array(z.strictObject({ sent: z.boolean(), error: z.string() }));
type MailOutcome = z.output<typeof outcomesSchema>[number];

export type WordPressSite = {
  readonly version: string;
  /** Where it lies. */
  readonly directory: string;
  /** Puts the text into wp-config.php, above the line that says to stop editing; replaces what was put there before. */
  configure(constants: string): void;
  /** File names and their texts: the must-use plugins, and no others. */
  setMustUsePlugins(files: Readonly<Record<string, string>>): void;
  /** Gives the mails to wp_mail() in one PHP process. `authority` is the file of certificates PHP trusts, instead of the system's. */
  mail(mails: readonly Mail[], authority?: string): Promise<readonly MailOutcome[]>;
  /** Ends the database and removes the folder. */
  stop(): Promise<void>;
};

function hasMysqli(): boolean {
  try {
    return execFileSync('php', ['-m'], { encoding: 'utf8' }).includes('mysqli');
  } catch {
    return false;
  }
}

/** Why WordPress cannot be run here, in a sentence; undefined when it can. */
export function whyNoWordPress(): string | undefined {
  if (!existsSync(core)) return 'Skipped: WordPress is not here (node scripts/wordpress.mjs gets it on Debian).';
  if (!existsSync(databaseServer)) return 'Skipped: MariaDB is not installed (Debian package mariadb-server-core).';
  if (!hasMysqli()) return 'Skipped: PHP cannot talk to MariaDB (Debian packages php-cli and php-mysql).';
  return undefined;
}

async function startDatabase(directory: string) {
  const socket = join(directory, 'database.sock');
  // Without grant tables nobody has to be made up: only this folder's owner reaches the socket.
  const child = spawn(databaseServer, [
    '--no-defaults',
    `--datadir=${join(directory, 'database')}`,
    `--socket=${socket}`,
    `--pid-file=${join(directory, 'database.pid')}`,
    '--skip-networking',
    '--skip-grant-tables',
    '--innodb-flush-log-at-trx-commit=0',
    ...(process.getuid?.() === 0 ? ['--user=root'] : []),
  ]);
  let said = '';
  child.stderr.on('data', (bytes: Buffer) => (said += bytes.toString()));
  const gone = once(child, 'exit');
  const stop = async () => {
    if (child.exitCode === null && child.signalCode === null) child.kill('SIGTERM');
    await gone;
  };
  for (let tries = 0; ; tries += 1) {
    const probe = connect(socket);
    const answered = await once(probe, 'connect').then(
      () => true,
      () => false,
    );
    probe.destroy();
    if (answered) return { stop };
    if (tries > 400 || child.exitCode !== null) {
      await stop();
      throw new Error(`MariaDB did not start: ${said}`);
    }
    await pause(25);
  }
}

/** Runs a script of this folder on the site and returns what it printed. */
async function php(script: string, directory: string, input: string, settings: readonly string[]): Promise<string> {
  const options = ['display_errors=0', ...settings].flatMap((setting) => ['-d', setting]);
  return new Promise((resolve, reject) => {
    const child = execFile(
      'php',
      [...options, here(script), directory],
      { timeout: 60_000 },
      (error, stdout, stderr) =>
        error ? reject(new Error(`${script}: ${stderr}${stdout}`, { cause: error })) : resolve(stdout),
    );
    child.stdin?.end(input);
  });
}

function layOut(): string {
  const directory = makeScratch('wordpress');
  for (const name of readdirSync(core)) if (name !== 'wp-content') symlinkSync(join(core, name), join(directory, name));
  rmSync(join(directory, 'wp-config.php')); // Debian's own
  for (const part of ['database', 'wp-content/mu-plugins', 'wp-content/plugins', 'wp-content/themes'])
    mkdirSync(join(directory, part), { recursive: true });
  return directory;
}

/** Installs a fresh site. */
export async function startWordPress(): Promise<WordPressSite> {
  const directory = layOut();
  const configure = (constants: string) => {
    const template = readFileSync(here('wp-config.php'), 'utf8');
    writeFileSync(
      join(directory, 'wp-config.php'),
      template.replace(stopLine, () => `${constants}\n${stopLine}`),
    );
  };
  configure('');
  const database = await startDatabase(directory);
  const stop = async () => {
    await database.stop();
    rmSync(directory, { recursive: true, force: true });
  };
  try {
    const version = await php('install.php', directory, '', []);
    return {
      version,
      directory,
      configure,
      setMustUsePlugins: (files) => {
        const folder = join(directory, 'wp-content/mu-plugins');
        rmSync(folder, { recursive: true });
        mkdirSync(folder);
        for (const [name, text] of Object.entries(files)) writeFileSync(join(folder, name), text);
      },
      mail: async (mails, authority) => {
        const trust = authority === undefined ? [] : [`openssl.cafile=${authority}`];
        return outcomesSchema.parse(JSON.parse(await php('send.php', directory, JSON.stringify(mails), trust)));
      },
      stop,
    };
  } catch (error) {
    await stop();
    throw error;
  }
}
