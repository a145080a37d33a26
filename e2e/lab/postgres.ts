import { execFile, spawn } from 'node:child_process';
import { once } from 'node:events';
import { chownSync, existsSync, mkdirSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { promisify } from 'node:util';
import { freePorts } from './free-ports';
import { makeScratch } from './scratch-folder.mjs';

/** A real PostgreSQL for one test, from Debian's package: its own cluster in a folder of its own, on a port of its own. */
export type TestPostgres = { readonly url: string; stop(): Promise<void> };

function folderOfPrograms(): string | undefined {
  const debian = '/usr/lib/postgresql';
  const versions = existsSync(debian) ? readdirSync(debian).sort((a, b) => Number(b) - Number(a)) : [];
  const folders = [
    ...versions.map((version) => join(debian, version, 'bin')),
    ...(process.env['PATH'] ?? '').split(delimiter),
  ];
  return folders.find((folder) => ['initdb', 'postgres'].every((name) => existsSync(join(folder, name))));
}

/** Why there is none here; undefined when there is. */
export const whyNoPostgres = folderOfPrograms() === undefined ? 'PostgreSQL is not installed.' : undefined;

/** It refuses to run as root; then another user of this system has to own it. */
function otherUser(): { readonly uid: number; readonly gid: number } | undefined {
  if (process.getuid?.() !== 0) return undefined;
  const lines = readFileSync('/etc/passwd', 'utf8').split('\n');
  const line = lines.find((text) => text.startsWith('postgres:')) ?? lines.find((text) => text.startsWith('nobody:'));
  const [, , uid, gid] = (line ?? '').split(':');
  return { uid: Number(uid), gid: Number(gid) };
}

/** Comes back when it takes connections. */
export async function startPostgres(): Promise<TestPostgres> {
  const programs = folderOfPrograms();
  if (programs === undefined) throw new Error('PostgreSQL is not installed.');
  const user = otherUser();
  const folder = makeScratch('postgres');
  const cluster = join(folder, 'cluster');
  mkdirSync(cluster);
  if (user !== undefined) chownSync(cluster, user.uid, user.gid);
  const options = { cwd: cluster, ...user, env: { ...process.env, LC_ALL: 'C' } };
  const initialise = ['-D', cluster, '-U', 'outport', '-A', 'trust', '-E', 'UTF8', '--no-sync'];
  await promisify(execFile)(join(programs, 'initdb'), initialise, options);
  const [port = 0] = await freePorts(1);
  // No socket of its own in the file system: its path may have 107 bytes at most, and this folder's can be longer.
  const settings = ['listen_addresses=127.0.0.1', 'unix_socket_directories=', 'fsync=off'];
  const words = ['-D', cluster, '-p', String(port), ...settings.flatMap((setting) => ['-c', setting])];
  const child = spawn(join(programs, 'postgres'), words, {
    ...options,
    stdio: ['ignore', 'ignore', 'pipe'],
  });
  const gone = once(child, 'exit');
  let said = '';
  const ready = new Promise<void>((resolve) => {
    child.stderr.setEncoding('utf8').on('data', (text: string) => {
      said += text;
      if (said.includes('ready to accept connections')) resolve();
    });
  });
  await Promise.race([ready, gone.then(() => Promise.reject(new Error(`PostgreSQL did not start.\n${said}`)))]);
  return {
    url: `postgres://outport@127.0.0.1:${port}/postgres`,
    stop: async () => {
      child.kill('SIGQUIT'); // at once, whoever is still connected
      await gone;
      rmSync(folder, { recursive: true, force: true });
    },
  };
}
