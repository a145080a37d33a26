import * as z from 'zod/mini';
import { onlyPost, readRequest } from '@/app/api/read-request';
import { responseHeaders as headers } from '@/app/api/response-headers';
import { withStore } from '@/app/api/with-store';
import { arrivalState } from '@/lib/store/arrivals';

export const dynamic = 'force-dynamic';

const questionSchema = z.strictObject({ messageId: z.string().check(z.minLength(1), z.maxLength(998)) });

/** Whether the message of a Message-ID was seen to arrive (docs/api.md). Asked by POST, so that no log holds the id. */
export async function POST(request: Request): Promise<Response> {
  const read = await readRequest(request, questionSchema);
  if ('response' in read) return read.response;
  const { messageId } = read.body;
  return withStore(request, 'ask', async (store) =>
    Response.json(await arrivalState(store, messageId, Date.now()), { headers }),
  );
}

export {
  onlyPost as GET,
  onlyPost as HEAD,
  onlyPost as OPTIONS,
  onlyPost as PUT,
  onlyPost as PATCH,
  onlyPost as DELETE,
};
