/**
 * Starts a real Exim of Debian's on loopback, from a configuration of our own in a folder of its own. Exim drops to the
 * user Debian-exim by itself and has to be started by root; `whyNoExim` says in one sentence when it cannot be.
 */
import { execFileSync, spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { readdir, readFile } from 'node:fs/promises';
import { connect } from 'node:net';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { eximConfiguration, type Mechanism } from './exim-configuration';
import { freePorts } from './free-ports';
import { makeScratch } from './scratch-folder.mjs';

const binary = '/usr/sbin/exim4';

type EximUser = { readonly username: string; readonly password: string };
export type EximOptions = {
  readonly certificate: string;
  readonly key: string;
  /** Whether STARTTLS is offered on `ports`; on unless switched off. */
  readonly starttls?: boolean;
  /** The port on which TLS starts with the first byte: 0 (usual) finds a free one, false opens none. */
  readonly implicitPort?: number | false;
  /** The other ports; 0 finds a free one. One free port unless said otherwise. */
  readonly ports?: readonly number[];
  /** The addresses it listens on; 127.0.0.1 unless said otherwise. */
  readonly addresses?: readonly string[];
  /** Statements of the recipient's ACL that come before the usual ones. */
  readonly acl?: string;
  /** The largest message taken, in bytes. */
  readonly sizeLimit?: number;
  /** Who may log in. Nobody: mail is taken without login, and AUTH is not offered. */
  readonly users: readonly EximUser[];
  /** How they may; PLAIN and LOGIN unless said otherwise. */
  readonly mechanisms?: readonly Mechanism[];
  /** Keeps a client waiting between DATA and its 354 (the log then has `holdingLine`). Off unless switched on. */
  readonly holds?: boolean;
};
export type Exim = {
  readonly ports: readonly number[];
  /** The same as `ports[0]`. */
  readonly port: number;
  /** 0 when none was opened. */
  readonly implicitPort: number;
  /** Everything Exim logged so far; `C=` lists the commands of a session that sent no mail. */
  log(): string;
  /** Every message delivered so far, as it lies in the maildir, oldest first. */
  messages(): Promise<string[]>;
  /** Ends Exim and removes its folder. */
  stop(): Promise<void>;
};

/** Why Exim cannot be started here, in a sentence; undefined when it can. */
export function whyNoExim(): string | undefined {
  if (process.platform !== 'linux' || process.getuid?.() !== 0)
    return 'Skipped: Exim has to be started by root on Linux.';
  if (!existsSync(binary)) return 'Skipped: Exim is not installed (Debian package exim4-daemon-light).';
  return undefined;
}

async function answers(address: string, port: number): Promise<boolean> {
  const socket = connect(port, address);
  try {
    await once(socket, 'connect');
    return true;
  } catch {
    return false;
  } finally {
    socket.destroy();
  }
}

function layOut(options: EximOptions): string {
  const directory = makeScratch('exim');
  for (const part of ['spool', 'log', 'mail']) mkdirSync(join(directory, part));
  writeFileSync(join(directory, 'certificate.pem'), options.certificate);
  writeFileSync(join(directory, 'key.pem'), options.key, { mode: 0o600 });
  const encoded = (text: string) => Buffer.from(text).toString('base64');
  writeFileSync(
    join(directory, 'users'),
    options.users.map((user) => `${encoded(user.username)}: ${encoded(user.password)}\n`).join(''),
  );
  execFileSync('chown', [
    '-R',
    'Debian-exim:Debian-exim',
    ...['spool', 'log', 'mail', 'key.pem', 'users'].map((part) => join(directory, part)),
  ]);
  return directory;
}

async function delivered(directory: string): Promise<string[]> {
  const folder = join(directory, 'mail', 'new');
  const names = existsSync(folder) ? await readdir(folder) : [];
  return Promise.all(names.sort().map((name) => readFile(join(folder, name), 'utf8')));
}

/** Starts Exim and comes back when it takes connections on every port. */
export async function startExim(options: EximOptions): Promise<Exim> {
  const { ports: wanted = [0], implicitPort: wantedImplicit = 0, addresses = ['127.0.0.1'] } = options;
  const free = [...(await freePorts(wanted.length + 1))];
  const pick = (port: number) => (port === 0 ? (free.pop() ?? 0) : port);
  const ports = wanted.map(pick);
  const implicitPort = wantedImplicit === false ? undefined : pick(wantedImplicit);
  const directory = layOut(options);
  const file = join(directory, 'exim.conf');
  writeFileSync(
    file,
    eximConfiguration({
      directory,
      addresses,
      ports,
      implicitPort,
      starttls: options.starttls ?? true,
      mechanisms: options.users.length > 0 ? (options.mechanisms ?? ['PLAIN', 'LOGIN']) : [],
      holds: options.holds ?? false,
      ...(options.acl === undefined ? {} : { acl: options.acl }),
      ...(options.sizeLimit === undefined ? {} : { sizeLimit: options.sizeLimit }),
    }),
    { mode: 0o644 },
  );
  const child = spawn(binary, ['-C', file, '-bdf'], { stdio: ['ignore', 'ignore', 'pipe'] });
  let complaint = '';
  child.stderr.on('data', (bytes: Buffer) => (complaint += bytes.toString()));
  const gone = once(child, 'exit');
  const log = () =>
    ['mainlog', 'rejectlog', 'paniclog']
      .map((name) => join(directory, 'log', name))
      .filter((path) => existsSync(path))
      .map((path) => readFileSync(path, 'utf8'))
      .join('');
  const stop = async () => {
    if (child.exitCode === null && child.signalCode === null) child.kill('SIGTERM');
    await gone;
    rmSync(directory, { recursive: true, force: true, maxRetries: 5, retryDelay: 50 });
  };
  const all = [...ports, ...(implicitPort === undefined ? [] : [implicitPort])];
  for (const [address, port] of addresses.flatMap((one) => all.map((port) => [one, port] as const))) {
    for (let tries = 0; !(await answers(address, port)); tries += 1) {
      if (tries > 100 || child.exitCode !== null) {
        const said = `${complaint}\n${log()}`;
        await stop();
        throw new Error(`Exim did not start on ${address}, port ${port}: ${said}`);
      }
      await pause(25);
    }
  }
  return {
    ports,
    port: ports[0] ?? 0,
    implicitPort: implicitPort ?? 0,
    log,
    messages: () => delivered(directory),
    stop,
  };
}
