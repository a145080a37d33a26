import * as z from 'zod/mini';
import { waitForKept } from '@/app/api/admit-kept';
import { keptStore, notKept } from '@/app/api/kept-store';
import { notAdmitted, otherMethod, readRequest } from '@/app/api/read-request';
import { responseHeaders as headers } from '@/app/api/response-headers';
import { reportLimit, reportSchema } from '@/lib/report/report';
import type { Store } from '@/lib/store/open-store';
import { createReport, deleteReport } from '@/lib/store/reports';

export const dynamic = 'force-dynamic';

const deletionSchema = z.strictObject({
  id: z.string().check(z.maxLength(64)),
  deleteToken: z.string().check(z.maxLength(64)),
});

const notFound = () => Response.json({ error: 'not-found' }, { status: 404, headers });

/** Where nobody else could open a page, nothing is kept; a store that is full or cannot be reached is said to be so. */
async function withStore(request: Request, use: 'create' | 'ask', answer: (store: Store) => Promise<Response>) {
  const seconds = waitForKept(request, use);
  if (seconds > 0) return notAdmitted('rate', seconds);
  try {
    const store = await keptStore();
    return store === undefined ? notFound() : await answer(store);
  } catch (error) {
    return notKept(error);
  }
}

/** Keeps a report → its path, until when, and the token that deletes it, which is told this once. */
export async function POST(request: Request): Promise<Response> {
  const read = await readRequest(request, reportSchema, reportLimit);
  if ('response' in read) return read.response;
  return withStore(request, 'create', async (store) => {
    const { id, deleteToken, expires } = await createReport(store, JSON.stringify(read.body), Date.now());
    const kept = { id, path: `/r/${id}`, expires: new Date(expires).toISOString(), deleteToken };
    return Response.json(kept, { status: 201, headers });
  });
}

/** Deletes a report, for whoever has its token. */
export async function DELETE(request: Request): Promise<Response> {
  const read = await readRequest(request, deletionSchema);
  if ('response' in read) return read.response;
  const { id, deleteToken } = read.body;
  return withStore(request, 'ask', async (store) => {
    return (await deleteReport(store, id, deleteToken)) ? new Response(null, { status: 204, headers }) : notFound();
  });
}

const other = (request: Request) => otherMethod(request, 'POST, DELETE');

export { other as GET, other as HEAD, other as OPTIONS, other as PUT, other as PATCH };
