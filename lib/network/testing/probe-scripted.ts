import assert from 'node:assert/strict';
import type { ProbeEvent } from '@/lib/probe/events';
import { probeEventSchema } from '@/lib/probe/events';
import { emptyProbeReport, foldProbe, type EndpointReport } from '@/lib/probe/report';
import type { Endpoint, Security } from '@/lib/smtp/endpoint';
import type { Failure, ProbeOutcome } from '@/lib/smtp/outcome';
import * as z from 'zod/mini';
import { runProbe } from '../run-probe';
import type { RunOptions } from '../run';
import type { Line } from './scripted-server';

/** Lines of dialogues that many tests need. */
export const greeting: Line = { say: '220 mail.test ready\r\n' };
export const ehlo: Line = { expect: /^EHLO \S+$/ };
export const quit: Line = { expect: /^QUIT$/ };
export const openEhlo: Line = { say: '250-mail.test\r\n250-SIZE 1000\r\n250 STARTTLS\r\n' };
export const tlsEhlo: Line = { say: '250-mail.test\r\n250-SIZE 1000\r\n250 AUTH PLAIN LOGIN\r\n' };
export const starttls: Line = { expect: /^STARTTLS$/ };
export const upgrade: Line[] = [starttls, { say: '220 go ahead\r\n' }, { startTls: true }];

export type Probed = {
  readonly events: readonly ProbeEvent[];
  readonly endpoints: readonly EndpointReport[];
  readonly unexpected: readonly unknown[];
};

/** Runs a probe to its end and checks what holds for every probe, whatever the servers do. */
export async function probe(
  endpoints: readonly Endpoint[],
  options: Partial<RunOptions> & { readonly onEvent?: (event: ProbeEvent) => void } = {},
): Promise<Probed> {
  const unexpected: unknown[] = [];
  const events: ProbeEvent[] = [];
  const { onEvent, ...given } = options;
  const { signal } = new AbortController();
  const onUnexpected = (error: unknown) => unexpected.push(error);
  for await (const event of runProbe(endpoints, { mode: 'local', signal, onUnexpected, ...given })) {
    events.push(event);
    onEvent?.(event);
  }
  checkStream(events, endpoints.length);
  return { events, unexpected, endpoints: events.reduce(foldProbe, emptyProbeReport).endpoints };
}

function checkStream(events: readonly ProbeEvent[], endpoints: number): void {
  for (const event of events) assert.equal(z.safeParse(probeEventSchema, event).error, undefined);
  const times = events.map(({ at }) => at);
  assert.deepEqual(
    times,
    [...times].sort((a, b) => a - b),
  );
  assert(times.every((at) => at === Math.round(at * 10) / 10));
  assert.equal(events[0]?.event, 'planned');
  assert.equal(events.at(-1)?.event, 'finished');
  const settled = events.flatMap((event) => (event.event === 'endpoint-settled' ? [event.endpoint] : []));
  assert.equal(new Set(settled).size, endpoints);
  assert.equal(settled.length, endpoints);
}

/** A single endpoint's outcome. */
export function outcomeOf({ endpoints }: Probed): ProbeOutcome | undefined {
  return endpoints[0]?.outcome;
}

/** A single endpoint's failure; a test that expects one fails otherwise. */
export function failureOf(probed: Probed): Failure {
  const outcome = outcomeOf(probed);
  if (outcome?.status !== 'failed') throw new Error(`expected a failure, got ${JSON.stringify(outcome)}`);
  return outcome.failure;
}

export const on = (port: number, security: Security, host = 'localhost'): Endpoint[] => [{ host, port, security }];
