import { waitForKept } from './admit-kept';
import { keptStore, notKept } from './kept-store';
import { notAdmitted } from './read-request';
import { responseHeaders as headers } from './response-headers';
import type { KeptUse } from '@/lib/network/kept-admission';
import type { Store } from '@/lib/store/open-store';

export const notFound = (): Response => Response.json({ error: 'not-found' }, { status: 404, headers });

/**
 * Answers from what this Outport keeps, for whoever may ask now. In local mode, where nobody else could open it, nothing
 * is kept and nothing found; a store that is full or cannot be reached is said to be so.
 */
export async function withStore(
  request: Request,
  use: KeptUse,
  answer: (store: Store) => Promise<Response>,
): Promise<Response> {
  const seconds = waitForKept(request, use);
  if (seconds > 0) return notAdmitted('rate', seconds);
  try {
    const store = await keptStore();
    return store === undefined ? notFound() : await answer(store);
  } catch (error) {
    return notKept(error);
  }
}
