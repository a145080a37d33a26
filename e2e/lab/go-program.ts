/** Debian's Go: compiles what a test wrote, with Debian's libraries and a cache of our own, and no network. */
import { execFile, execFileSync } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { promisify } from 'node:util';
import { afterAll, beforeAll } from 'vitest';

export const goCompiler = '/usr/bin/go';
/** Where Debian puts the sources of a library. */
const goLibrary = (name: string) => `/usr/share/gocode/src/${name}`;

/** Why no Go program can be tried; undefined when one can. */
export function whyNoGo(...libraries: readonly string[]): string | undefined {
  const absent = [goCompiler, ...libraries.map(goLibrary)].find((path) => !existsSync(path));
  return absent === undefined
    ? undefined
    : `Skipped: ${absent} is not here (node scripts/mail-programs.mjs gets it on Debian).`;
}

/** Files of one program in a folder → the path of the program. */
export async function buildGo(directory: string, files: readonly string[]): Promise<string> {
  const cache = resolve('.outport/go-build');
  mkdirSync(cache, { recursive: true });
  const program = join(directory, 'program');
  await promisify(execFile)(goCompiler, ['build', '-o', program, ...files], {
    cwd: directory,
    env: { ...process.env, GOCACHE: cache, GOPATH: '/usr/share/gocode', GO111MODULE: 'off', CGO_ENABLED: '0' },
    timeout: 110_000,
  });
  return program;
}

/** A program that reads a text and prints JSON → the function that does; compiled before the tests around it. */
export function goReader(source: string): (text: string) => unknown {
  let directory: string;
  let program: string;
  beforeAll(async () => {
    directory = mkdtempSync(join(tmpdir(), 'outport-go-'));
    writeFileSync(join(directory, 'main.go'), source);
    program = await buildGo(directory, ['main.go']);
  }, 120_000);
  afterAll(() => rmSync(directory, { recursive: true }));
  return (text) => JSON.parse(execFileSync(program, { input: text, encoding: 'utf8' })) as unknown;
}
