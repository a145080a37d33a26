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
  /**
   * What removes the row that it takes the place of, and gives its room back. Rows are locked before the counts, as where
   * expired ones are removed: in another order two of these could wait for each other.
   */
  readonly replace?: (transaction: Transaction<Tables>) => Promise<unknown>;
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
  { text, replace, insert }: NewRow,
  now: number,
  limits: Limits = currentLimits(),
): Promise<void> {
  const tryOnce = async () => {
    try {
      await store.transaction().execute(async (transaction) => {
        await replace?.(transaction);
        // Thrown, so that what it was to take the place of stays.
        if (!(await takeRoom(transaction, text, limits))) throw new StoreFull('The store is full.');
        await insert(transaction);
      });
      return true;
    } catch (error) {
      if (error instanceof StoreFull) return false;
      throw error;
    }
  };
  if (await tryOnce()) return;
  const { removed } = await removeExpired(store, now);
  if (removed === 0 || !(await tryOnce())) throw new StoreFull('The store is full.');
}
