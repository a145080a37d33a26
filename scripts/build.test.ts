import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { buildIfChanged } from './build.mjs';

let folder = '';
beforeEach(() => (folder = mkdtempSync(join(tmpdir(), 'outport-build-'))));
afterEach(() => {
  rmSync(folder, { recursive: true });
});

/** Builds as Next does, with a name of its own each time; counts how often. */
function builder(succeeds = true) {
  let builds = 0;
  const build = () => {
    builds += 1;
    mkdirSync(join(folder, 'out'), { recursive: true });
    writeFileSync(join(folder, 'out/BUILD_ID'), `build-${String(builds)}`);
    return Promise.resolve(succeeds);
  };
  return { build, built: () => builds };
}

const ask = (hash: string, build: () => Promise<boolean>) =>
  buildIfChanged({ folder: join(folder, 'out'), hash, build });

it('what was built is not built again until its hash changes', async () => {
  const { build, built } = builder();
  expect(await ask('a', build)).toBe(true);
  expect(await ask('a', build)).toBe(true);
  expect(built()).toBe(1);
  expect(await ask('b', build)).toBe(true);
  expect(built()).toBe(2);
  expect(await ask('a', build)).toBe(true);
  expect(built()).toBe(3);
});

it('a build that failed is no build, even of what was built before', async () => {
  const { build, built } = builder();
  await ask('a', build);
  expect(await ask('b', builder(false).build)).toBe(false);
  await ask('a', build);
  expect(built()).toBe(2);
});

it('a build that somebody else made in the same place is not taken for ours', async () => {
  const { build, built } = builder();
  await ask('a', build);
  writeFileSync(join(folder, 'out/BUILD_ID'), 'by hand');
  await ask('a', build);
  expect(built()).toBe(2);
});

/** A process that builds under the lock for as long as its input stays open, and writes down when it began and ended. */
function building(name: string): ChildProcess {
  const here = (file: string) => JSON.stringify(new URL(file, import.meta.url).href);
  const text = `
    import { appendFileSync, mkdirSync, writeFileSync } from 'node:fs';
    import { once } from 'node:events';
    import { buildIfChanged } from ${here('./build.mjs')};
    import { oneAtATime } from ${here('./one-at-a-time.mjs')};
    const log = (what) => appendFileSync('log', what + '\\n');
    const build = async () => {
      log('${name} begins');
      mkdirSync('out', { recursive: true });
      writeFileSync('out/BUILD_ID', '${name}');
      await once(process.stdin.resume(), 'end');
      log('${name} ends');
      return true;
    };
    await oneAtATime('lock', () => buildIfChanged({ folder: 'out', hash: 'a', build }), () => log('${name} waits'));
    log('${name} is served');`;
  return spawn(process.execPath, ['--input-type=module', '-e', text], {
    cwd: folder,
    stdio: ['pipe', 'ignore', 'inherit'],
  });
}

const log = () => (existsSync(join(folder, 'log')) ? readFileSync(join(folder, 'log'), 'utf8').trim().split('\n') : []);
const logged = (line: string) => expect.poll(log, { timeout: 20_000 }).toContain(line);

it('of two starts at once one builds and the other waits for it', async () => {
  const first = building('first');
  await logged('first begins');
  const second = building('second');
  await logged('second waits');
  first.stdin?.end();
  await Promise.all([once(first, 'exit'), once(second, 'exit')]);
  expect(log().filter((line) => line.endsWith('begins'))).toEqual(['first begins']);
  expect(log()).toEqual(expect.arrayContaining(['first is served', 'second is served']));
});

it('a build that was killed is made again, also by one that waited for it', async () => {
  const first = building('first');
  await logged('first begins');
  const second = building('second');
  await logged('second waits');
  first.kill('SIGKILL');
  await logged('second begins');
  second.stdin?.end();
  await once(second, 'exit');
  expect(log().slice(-2)).toEqual(['second ends', 'second is served']);
  const third = building('third');
  await once(third, 'exit');
  expect(log().at(-1)).toBe('third is served');
});
