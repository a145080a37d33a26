import { admitRequest } from '@/app/api/admit-request';
import { streamEvents } from '@/app/api/event-stream';
import { onlyPost, readRequest } from '@/app/api/read-request';
import { reportUnexpected } from '@/app/api/report-unexpected';
import { runProbe } from '@/lib/network/run-probe';
import { probeRequestSchema } from '@/lib/probe/events';

export const dynamic = 'force-dynamic';

/** Tries endpoints and tells what happens, line by line (docs/api.md). */
export async function POST(request: Request): Promise<Response> {
  const read = await readRequest(request, probeRequestSchema);
  if ('response' in read) return read.response;
  const { endpoints } = read.body;
  const admitted = admitRequest(request, endpoints);
  if ('response' in admitted) return admitted.response;
  const { mode, leave } = admitted;
  return streamEvents(
    request,
    (signal) => runProbe(endpoints, { mode, signal, onUnexpected: reportUnexpected }),
    leave,
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
