import 'server-only';
import type { Transaction } from 'kysely';
import { removeExpired } from './expiry';
import { currentLimits, type Limits } from './limits';
import type { Store } from './open-store';
import type { Tables } from './tables';
import { takeRoom } from './usage';

/** A row that is to be kept: the bytes of its text, and what inserts it. */
export type NewRow = {
  readonly text: number;
  readonly insert: (transaction: Transaction<Tables>) => Promise<unknown>;
};

/** There is no room for a row: nothing was kept, and nothing was dropped for it. */
export class StoreFull extends Error {}

/**
 * Keeps a row where there is room; when this settles, it is on the disk. Throws StoreFull where there is none: what is
 * kept is never dropped for it, unless its time is over.
 */
export async function keepRow(
  store: Store,
  { text, insert }: NewRow,
  now: number,
  limits: Limits = currentLimits(),
): Promise<void> {
  const tryOnce = () =>
    store.transaction().execute(async (transaction) => {
      const hasRoom = await takeRoom(transaction, text, limits);
      if (hasRoom) await insert(transaction);
      return hasRoom;
    });
  if (await tryOnce()) return;
  const { removed } = await removeExpired(store, now);
  if (removed === 0 || !(await tryOnce())) throw new StoreFull('The store is full.');
}
