import { notAdmitted, onlyPost, readRequest } from '@/app/api/read-request';
import { streamEvents } from '@/app/api/event-stream';
import { reportUnexpected } from '@/app/api/report-unexpected';
import { admitPorts } from '@/lib/network/admission';
import { outportMode } from '@/lib/network/mode';
import { countRequest } from '@/lib/network/request-rate';
import { runProbe } from '@/lib/network/run-probe';
import { probeRequestSchema } from '@/lib/probe/events';

export const dynamic = 'force-dynamic';

/** Tries endpoints and tells what happens, line by line (docs/api.md). */
export async function POST(request: Request): Promise<Response> {
  const read = await readRequest(request, probeRequestSchema);
  if ('response' in read) return read.response;
  const { endpoints } = read.body;
  const mode = outportMode();
  const ports = admitPorts(endpoints, mode);
  if (!ports.admitted) return notAdmitted(ports.reason);
  const wait =
    mode === 'hosted'
      ? countRequest(
          endpoints.map(({ host }) => host),
          Date.now(),
        )
      : 0;
  if (wait > 0) return notAdmitted('rate', wait);
  const cancel = new AbortController();
  const signal = AbortSignal.any([request.signal, cancel.signal]);
  return streamEvents(runProbe(endpoints, { mode, signal, onUnexpected: reportUnexpected }), cancel);
}

export { onlyPost as GET, onlyPost as PUT, onlyPost as PATCH, onlyPost as DELETE };
