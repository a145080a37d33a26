import type { DiscoveryEvent } from '@/lib/discovery/events';
import { encodeEvent, type MessageEvent, type ProbeEvent } from '@/lib/probe/events';
import { reportUnexpected } from './report-unexpected';
import { responseHeaders } from './response-headers';

const headers = {
  ...responseHeaders,
  'Content-Type': 'application/x-ndjson; charset=utf-8',
  'Cache-Control': 'no-store, no-transform',
  'X-Accel-Buffering': 'no',
};

type Events = AsyncGenerator<ProbeEvent | MessageEvent | DiscoveryEvent, void, undefined>;

/**
 * Runs `start` and sends its events as a response, one line each, as they happen. A reader who goes away aborts the
 * signal that `start` was given; `onEnd` is called once, however it ends.
 */
export function streamEvents(request: Request, start: (signal: AbortSignal) => Events, onEnd: () => void): Response {
  const gone = new AbortController();
  const events = start(AbortSignal.any([request.signal, gone.signal]));
  const encoder = new TextEncoder();
  const body = new ReadableStream<Uint8Array>({
    async pull(controller) {
      try {
        const next = await events.next();
        if (gone.signal.aborted) return;
        if (next.done !== true) {
          controller.enqueue(encoder.encode(encodeEvent(next.value)));
          return;
        }
      } catch (error) {
        reportUnexpected(error); // the stream ends without its last event, and the reader knows by that
      }
      onEnd();
      controller.close();
    },
    async cancel() {
      gone.abort();
      onEnd();
      await events.return();
    },
  });
  return new Response(body, { headers });
}
