import { encodeEvent, type MessageEvent, type ProbeEvent } from '@/lib/probe/events';

const headers = {
  'Content-Type': 'application/x-ndjson; charset=utf-8',
  'Cache-Control': 'no-store, no-transform',
  'X-Accel-Buffering': 'no',
  'X-Content-Type-Options': 'nosniff',
};

/**
 * Events as a response, one line each, sent as they happen. A reader who goes away aborts `cancel`; a fault of ours
 * becomes `failed` and the stream still ends in order.
 */
export function streamEvents(
  events: AsyncGenerator<ProbeEvent | MessageEvent, void, undefined>,
  cancel: AbortController,
): Response {
  const encoder = new TextEncoder();
  const body = new ReadableStream<Uint8Array>({
    async pull(controller) {
      const next = await events.next();
      if (next.done === true) controller.close();
      else controller.enqueue(encoder.encode(encodeEvent(next.value)));
    },
    async cancel() {
      cancel.abort();
      await events.return();
    },
  });
  return new Response(body, { headers });
}
