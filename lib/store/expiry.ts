import 'server-only';
import type { Store } from './open-store';

export const keptMs = 7 * 24 * 60 * 60 * 1000;

/** So many rows of each table at a time: a long absence must not hold anybody up. */
const atOnce = 500;

/** Removes rows that have expired → whether some may be left. */
export async function removeExpired(store: Store, now: number): Promise<boolean> {
  const { numDeletedRows } = await store
    .deleteFrom('reports')
    .where('id', 'in', store.selectFrom('reports').select('id').where('expires', '<=', now).limit(atOnce))
    .executeTakeFirst();
  return numDeletedRows >= BigInt(atOnce);
}
