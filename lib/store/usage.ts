import 'server-only';
import { type Kysely, type RawBuilder, sql, type Transaction } from 'kysely';
import type { Limits } from './limits';
import type { Tables } from './tables';

/**
 * How much is kept, counted in the transaction that keeps or removes it: one row, so that no request has to count the
 * others, and so that several instances count together.
 */
const counts = 1;

/** What a row takes beside its text: its other fields, and itself in each index, rounded up. */
export const rowBytes = 512;

type KeptTable = {
  readonly name: Exclude<keyof Tables, 'usage'>;
  readonly key: string;
  /** The text of a row, in bytes; told from its head, without reading the text. */
  readonly text: RawBuilder<number>;
};

/** Every table whose rows are kept for a time. */
export const keptTables: readonly KeptTable[] = [
  { name: 'reports', key: 'id', text: sql`octet_length(body)` },
  { name: 'arrivals', key: 'message_hash', text: sql`0` },
  { name: 'checks', key: 'run_hash', text: sql`octet_length(token)` },
];

/** Room for one more row with so much text → true, and counted, when there is. */
export async function takeRoom(transaction: Transaction<Tables>, text: number, limits: Limits): Promise<boolean> {
  const size = rowBytes + text;
  const { numUpdatedRows } = await transaction
    .updateTable('usage')
    .set(({ eb }) => ({ rows: eb('rows', '+', 1), bytes: eb('bytes', '+', size) }))
    .where('id', '=', counts)
    .where('rows', '<', limits.rows)
    .where('bytes', '<=', limits.bytes - size)
    .executeTakeFirst();
  return numUpdatedRows > 0n;
}

/** Rows that are gone, as the size of each one's text. Said last in a transaction: who keeps something waits for it. */
export async function giveBack(transaction: Transaction<Tables>, texts: readonly number[]): Promise<void> {
  if (texts.length === 0) return;
  const size = texts.reduce((sum, text) => sum + rowBytes + text, 0);
  await transaction
    .updateTable('usage')
    .set(({ eb }) => ({ rows: eb('rows', '-', texts.length), bytes: eb('bytes', '-', size) }))
    .where('id', '=', counts)
    .execute();
}

/** Counts what is there, when a process opens the store: an older version, or a hand, may have changed it uncounted. */
export async function countAnew(store: Kysely<Tables>): Promise<void> {
  await store.transaction().execute(async (transaction) => {
    const usage = () => transaction.updateTable('usage').where('id', '=', counts);
    // Nobody else keeps anything from here on until this ends.
    await usage()
      .set((eb) => ({ rows: eb.ref('rows') }))
      .execute();
    let [rows, bytes] = [0, 0];
    for (const { name, text } of keptTables) {
      const counted = await sql<{ rows: number; text: number | null }>`
        select count(*) as ${sql.ref('rows')}, cast(sum(${text}) as bigint) as ${sql.ref('text')} from ${sql.table(name)}`.execute(
        transaction,
      );
      const [row] = counted.rows;
      rows += row?.rows ?? 0;
      bytes += (row?.rows ?? 0) * rowBytes + (row?.text ?? 0);
    }
    await usage().set({ rows, bytes }).execute();
  });
}
