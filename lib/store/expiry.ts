import 'server-only';
import type { Store } from './open-store';

export const keptMs = 7 * 24 * 60 * 60 * 1000;

/** So many rows of each table at a time: a long absence must not hold anybody up. */
const atOnce = 500;

/** Removes rows that have expired → whether some may be left. */
export async function removeExpired(store: Store, now: number): Promise<boolean> {
  const reports = store.selectFrom('reports').select('id').where('expires', '<=', now).limit(atOnce);
  const arrivals = store.selectFrom('arrivals').select('message_hash').where('expires', '<=', now).limit(atOnce);
  const checks = store.selectFrom('checks').select('run_hash').where('expires', '<=', now).limit(atOnce);
  const removed = [
    await store.deleteFrom('reports').where('id', 'in', reports).executeTakeFirst(),
    await store.deleteFrom('arrivals').where('message_hash', 'in', arrivals).executeTakeFirst(),
    await store.deleteFrom('checks').where('run_hash', 'in', checks).executeTakeFirst(),
  ];
  return removed.some(({ numDeletedRows }) => numDeletedRows >= BigInt(atOnce));
}
