import * as z from 'zod/mini';
import { onlyPost, readRequest } from '@/app/api/read-request';
import { responseHeaders as headers } from '@/app/api/response-headers';
import { withStore } from '@/app/api/with-store';
import { bringCheck } from '@/lib/store/checks';
import { findToken, mostBytes } from '@/lib/vantage/check-token';

export const dynamic = 'force-dynamic';

const broughtSchema = z.strictObject({ token: z.string().check(z.maxLength(mostBytes)) });

/** The token, and the JSON around it. */
const limit = mostBytes + 1024;

/** Takes a result from the web server where it was made (docs/api.md), for the wizard that made the check to ask for. */
export async function POST(request: Request): Promise<Response> {
  const read = await readRequest(request, broughtSchema, limit);
  if ('response' in read) return read.response;
  const { token } = read.body;
  const found = findToken(token);
  if (typeof found === 'string') return Response.json({ error: 'no-result' }, { status: 400, headers });
  return withStore(request, 'create', async (store) => {
    await bringCheck(store, found.run, token, Date.now());
    // The check file compares the bytes of this answer: other things answer 200 as well.
    return Response.json({ status: 'kept' }, { headers });
  });
}

export {
  onlyPost as GET,
  onlyPost as HEAD,
  onlyPost as OPTIONS,
  onlyPost as PUT,
  onlyPost as PATCH,
  onlyPost as DELETE,
};
