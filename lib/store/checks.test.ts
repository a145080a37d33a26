import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { bringCheck, broughtCheck } from './checks';
import { removeExpired } from './expiry';
import { StoreFull } from './keep-row';
import { openStore, type Store } from './open-store';
import { inEveryPlace } from '@/e2e/lab/every-place';
import { countAnew, rowBytes } from './usage';

const now = Date.UTC(2026, 10, 25);
const lifeMs = 70 * 60_000;
const usageOf = (store: Store) => store.selectFrom('usage').select(['rows', 'bytes']).executeTakeFirst();

inEveryPlace((place) => {
  let store: Store;
  beforeEach(async () => {
    store = await openStore(place());
    await store.deleteFrom('checks').execute();
    await countAnew(store);
  });
  afterEach(async () => {
    vi.unstubAllEnvs();
    await store.destroy();
  });

  it('a newer result takes the place of an older one, and its room', async () => {
    await bringCheck(store, 'run', 'a long first result', now);
    await bringCheck(store, 'run', 'second', now + 1);
    expect(await broughtCheck(store, 'run', 0, now)).toEqual({ token: 'second', at: now + 1 });
    expect(await broughtCheck(store, 'run', now + 1, now)).toBeUndefined();
    expect(await usageOf(store)).toEqual({ rows: 1, bytes: rowBytes + 6 });
  });

  it('where there is no room for a newer one the older one stays', async () => {
    vi.stubEnv('OUTPORT_STORE_MB', '1');
    await bringCheck(store, 'run', 'first', now);
    await expect(bringCheck(store, 'run', 'x'.repeat(1_048_576), now + 1)).rejects.toBeInstanceOf(StoreFull);
    expect(await broughtCheck(store, 'run', 0, now)).toEqual({ token: 'first', at: now });
    expect(await usageOf(store)).toEqual({ rows: 1, bytes: rowBytes + 5 });
  });

  it('results of expired runs and their removal do not wait for each other', async () => {
    const runs = Array.from({ length: 20 }, (_, index) => `run ${index}`);
    for (const run of runs) await bringCheck(store, run, 'old', now - lifeMs);
    const other = await openStore(place());
    await Promise.all([
      ...runs.map((run) => bringCheck(store, run, 'new', now)),
      removeExpired(other, now),
      removeExpired(store, now),
    ]);
    for (const run of runs) expect(await broughtCheck(store, run, 0, now)).toMatchObject({ token: 'new' });
    expect(await usageOf(store)).toEqual({ rows: 20, bytes: 20 * (rowBytes + 3) });
    await other.destroy();
  });
});
