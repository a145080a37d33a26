import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, it } from 'vitest';
import { openStore } from './open-store';
import { createReport, readReport, type Kept } from './reports';

const folder = mkdtempSync(join(tmpdir(), 'outport-durability-'));
afterAll(() => rmSync(folder, { recursive: true }));

/** A process that keeps reports; `ids` are those it said were kept. */
function startWriter(data: string) {
  const child = spawn(process.execPath, ['e2e/bench/run-typescript.mjs', 'lib/store/testing/keep-on-writing.ts'], {
    env: { ...process.env, OUTPORT_DATA: data },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let said = '';
  let complained = '';
  child.stderr.setEncoding('utf8').on('data', (text: string) => (complained += text));
  const ids = () => said.split('\n').slice(0, -1);
  const hasKept = (count: number) =>
    new Promise<void>((resolve, reject) => {
      child.stdout.setEncoding('utf8').on('data', (text: string) => {
        said += text;
        if (ids().length >= count) resolve();
      });
      child.on('exit', () => reject(new Error(complained)));
    });
  const kill = async () => {
    const gone = once(child, 'exit');
    child.kill('SIGKILL');
    await gone;
  };
  return { ids, hasKept, kill };
}

it('three processes begin on a folder that is not there; each is killed at some moment, and nothing shown is lost', async () => {
  const data = join(folder, 'killed');
  const writers = [1, 2, 3].map(() => startWriter(data));
  await Promise.all(
    writers.map(async (writer, index) => {
      await writer.hasKept(20 + index * 7);
      await writer.kill();
    }),
  );
  const store = await openStore({ folder: data });
  const ids = writers.flatMap((writer) => writer.ids());
  expect(ids.length).toBeGreaterThanOrEqual(60);
  for (const id of ids) expect(JSON.parse((await readReport(store, id, Date.now()))?.body ?? 'null')).toBeTruthy();
  await store.destroy();
}, 120_000);

/** The middle one of many runs, so that one that the machine held up does not count. */
async function middleMs(run: () => Promise<unknown>): Promise<number> {
  const times: number[] = [];
  for (let time = 0; time < 300; time += 1) {
    const before = performance.now();
    await run();
    times.push(performance.now() - before);
  }
  return times.sort((a, b) => a - b)[times.length / 2] ?? 0;
}

it('a hundred thousand kept reports make reading one no slower than ten do', async () => {
  const place = { folder: join(folder, 'many') };
  const store = await openStore(place);
  const body = JSON.stringify({ text: 'x'.repeat(500) });
  const kept: Kept[] = [];
  for (let index = 0; index < 10; index += 1) kept.push(await createReport(store, body, Date.now()));
  const read = () => readReport(store, kept[4]?.id ?? '', Date.now());
  const few = await middleMs(read);
  const expires = Date.now() + 1_000_000;
  await store.transaction().execute(async (transaction) => {
    for (let done = 0; done < 100_000; done += 1000) {
      const rows = Array.from({ length: 1000 }, (_, index) => {
        return { id: `row-${done + index}`, delete_hash: 'x', created: 1, expires, body };
      });
      await transaction.insertInto('reports').values(rows).execute();
    }
  });
  expect(
    await store
      .selectFrom('reports')
      .select(({ fn }) => fn.countAll().as('count'))
      .execute(),
  ).toEqual([{ count: 100_010 }]);
  // A search through all of them would take thousands of times as long.
  expect(await middleMs(read)).toBeLessThan(few * 5);
  await store.destroy();
}, 120_000);
