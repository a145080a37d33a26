import { reportUnexpected } from '@/app/api/report-unexpected';
import { responseHeaders as headers } from '@/app/api/response-headers';
import { currentDeployment } from '@/lib/network/deployment';
import { currentStore } from '@/lib/store/current-store';
import { StoreFull } from '@/lib/store/keep-row';
import type { Store } from '@/lib/store/open-store';
import { noteFull } from './note-full';

/** What this Outport keeps for others; undefined in local mode, where nobody else could open it and nothing is kept. */
export async function keptStore(): Promise<Store | undefined> {
  return currentDeployment().mode === 'local' ? undefined : currentStore(reportUnexpected);
}

/** What came of a row that was not kept, for the operator: a full store is no mistake of ours. */
export function noteNotKept(error: unknown): void {
  if (error instanceof StoreFull) noteFull(Date.now());
  else reportUnexpected(error);
}

/** The same for whoever asked: 507 (RFC 4918 §11.5) where there is no room, 503 where the store cannot be reached. */
export function notKept(error: unknown): Response {
  noteNotKept(error);
  return error instanceof StoreFull
    ? Response.json({ error: 'store-full' }, { status: 507, headers })
    : Response.json({ error: 'store-unavailable' }, { status: 503, headers });
}
