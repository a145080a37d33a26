import * as z from 'zod/mini';
import { onlyPost, readRequest } from '@/app/api/read-request';
import { responseHeaders as headers } from '@/app/api/response-headers';
import { withStore } from '@/app/api/with-store';
import { broughtCheck } from '@/lib/store/checks';
import { checkRunSchema } from '@/lib/vantage/check-run';

export const dynamic = 'force-dynamic';

const questionSchema = z.strictObject({
  run: checkRunSchema.shape.id,
  /** `at` of the answer that brought the last result; 0 for the first. */
  after: z.number().check(z.minimum(0)),
});

/** Whether a check's result was brought (docs/api.md). Asked by POST, so that no log holds the run's id. */
export async function POST(request: Request): Promise<Response> {
  const read = await readRequest(request, questionSchema);
  if ('response' in read) return read.response;
  const { run, after } = read.body;
  return withStore(request, 'ask', async (store) => {
    const brought = await broughtCheck(store, run, after, Date.now());
    return Response.json(brought === undefined ? { status: 'waiting' } : { status: 'brought', ...brought }, {
      headers,
    });
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
