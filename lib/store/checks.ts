import 'server-only';
import { sql } from 'kysely';
import { keepRow, type NewRow } from './keep-row';
import type { Store } from './open-store';
import { hashOf } from './token';
import { giveBack } from './usage';

/**
 * What a check on a web server posted, until the wizard that made the check asks for it. The run's id, 128 bits that only
 * the wizard and the check file know, is all that leads to it. The store cannot tell a true result from a forged one: the
 * secret that signs it stays in the browser, which checks it.
 */
const keptMs = 70 * 60_000; // the hour of a check, and its ten minutes of clock error

export type BroughtCheck = {
  readonly token: string;
  /** When it came, by this Outport's clock. */ readonly at: number;
};

/** Keeps a run's newest result in place of an earlier one. Throws StoreFull. */
export async function bringCheck(store: Store, runId: string, token: string, now: number): Promise<void> {
  const row = { run_hash: hashOf(runId), token, brought: now, expires: now + keptMs };
  const replace: NewRow['replace'] = async (transaction) => {
    const earlier = await transaction
      .deleteFrom('checks')
      .where('run_hash', '=', row.run_hash)
      .returning(sql<number>`octet_length(token)`.as('text'))
      .execute();
    await giveBack(
      transaction,
      earlier.map(({ text }) => text),
    );
  };
  const insert: NewRow['insert'] = (transaction) => transaction.insertInto('checks').values(row).execute();
  await keepRow(store, { text: Buffer.byteLength(token), replace, insert }, now);
}

/** The result of a run that came after `after`, if one did. */
export async function broughtCheck(
  store: Store,
  runId: string,
  after: number,
  now: number,
): Promise<BroughtCheck | undefined> {
  const row = await store
    .selectFrom('checks')
    .select(['token', 'brought'])
    .where('run_hash', '=', hashOf(runId))
    .where('brought', '>', after)
    .where('expires', '>', now)
    .executeTakeFirst();
  return row === undefined ? undefined : { token: row.token, at: row.brought };
}
