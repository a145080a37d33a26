import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { acceptArrival, createArrival } from './arrivals';
import { keptMs } from './expiry';
import { StoreFull } from './keep-row';
import { readLimits } from './limits';
import { openStore, type Store, type StorePlace } from './open-store';
import { createReport, deleteReport, readReport } from './reports';
import { inEveryPlace } from '@/e2e/lab/every-place';
import { countAnew, rowBytes } from './usage';

const now = Date.UTC(2026, 10, 24);
const megabyte = 1_048_576;
const usageOf = (store: Store) => store.selectFrom('usage').select(['rows', 'bytes']).executeTakeFirst();

/** The same of every place. */
function contract(place: () => StorePlace): void {
  let store: Store;
  beforeEach(async () => {
    store = await openStore(place());
    for (const table of ['reports', 'arrivals', 'checks'] as const) await store.deleteFrom(table).execute();
    await countAnew(store);
  });
  afterEach(async () => {
    vi.unstubAllEnvs();
    await store.destroy();
  });

  it('refuses the row that is one too many, keeps the others, and takes one again when one is deleted', async () => {
    vi.stubEnv('OUTPORT_STORE_ROWS', '3');
    const reports = [await createReport(store, '{"a":1}', now), await createReport(store, '{"b":2}', now)];
    await createArrival(store, '<one@shop.test>', now);
    await expect(createReport(store, '{}', now)).rejects.toBeInstanceOf(StoreFull);
    await expect(createArrival(store, '<two@shop.test>', now)).rejects.toBeInstanceOf(StoreFull);
    await acceptArrival(store, '<one@shop.test>', now);
    for (const { id } of reports) expect(await readReport(store, id, now)).toBeDefined();
    const [first] = reports;
    await deleteReport(store, first?.id ?? '', first?.deleteToken ?? '');
    await createReport(store, '{}', now);
    await expect(createReport(store, '{}', now)).rejects.toBeInstanceOf(StoreFull);
    expect(await usageOf(store)).toEqual({ rows: 3, bytes: 3 * rowBytes + 9 });
  });

  it('refuses the bytes that are too many, while something smaller still fits', async () => {
    vi.stubEnv('OUTPORT_STORE_MB', '1');
    const body = JSON.stringify('\u00e9'.repeat(131_000));
    for (let kept = 0; kept < 3; kept += 1) await createReport(store, body, now);
    await expect(createReport(store, body, now)).rejects.toBeInstanceOf(StoreFull);
    await createReport(store, '{}', now);
    const usage = { rows: 4, bytes: 4 * rowBytes + 3 * Buffer.byteLength(body) + 2 };
    expect(await usageOf(store)).toEqual(usage);
    await countAnew(store);
    expect(await usageOf(store)).toEqual(usage);
  });

  it('makes room by what has expired, and by nothing else', async () => {
    vi.stubEnv('OUTPORT_STORE_ROWS', '2');
    const old = await createReport(store, '{}', now - keptMs);
    const fresh = await createReport(store, '{}', now - keptMs + 1);
    const { id } = await createReport(store, '{"the":"new one"}', now);
    await expect(createReport(store, '{}', now)).rejects.toBeInstanceOf(StoreFull);
    const ids = await store.selectFrom('reports').select('id').execute();
    expect(ids.map((row) => row.id).sort()).toEqual([fresh.id, id].sort());
    expect(ids).not.toContainEqual({ id: old.id });
  });

  it('of twenty rows at once from three instances as many are kept as fit', async () => {
    vi.stubEnv('OUTPORT_STORE_ROWS', '7');
    const others = await Promise.all([1, 2, 3].map(() => openStore(place())));
    const results = await Promise.allSettled(
      Array.from({ length: 20 }, (_, index) => createReport(others[index % 3] ?? store, '{}', now)),
    );
    expect(results.filter(({ status }) => status === 'fulfilled')).toHaveLength(7);
    expect(await store.selectFrom('reports').select('id').execute()).toHaveLength(7);
    expect(await usageOf(store)).toEqual({ rows: 7, bytes: 7 * (rowBytes + 2) });
    await Promise.all(others.map((other) => other.destroy()));
  });

  it('counts nothing of a row that could not be inserted', async () => {
    await createArrival(store, '<twice@shop.test>', now);
    await expect(createArrival(store, '<twice@shop.test>', now)).rejects.not.toBeInstanceOf(StoreFull);
    expect(await usageOf(store)).toEqual({ rows: 1, bytes: rowBytes });
  });

  it('finds out what is there when it is opened, whoever put it there', async () => {
    const row = { id: 'by-hand', delete_hash: '', created: now, expires: now + 1, body: '"\u00e9"' };
    await store.insertInto('reports').values(row).execute();
    await (await openStore(place())).destroy();
    expect(await usageOf(store)).toEqual({ rows: 1, bytes: rowBytes + 4 });
  });
}

inEveryPlace(contract);

it('the limits are what the environment says, a gigabyte and half a million rows otherwise, and never guessed', () => {
  expect(readLimits({})).toEqual({ limits: { rows: 500_000, bytes: 1024 * megabyte } });
  expect(readLimits({ OUTPORT_STORE_MB: '', OUTPORT_STORE_ROWS: '' })).toEqual(readLimits({}));
  expect(readLimits({ OUTPORT_STORE_MB: '5', OUTPORT_STORE_ROWS: '9' })).toEqual({
    limits: { rows: 9, bytes: 5 * megabyte },
  });
  for (const wrong of ['0', '-1', '1.5', '1e3', 'much', ' 5', '9999999999'])
    for (const name of ['OUTPORT_STORE_MB', 'OUTPORT_STORE_ROWS'])
      expect(readLimits({ [name]: wrong })).toEqual({
        problem: `${name} must be a whole number, 1 or more, or not be set.`,
      });
});
