import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdirSync, mkdtempSync, rmSync, utimesSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { makeScratch, sweepScratch } from './scratch-folder.mjs';

const ours = new URL('./scratch-folder.mjs', import.meta.url).href;
let parent: string;
beforeEach(() => {
  parent = mkdtempSync(join(tmpdir(), 'sweep-'));
});
afterEach(() => rmSync(parent, { recursive: true, force: true }));

/** A process that makes a folder as a server's test does, and goes on running. */
async function run() {
  const code = `import { makeScratch } from ${JSON.stringify(ours)}; console.log(makeScratch('exim')); setInterval(() => {}, 1000);`;
  const child = spawn(process.execPath, ['--input-type=module', '-e', code], {
    env: { ...process.env, TMPDIR: parent },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const [line] = (await once(child.stdout, 'data')) as [Buffer];
  const kill = async () => {
    const gone = once(child, 'exit');
    child.kill('SIGKILL');
    await gone;
  };
  return { folder: line.toString().trim(), kill };
}

test('the folder of a run that was killed outright goes with the next one, and that of a running one stays', async () => {
  const killed = await run();
  const running = await run();
  await killed.kill();
  try {
    expect(existsSync(killed.folder)).toBe(true);
    const next = await run();
    expect(existsSync(killed.folder)).toBe(false);
    expect(existsSync(running.folder)).toBe(true);
    await next.kill();
  } finally {
    await running.kill();
  }
});

test('a server that outlived its killed run is ended, and nobody else', async () => {
  const killed = await run();
  const sleep = (...words: string[]) => spawn('sh', ['-c', 'while :; do sleep 1; done', ...words], { stdio: 'ignore' });
  const server = sleep(`-C${killed.folder}/exim.conf`);
  const other = sleep('something else');
  const ended = once(server, 'exit');
  mkdirSync(join(killed.folder, 'spool'));
  mkdirSync(join(killed.folder, 'run'));
  // The number of a process that has nothing to do with the folder, as after a long time.
  writeFileSync(join(killed.folder, 'spool/exim.pid'), `${other.pid ?? 0}\n`);
  writeFileSync(join(killed.folder, 'run/master.pid'), `${server.pid ?? 0}\n`);
  await killed.kill();
  sweepScratch(parent);
  await ended;
  const gone = once(other, 'exit');
  other.kill('SIGKILL');
  await gone;
  expect(other.signalCode, 'nobody else had ended it').toBe('SIGKILL');
});

test('a folder without its process in the name goes after a day, and what is not ours stays', () => {
  const old = new Date(Date.now() - 25 * 3_600_000);
  const make = (name: string, when = old) => {
    mkdirSync(join(parent, name));
    utimesSync(join(parent, name), when, when);
    return name;
  };
  const stale = [make('outport-exim-AbC123'), make('outport-e2e-4ayg9r')];
  const kept = [
    make('outport-exim-AbC124', new Date(Date.now() - 3_600_000)),
    make(`outport-exim-${process.pid}-AbC123`),
    make('outport-notes-AbC123'),
    make('other-exim-AbC123'),
  ];
  writeFileSync(join(parent, 'outport-lab-AbC123'), 'a file');
  utimesSync(join(parent, 'outport-lab-AbC123'), old, old);
  sweepScratch(parent);
  expect([...stale, ...kept].filter((name) => existsSync(join(parent, name)))).toEqual(kept);
  expect(existsSync(join(parent, 'outport-lab-AbC123'))).toBe(true);
});

test('a folder says whose it is', () => {
  const folder = makeScratch('e2e');
  expect(folder).toContain(`outport-e2e-${process.pid}-`);
  rmSync(folder, { recursive: true });
});
