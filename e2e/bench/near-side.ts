/**
 * The near side of the measured line: runs the program's own probe and test message against the far side, and prints
 * one line of JSON with the times of every run, in milliseconds.
 */
import { once } from 'node:events';
import { connect } from 'node:net';
import type { MessageEvent, ProbeEvent } from '@/lib/probe/events';
import type { Endpoint } from '@/lib/smtp/endpoint';
import { runProbe } from '@/lib/network/run-probe';
import { sendTestMessage } from '@/lib/network/send-test-message';
import { place } from './bench-place';

type Measured = 'round trip' | 'usable 465' | 'usable 587' | 'accepted 465' | 'accepted 587';

const runs = Number(process.env['BENCH_RUNS'] ?? 15);
const endpoints: readonly Endpoint[] = [
  { host: place.host, port: 465, security: 'implicit-tls' },
  { host: place.host, port: 587, security: 'starttls' },
];
const options = {
  mode: 'local',
  onUnexpected: (error: unknown) => {
    throw error;
  },
} as const;

async function connectTime(): Promise<number> {
  const started = performance.now();
  const socket = connect({ host: place.addresses[0], port: place.discardPort });
  await once(socket, 'connect');
  const took = performance.now() - started;
  socket.destroy();
  return took;
}

/** The name must have come over the line: an answer from anywhere else would make every figure too good. */
function checkResolved(event: ProbeEvent | MessageEvent, roundTrip: number): void {
  if (event.event !== 'stage-passed' || event.stage !== 'resolve' || event.tookMs > roundTrip * 0.9) return;
  throw new Error(`The name took ${event.tookMs} ms, less than a round trip.`);
}

/** One endpoint at a time, so that the two do not share a core while they are measured. */
async function timeToUsable(endpoint: Endpoint, roundTrip: number): Promise<number> {
  const started = performance.now();
  let took: number | undefined;
  for await (const event of runProbe([endpoint], { ...options, signal: new AbortController().signal })) {
    checkResolved(event, roundTrip);
    if (event.event !== 'endpoint-settled') continue;
    if (event.outcome.status !== 'usable') throw new Error(`${event.endpoint}: ${JSON.stringify(event.outcome)}`);
    took = performance.now() - started;
  }
  if (took === undefined) throw new Error('the probe ended without an outcome');
  return took;
}

async function timeToAccepted(endpoint: Endpoint, roundTrip: number): Promise<number> {
  const { username, password } = place;
  const from = { name: 'Bench', address: 'bench@bench.test' };
  const request = { endpoint, username, password, from, to: 'postmaster@bench.test' };
  const started = performance.now();
  for await (const event of sendTestMessage(request, { ...options, signal: new AbortController().signal })) {
    checkResolved(event, roundTrip);
    if (event.event !== 'settled') continue;
    if (event.outcome.status !== 'accepted') throw new Error(JSON.stringify(event.outcome));
    return performance.now() - started;
  }
  throw new Error('the message ended without an outcome');
}

const times: Record<Measured, number[]> = {
  'round trip': [],
  'usable 465': [],
  'usable 587': [],
  'accepted 465': [],
  'accepted 587': [],
};
for (let run = 0; run < runs; run += 1) {
  const roundTrip = await connectTime();
  times['round trip'].push(roundTrip);
  for (const endpoint of endpoints) {
    const port = endpoint.port === 465 ? 465 : 587;
    times[`usable ${port}`].push(await timeToUsable(endpoint, roundTrip));
    times[`accepted ${port}`].push(await timeToAccepted(endpoint, roundTrip));
  }
}
process.stdout.write(`${JSON.stringify(times)}\n`);
process.exit(0); // sockets that still say goodbye are not waited for
