import 'server-only';
import { sql } from 'kysely';
import { keptMs } from './expiry';
import { keepRow, type NewRow } from './keep-row';
import type { Store } from './open-store';
import { hashOf, makeToken, tokenPattern } from './token';
import { giveBack } from './usage';

export type Kept = {
  readonly id: string;
  /** Told once; the store cannot tell it again. */
  readonly deleteToken: string;
  readonly expires: number;
};

/** Keeps a report, as JSON; when this settles, it is on the disk. Throws StoreFull. */
export async function createReport(store: Store, body: string, now: number): Promise<Kept> {
  const [id, deleteToken, expires] = [makeToken(), makeToken(), now + keptMs];
  const row = { id, delete_hash: hashOf(deleteToken), created: now, expires, body };
  const insert: NewRow['insert'] = (transaction) => transaction.insertInto('reports').values(row).execute();
  await keepRow(store, { text: Buffer.byteLength(body), insert }, now);
  return { id, deleteToken, expires };
}

/** The JSON of a report and until when it is kept; undefined when there is none, or no more. */
export async function readReport(
  store: Store,
  id: string,
  now: number,
): Promise<{ readonly body: string; readonly expires: number } | undefined> {
  if (!tokenPattern.test(id)) return undefined;
  return store
    .selectFrom('reports')
    .select(['body', 'expires'])
    .where('id', '=', id)
    .where('expires', '>', now)
    .executeTakeFirst();
}

/** True when the token was that report's, and it is gone. */
export async function deleteReport(store: Store, id: string, deleteToken: string): Promise<boolean> {
  if (!tokenPattern.test(id) || !tokenPattern.test(deleteToken)) return false;
  return store.transaction().execute(async (transaction) => {
    const gone = await transaction
      .deleteFrom('reports')
      .where('id', '=', id)
      .where('delete_hash', '=', hashOf(deleteToken))
      .returning(sql<number>`octet_length(body)`.as('text'))
      .execute();
    await giveBack(
      transaction,
      gone.map(({ text }) => text),
    );
    return gone.length > 0;
  });
}
