import 'server-only';
import type { Store } from './open-store';
import { hashOf } from './token';

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

/** Keeps a run's newest result in place of an earlier one. */
export async function bringCheck(store: Store, runId: string, token: string, now: number): Promise<void> {
  const row = { token, brought: now, expires: now + keptMs };
  await store
    .insertInto('checks')
    .values({ run_hash: hashOf(runId), ...row })
    .onConflict((conflict) => conflict.column('run_hash').doUpdateSet(row))
    .execute();
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
