/** A web server of somebody's site in a place of its own: PHP, behind a firewall that is not the wizard's. */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { setTimeout as pause } from 'node:timers/promises';
import { openDoor } from './door';
import { freePorts } from './free-ports';
import { makeScratch } from './scratch-folder.mjs';
import type { Place } from './star';

export type WebHost = {
  readonly place: Place;
  /** The address that people open. */
  readonly site: string;
  /** The folder of the website. */
  readonly folder: string;
  /** Runs a command in that folder, as somebody does who has a shell there → what it printed. */
  run(command: readonly string[], input?: string): Promise<string>;
  stop(): Promise<void>;
};

const isServed = (site: string) =>
  fetch(site).then(
    () => true,
    () => false,
  );

/** `authority` is PEM: what PHP there trusts. */
export async function startWebHost(place: Place, authority: string): Promise<WebHost> {
  const scratch = makeScratch('e2e');
  const folder = join(scratch, 'site');
  mkdirSync(folder);
  const authorityFile = join(scratch, 'authority.pem');
  writeFileSync(authorityFile, authority);
  // Where OpenSSL looks, in PHP and Python alike; every notice of PHP's goes where no result goes.
  const env = { ...process.env, SSL_CERT_FILE: authorityFile };
  const php = ['-d', 'error_reporting=-1', '-d', 'display_errors=stderr', '-d', 'log_errors=0'];
  const [program = '', ...inside] = place.inside;
  const [port = 0] = await freePorts(1);
  const words = [...inside, 'php', ...php, '-S', `127.0.0.1:${port}`, '-t', folder];
  const server = spawn(program, words, { env, stdio: 'ignore' });
  const gone = once(server, 'exit');
  const door = await openDoor(place.inside, port);
  const site = `http://127.0.0.1:${port}`;
  // The door is open whether or not somebody is behind it.
  for (let tries = 0; !(await isServed(site)); tries += 1) {
    if (tries > 300 || server.exitCode !== null) throw new Error("PHP's web server did not start.");
    await pause(25);
  }
  return {
    place,
    site,
    folder,
    async run(command, input = '') {
      const child = spawn(program, [...inside, ...command], { cwd: folder, env });
      child.stdin.end(input);
      const [said, complaints] = await Promise.all([text(child.stdout), text(child.stderr)]);
      if (complaints !== '') throw new Error(complaints);
      return said;
    },
    async stop() {
      server.kill('SIGTERM');
      await gone;
      await door.close();
      rmSync(scratch, { recursive: true, force: true });
    },
  };
}
