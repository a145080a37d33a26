import 'server-only';
import { keptMs } from './expiry';
import { keepRow, type NewRow } from './keep-row';
import type { Store } from './open-store';
import { hashOf, makeToken, tokenPattern } from './token';

/**
 * Proof that a test message arrived: its link carries a token that only the message knows, and a press on the page
 * behind it opens the arrival, once. Whoever sent the message asks by its Message-ID, which the answer to
 * `POST /api/test-message` tells, so the wire between wizard and server needs no further word.
 *
 * The order is: `createArrival` before the message is written, its token into the message by `arrivalLink`,
 * `acceptArrival` when the mail server took it. A message whose answer was lost is never accepted, and can be opened all
 * the same; one that was refused leaves a row that nobody asks for.
 */
export type ArrivalState =
  | { readonly status: 'unknown' }
  | { readonly status: 'waiting' }
  | {
      readonly status: 'opened';
      /** When the button was pressed; ISO 8601. */
      readonly openedAt: string;
      /** Milliseconds from acceptance to the press; absent where nobody saw the mail server accept it. */
      readonly afterMs?: number;
    };

/** The address that opens the arrival of a message, on the Outport that sent it. */
export function arrivalLink(origin: string, token: string): string {
  return `${origin}/a/${token}`;
}

/** A message that is about to be sent → the token for its link. Throws StoreFull. */
export async function createArrival(store: Store, messageId: string, now: number): Promise<string> {
  const token = makeToken();
  const row = {
    message_hash: hashOf(messageId),
    token_hash: hashOf(token),
    accepted: null,
    opened: null,
    expires: now + keptMs,
  };
  const insert: NewRow['insert'] = (transaction) => transaction.insertInto('arrivals').values(row).execute();
  await keepRow(store, { text: 0, insert }, now);
  return token;
}

/** The mail server took the message over; said again, the first time stays. */
export async function acceptArrival(store: Store, messageId: string, now: number): Promise<void> {
  await store
    .updateTable('arrivals')
    .set({ accepted: now })
    .where('message_hash', '=', hashOf(messageId))
    .where('accepted', 'is', null)
    .execute();
}

/** A press on the page behind a link → whether it was the first one, in time. */
export async function openArrival(store: Store, token: string, now: number): Promise<boolean> {
  if (!tokenPattern.test(token)) return false;
  const { numUpdatedRows } = await store
    .updateTable('arrivals')
    .set({ opened: now })
    .where('token_hash', '=', hashOf(token))
    .where('opened', 'is', null)
    .where('expires', '>', now)
    .executeTakeFirst();
  return numUpdatedRows > 0n;
}

/** What is known of a message's arrival. A press that came before the server's answer was read counts from its time. */
export async function arrivalState(store: Store, messageId: string, now: number): Promise<ArrivalState> {
  const row = await store
    .selectFrom('arrivals')
    .select(['accepted', 'opened'])
    .where('message_hash', '=', hashOf(messageId))
    .where('expires', '>', now)
    .executeTakeFirst();
  if (row === undefined) return { status: 'unknown' };
  const { accepted, opened } = row;
  if (opened === null) return { status: 'waiting' };
  const openedAt = new Date(opened).toISOString();
  return { status: 'opened', openedAt, ...(accepted === null ? {} : { afterMs: Math.max(0, opened - accepted) }) };
}
