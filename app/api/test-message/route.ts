import { streamEvents } from '@/app/api/event-stream';
import { notAdmitted, onlyPost, readRequest } from '@/app/api/read-request';
import { reportUnexpected } from '@/app/api/report-unexpected';
import { admitPorts } from '@/lib/network/admission';
import { outportMode } from '@/lib/network/mode';
import { countRequest } from '@/lib/network/request-rate';
import { sendTestMessage } from '@/lib/network/send-test-message';
import { messageRequestSchema } from '@/lib/settings/message-request';

export const dynamic = 'force-dynamic';

/** Sends one message on one endpoint and tells what happens, line by line (docs/api.md). */
export async function POST(request: Request): Promise<Response> {
  const read = await readRequest(request, messageRequestSchema);
  if ('response' in read) return read.response;
  const { endpoint } = read.body;
  const mode = outportMode();
  const ports = admitPorts([endpoint], mode);
  if (!ports.admitted) return notAdmitted(ports.reason);
  const wait = mode === 'hosted' ? countRequest([endpoint.host], Date.now()) : 0;
  if (wait > 0) return notAdmitted('rate', wait);
  const cancel = new AbortController();
  const signal = AbortSignal.any([request.signal, cancel.signal]);
  return streamEvents(sendTestMessage(read.body, { mode, signal, onUnexpected: reportUnexpected }), cancel);
}

export { onlyPost as GET, onlyPost as PUT, onlyPost as PATCH, onlyPost as DELETE };
