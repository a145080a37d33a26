import { mkdtempSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { sql } from 'kysely';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { keptMs, removeExpired } from './expiry';
import { openStore, storePlace, type Store, type StorePlace } from './open-store';
import { createReport, deleteReport, readReport } from './reports';
import { startPostgres, whyNoPostgres, type TestPostgres } from '@/e2e/lab/postgres';
import { makeToken } from './token';

const now = Date.UTC(2026, 10, 24);
const fail = (error: Error) => {
  throw error;
};

/** What every place keeps to. `place` is empty at the start of each test. */
function contract(place: () => StorePlace): void {
  let store: Store;
  beforeEach(async () => {
    store = await openStore(place(), fail);
    await store.deleteFrom('reports').execute();
  });
  afterEach(() => store.destroy());

  it('gives back what was kept, to whoever knows its address, and to nobody else', async () => {
    const body = JSON.stringify({ text: '"quotes" \u{1f600} </script> \\ %' });
    const { id, expires } = await createReport(store, body, now);
    expect(id).toMatch(/^[\w-]{22}$/);
    expect(await readReport(store, id, now)).toEqual({ body, expires: now + keptMs });
    expect(expires).toBe(now + keptMs);
    for (const other of [makeToken(), '', `${id}x`, id.slice(1), "' OR 1=1 --"])
      expect(await readReport(store, other, now)).toBeUndefined();
  });

  it('takes a report of the largest size', async () => {
    const body = JSON.stringify('x'.repeat(262_142));
    const { id } = await createReport(store, body, now);
    expect((await readReport(store, id, now))?.body).toBe(body);
  });

  it('deletes with its token alone, which it does not keep', async () => {
    const [mine, other] = [await createReport(store, '{}', now), await createReport(store, '{}', now)];
    for (const token of [other.deleteToken, mine.id, makeToken(), '', `${mine.deleteToken}=`])
      expect(await deleteReport(store, mine.id, token)).toBe(false);
    expect(await readReport(store, mine.id, now)).toBeDefined();
    expect(JSON.stringify(await store.selectFrom('reports').selectAll().execute())).not.toContain(mine.deleteToken);
    expect(await deleteReport(store, mine.id, mine.deleteToken)).toBe(true);
    expect(await readReport(store, mine.id, now)).toBeUndefined();
    expect(await deleteReport(store, mine.id, mine.deleteToken)).toBe(false);
    expect(await readReport(store, other.id, now)).toBeDefined();
  });

  it('shows nothing that has expired, and removes it, a bounded number at a time', async () => {
    const old = await createReport(store, '{}', now - keptMs);
    const fresh = await createReport(store, '{}', now - keptMs + 1);
    expect(await readReport(store, old.id, now)).toBeUndefined();
    expect(await readReport(store, fresh.id, now)).toBeDefined();
    expect(await removeExpired(store, now)).toEqual({ removed: 1, isMore: false });
    expect(await store.selectFrom('reports').select('id').execute()).toEqual([{ id: fresh.id }]);
    const many = Array.from({ length: 150 }, (_, index) => ({
      id: `old-${index}`,
      delete_hash: '',
      created: 0,
      expires: 1,
      body: '{}',
    }));
    await store.insertInto('reports').values(many).execute();
    expect(await removeExpired(store, now)).toEqual({ removed: 100, isMore: true });
    expect(await removeExpired(store, now)).toEqual({ removed: 50, isMore: false });
    expect(await store.selectFrom('reports').select('id').execute()).toEqual([{ id: fresh.id }]);
  });

  it('is seen at once by another instance', async () => {
    const second = await openStore(place(), fail);
    const { id, deleteToken } = await createReport(store, '{"from":"the first"}', now);
    expect((await readReport(second, id, now))?.body).toBe('{"from":"the first"}');
    expect(await deleteReport(second, id, deleteToken)).toBe(true);
    expect(await readReport(store, id, now)).toBeUndefined();
    await second.destroy();
  });
}

/** Eight instances that find nothing there, at once. */
async function startTogether(place: StorePlace): Promise<void> {
  const stores = await Promise.all(Array.from({ length: 8 }, () => openStore(place, fail)));
  const kept = await Promise.all(stores.map((store) => createReport(store, '{}', now)));
  for (const { id } of kept) expect(await readReport(stores[0] ?? fail(new Error('none')), id, now)).toBeDefined();
  await Promise.all(stores.map((store) => store.destroy()));
}

describe('a file of SQLite', () => {
  const folder = mkdtempSync(join(tmpdir(), 'outport-store-'));
  const place = { folder: join(folder, 'deep', 'data') };
  afterAll(() => rmSync(folder, { recursive: true }));
  contract(() => place);

  it('belongs to its user alone', () => {
    const mode = (name: string) => statSync(join(place.folder, name)).mode & 0o777;
    expect([mode('.'), mode('outport.sqlite')]).toEqual([0o700, 0o600]);
  });

  it('several that start at once make its tables once', () => startTogether({ folder: join(folder, 'together') }));

  it('syncs every commit to the disk, and looks rows up by an index', async () => {
    const store = await openStore(place, fail);
    const pragma = async (name: string): Promise<unknown[]> => {
      const { rows } = await sql.raw<Record<string, unknown>>(`PRAGMA ${name}`).execute(store);
      return Object.values(rows[0] ?? {});
    };
    expect(await pragma('synchronous')).toEqual([2]);
    expect(await pragma('journal_mode')).toEqual(['wal']);
    const plan = await sql<{ detail: string }>`EXPLAIN QUERY PLAN SELECT body FROM reports WHERE id = 'x'`.execute(
      store,
    );
    expect(plan.rows.map(({ detail }) => detail).join()).toMatch(/SEARCH reports USING INDEX/);
    await store.destroy();
  });
});

describe.skipIf(whyNoPostgres !== undefined)('PostgreSQL', () => {
  let postgres: TestPostgres;
  beforeAll(async () => {
    postgres = await startPostgres();
    await startTogether({ postgres: postgres.url });
  }, 60_000);
  afterAll(() => postgres.stop());
  contract(() => ({ postgres: postgres.url }));
});

it('is where the environment says, and a file in .outport otherwise', () => {
  expect(storePlace({})).toEqual({ folder: '.outport' });
  expect(storePlace({ OUTPORT_DATA: '/data' })).toEqual({ folder: '/data' });
  expect(storePlace({ OUTPORT_DATA: '/data', DATABASE_URL: 'postgres://x' })).toEqual({ postgres: 'postgres://x' });
});
