/**
 * Puts `REPORTS` reports, and as many arrivals, into the store that the environment names; prints the ids of some. A
 * program of its own, since a store loads its database when it is opened.
 */
import { randomBytes } from 'node:crypto';
import { openStore, storePlace } from '@/lib/store/open-store';
import { reportBody } from './report-body';

/** Rows of one statement: SQLite takes 32,766 values at most. */
const atOnce = 500;

const count = Number(process.env['REPORTS']);
const store = await openStore(storePlace(process.env));
const now = Date.now();
const some: string[] = [];
for (let done = 0; done < count; done += atOnce) {
  const ids = Array.from({ length: Math.min(atOnce, count - done) }, () => randomBytes(16).toString('base64url'));
  const expires = now + 86_400_000;
  const reports = ids.map((id) => ({ id, delete_hash: id, body: reportBody, created: now, expires }));
  await store.insertInto('reports').values(reports).execute();
  const arrivals = ids.map((id) => ({ message_hash: id, token_hash: id, accepted: now, opened: null, expires }));
  await store.insertInto('arrivals').values(arrivals).execute();
  some.push(...ids.slice(0, 1));
}
await store.destroy();
process.stdout.write(JSON.stringify(some));
