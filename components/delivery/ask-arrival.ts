import * as z from 'zod/mini';
import type { SeenArrival } from '@/lib/wizard/draft';

const stateSchema = z.discriminatedUnion('status', [
  z.strictObject({ status: z.literal('unknown') }),
  z.strictObject({ status: z.literal('waiting') }),
  z.strictObject({ status: z.literal('opened'), openedAt: z.string(), afterMs: z.optional(z.number()) }),
]);
type ArrivalState = Readonly<z.output<typeof stateSchema>>;

const patienceMs = 10_000;

/** A Message-ID → whether somebody pressed the link in that message; undefined when Outport could not say. */
export async function askArrival(messageId: string, leaving?: AbortSignal): Promise<ArrivalState | undefined> {
  const deadline = AbortSignal.timeout(patienceMs);
  try {
    const response = await fetch('/api/arrivals', {
      method: 'POST',
      headers: { 'Content-Type': 'application/json' },
      body: JSON.stringify({ messageId }),
      signal: leaving === undefined ? deadline : AbortSignal.any([leaving, deadline]),
    });
    const parsed = response.ok ? z.safeParse(stateSchema, await response.json()) : undefined;
    return parsed?.data;
  } catch {
    return undefined; // not reachable just now
  }
}

/** The press of the link, where there was one. */
export function pressedLink(state: ArrivalState | undefined): SeenArrival | undefined {
  if (state?.status !== 'opened') return undefined;
  const { openedAt, afterMs } = state;
  return { by: 'link', at: openedAt, ...(afterMs === undefined ? {} : { afterMs }) };
}
