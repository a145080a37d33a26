import { admitRequest } from '@/app/api/admit-request';
import { streamEvents } from '@/app/api/event-stream';
import { keptArrivals } from '@/app/api/kept-arrivals';
import { onlyPost, readRequest } from '@/app/api/read-request';
import { reportUnexpected } from '@/app/api/report-unexpected';
import { sendTestMessage } from '@/lib/network/send-test-message';
import { messageRequestSchema } from '@/lib/settings/message-request';

export const dynamic = 'force-dynamic';

/** Sends one message on one endpoint and tells what happens, line by line (docs/api.md). */
export async function POST(request: Request): Promise<Response> {
  const read = await readRequest(request, messageRequestSchema);
  if ('response' in read) return read.response;
  const message = read.body;
  const admitted = admitRequest(request, [message.endpoint]);
  if ('response' in admitted) return admitted.response;
  const { mode, leave } = admitted;
  const arrivals = await keptArrivals();
  return streamEvents(
    request,
    (signal) => {
      const options = { mode, signal, onUnexpected: reportUnexpected, linkFor: arrivals?.linkFor };
      const events = sendTestMessage(message, options);
      return arrivals === undefined ? events : arrivals.noting(events);
    },
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
