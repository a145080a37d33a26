import * as z from 'zod/mini';
import { waitForKept } from '@/app/api/admit-kept';
import { keptStore } from '@/app/api/kept-store';
import { plainPage, sayingPage, storeUnreachable, tooMany } from '@/app/api/plain-page';
import { readBounded } from '@/app/api/read-request';
import { readableMoment } from '@/lib/wizard/proof';
import { reportTitle } from '@/lib/report/facts';
import { markup } from '@/lib/report/markup';
import { fileName, renderings } from '@/lib/report/rendering';
import { reportSchema, type Report } from '@/lib/report/report';
import { reportBody } from '@/lib/report/report-html';
import type { Store } from '@/lib/store/open-store';
import { deleteReport, readReport } from '@/lib/store/reports';

export const dynamic = 'force-dynamic';

type Context = { readonly params: Promise<{ readonly id: string }> };

const gone = (request: Request) =>
  sayingPage(
    request,
    'There is no report here',
    'It was deleted, its time is over, or the address is not complete. Ask whoever gave it to you for another one.',
    404,
  );

async function withStore(request: Request, answer: (store: Store) => Promise<Response>): Promise<Response> {
  const seconds = waitForKept(request, 'ask');
  if (seconds > 0) return tooMany(request, 'Wait a minute, then load this page again.', seconds);
  try {
    const store = await keptStore();
    return store === undefined ? gone(request) : await answer(store);
  } catch (error) {
    return storeUnreachable(request, error);
  }
}

/** What stands above a report: how long it is there, its other forms, and how to delete it. */
const about = (expires: number) =>
  markup`<div class="screen"><p>Made with Outport. Whoever has this address can read it until ${readableMoment(new Date(expires).toISOString())}. Take it along as <a href="?as=markdown">Markdown</a> or <a href="?as=json">JSON</a>.</p><details><summary>Delete this report</summary><form method="post"><p><label for="token">The delete token, shown when it was made</label><input id="token" name="token" autocomplete="off" required></p><p><button>Delete it</button></p></form></details></div>`;

/** The report in the form that was asked for, as a file; undefined for the page. */
function asFile(report: Report, form: string | null): Response | undefined {
  const rendering = renderings.find(({ id }) => id === form);
  if (rendering === undefined) return undefined;
  return new Response(rendering.render(report), {
    headers: {
      'Content-Type': rendering.mediaType,
      'Content-Disposition': `attachment; filename="${fileName(report, rendering)}"`,
      'Cache-Control': 'no-store',
      'X-Robots-Tag': 'noindex, nofollow, noarchive',
    },
  });
}

/** A report's page, at an address that nobody can guess. */
export async function GET(request: Request, { params }: Context): Promise<Response> {
  const { id } = await params;
  return withStore(request, async (store) => {
    const kept = await readReport(store, id, Date.now());
    if (kept === undefined) return gone(request);
    const report = z.parse(reportSchema, JSON.parse(kept.body));
    const file = asFile(report, new URL(request.url).searchParams.get('as'));
    return file ?? plainPage(request, reportTitle(report), reportBody(report, about(kept.expires)));
  });
}

/** The form of that page: deletes the report for whoever has its token. */
export async function POST(request: Request, { params }: Context): Promise<Response> {
  const { id } = await params;
  const read = await readBounded(request, 1024);
  const fields = new URLSearchParams('bytes' in read ? new TextDecoder().decode(read.bytes) : '');
  return withStore(request, async (store) => {
    const isGone = await deleteReport(store, id, (fields.get('token') ?? '').trim());
    return isGone
      ? sayingPage(request, 'The report is deleted', 'Nobody can open it any more.', 200)
      : sayingPage(request, 'Nothing was deleted', 'The token is not that of this report, or it is gone already.', 403);
  });
}
