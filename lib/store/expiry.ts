import 'server-only';
import { sql } from 'kysely';
import type { Store } from './open-store';
import { giveBack, keptTables } from './usage';

export const keptMs = 7 * 24 * 60 * 60 * 1000;

/**
 * So many rows of each table at a time: a long absence must not hold anybody up. Removing as many reports of the largest
 * size from a file takes some 10 ms, in which this process does nothing else.
 */
const atOnce = 100;

/** Removes rows that have expired → how many, and whether some may be left. */
export async function removeExpired(
  store: Store,
  now: number,
): Promise<{ readonly removed: number; readonly isMore: boolean }> {
  const counts: number[] = [];
  for (const { name, key, text } of keptTables) {
    const [table, id] = [sql.table(name), sql.ref(key)];
    const count = await store.transaction().execute(async (transaction) => {
      const { rows } = await sql<{ text: number }>`
        delete from ${table} where ${id} in (select ${id} from ${table} where expires <= ${now} limit ${atOnce})
        returning ${text} as ${sql.ref('text')}`.execute(transaction);
      await giveBack(
        transaction,
        rows.map((row) => row.text),
      );
      return rows.length;
    });
    counts.push(count);
  }
  return { removed: counts.reduce((sum, count) => sum + count, 0), isMore: counts.some((count) => count >= atOnce) };
}
