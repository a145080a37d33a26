/** The program's own probe and test message, timed. The clock starts with the first SYN; the look-up stands beside. */
import type { MessageEvent, ProbeEvent } from '@/lib/probe/events';
import { connectTcp } from '@/lib/network/dial';
import { runProbe } from '@/lib/network/run-probe';
import { sendTestMessage } from '@/lib/network/send-test-message';
import { endpointAt, place } from './bench-place';

/** In milliseconds. `firstMs` is till a port was usable, `fullMs` till nothing was open any more. */
export type ProbeTimes = {
  readonly lookUpMs: number;
  readonly firstMs: number;
  readonly fullMs: number;
  readonly firstPort: number;
  readonly usable: readonly number[];
};
export type MessageTimes = { readonly lookUpMs: number; readonly acceptedMs: number };

function clock() {
  const times = { firstSyn: Number.NaN, lookUpMs: Number.NaN };
  return {
    times,
    elapsed: () => performance.now() - times.firstSyn,
    options: {
      mode: 'local' as const,
      signal: new AbortController().signal,
      onUnexpected(error: unknown): never {
        throw error;
      },
      connect(address: string, port: number) {
        if (Number.isNaN(times.firstSyn)) times.firstSyn = performance.now();
        return connectTcp(address, port);
      },
    },
  };
}

/** The name must come over the line: an answer from anywhere else would make the figures that count it too good. */
function lookUpOf(event: ProbeEvent | MessageEvent, roundTripMs: number): number | undefined {
  if (event.event !== 'stage-passed' || event.stage !== 'resolve') return undefined;
  if (event.tookMs < roundTripMs * 0.9) throw new Error(`The name took ${event.tookMs} ms, less than a round trip.`);
  return event.tookMs;
}

type ProbeOrder = { readonly host: string; readonly ports: readonly number[]; readonly roundTripMs: number };

export async function timeProbe({ host, ports, roundTripMs }: ProbeOrder): Promise<ProbeTimes> {
  const { times, elapsed, options } = clock();
  const endpoints = ports.map((port) => endpointAt(host, port));
  const usable: { readonly port: number; readonly atMs: number }[] = [];
  for await (const event of runProbe(endpoints, options)) {
    times.lookUpMs = lookUpOf(event, roundTripMs) ?? times.lookUpMs;
    if (event.event === 'endpoint-settled' && event.outcome.status === 'usable')
      usable.push({ port: Number(/:(\d+)\//.exec(event.endpoint)?.[1]), atMs: elapsed() });
  }
  const [first] = usable;
  if (first === undefined) throw new Error(`No port of ${host} was usable.`);
  const { port: firstPort, atMs: firstMs } = first;
  return { lookUpMs: times.lookUpMs, firstMs, fullMs: elapsed(), firstPort, usable: usable.map(({ port }) => port) };
}

type MessageOrder = { readonly host: string; readonly port: number; readonly roundTripMs: number };

export async function timeMessage({ host, port, roundTripMs }: MessageOrder): Promise<MessageTimes> {
  const { times, elapsed, options } = clock();
  const { username, password, sender, recipient } = place;
  const from = { name: 'Bench', address: sender };
  const request = { endpoint: endpointAt(host, port), username, password, from, to: recipient };
  for await (const event of sendTestMessage(request, options)) {
    times.lookUpMs = lookUpOf(event, roundTripMs) ?? times.lookUpMs;
    if (event.event !== 'settled') continue;
    if (event.outcome.status !== 'accepted') throw new Error(JSON.stringify(event.outcome));
    return { lookUpMs: times.lookUpMs, acceptedMs: elapsed() };
  }
  throw new Error('The message ended without an outcome.');
}
