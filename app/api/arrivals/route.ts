import * as z from 'zod/mini';
import { waitForKept } from '@/app/api/admit-kept';
import { keptStore, notKept } from '@/app/api/kept-store';
import { notAdmitted, onlyPost, readRequest } from '@/app/api/read-request';
import { responseHeaders as headers } from '@/app/api/response-headers';
import { arrivalState } from '@/lib/store/arrivals';

export const dynamic = 'force-dynamic';

const questionSchema = z.strictObject({ messageId: z.string().check(z.minLength(1), z.maxLength(998)) });

/** Whether the message of a Message-ID was seen to arrive (docs/api.md). Asked by POST, so that no log holds the id. */
export async function POST(request: Request): Promise<Response> {
  const read = await readRequest(request, questionSchema);
  if ('response' in read) return read.response;
  const seconds = waitForKept(request, 'ask');
  if (seconds > 0) return notAdmitted('rate', seconds);
  try {
    const store = await keptStore();
    const unknown = { status: 'unknown' } as const;
    const state = store === undefined ? unknown : await arrivalState(store, read.body.messageId, Date.now());
    return Response.json(state, { headers });
  } catch (error) {
    return notKept(error);
  }
}

export {
  onlyPost as GET,
  onlyPost as HEAD,
  onlyPost as OPTIONS,
  onlyPost as PUT,
  onlyPost as PATCH,
  onlyPost as DELETE,
};
