import { waitForKept } from '@/app/api/admit-kept';
import { keptStore } from '@/app/api/kept-store';
import { plainPage, sayingPage, storeUnreachable, tooMany } from '@/app/api/plain-page';
import { markup } from '@/lib/report/markup';
import { openArrival } from '@/lib/store/arrivals';

export const dynamic = 'force-dynamic';

type Context = { readonly params: Promise<{ readonly token: string }> };

/**
 * Where the link of a test message leads. Mail scanners fetch links, so a visit alone proves nothing: it changes nothing
 * and does not even tell whether the token is one. The button does.
 */
export function GET(request: Request): Response {
  const body = markup`<main><h1>The test message arrived</h1><p>It was sent from Outport to see whether mail gets through. Press the button, and whoever sent it sees that you have it.</p><form method="post"><p><button>Yes, it is here</button></p></form><p class="soft">The link works once. Nothing else about you is kept.</p></main>`;
  return plainPage(request, 'The test message arrived', body);
}

/** The press of that button: opens the arrival, once. */
export async function POST(request: Request, { params }: Context): Promise<Response> {
  const { token } = await params;
  const seconds = waitForKept(request, 'ask');
  if (seconds > 0) return tooMany(request, 'Press again in a minute.', seconds);
  try {
    const store = await keptStore();
    const isFirst = store !== undefined && (await openArrival(store, token, Date.now()));
    return isFirst
      ? sayingPage(request, 'Thank you', 'Whoever sent the message sees now that it arrived.', 200)
      : sayingPage(request, 'This link is used up', 'It was pressed before, or its time is over.', 410);
  } catch (error) {
    return storeUnreachable(request, error);
  }
}
