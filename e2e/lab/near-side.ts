/**
 * The side that uses the lab: takes jobs from standard input, one JSON object a line, lets the witness look and then
 * Outport, both from here, and writes each result to standard output. Everything passes through the wire contract.
 */
import { connect } from 'node:net';
import { createInterface } from 'node:readline';
import { runProbe } from '@/lib/network/run-probe';
import { sendTestMessage } from '@/lib/network/send-test-message';
import {
  decodeMessageEvent,
  decodeProbeEvent,
  encodeEvent,
  type MessageEvent,
  type ProbeEvent,
} from '@/lib/probe/events';
import { endpointId, type Endpoint } from '@/lib/smtp/endpoint';
import { eventsByCheck, type CheckProgram } from './check-file-probe';
import { envelope, type Asked, type Job, type JobResult, type Settled } from './job';
import { linesOverHttp } from './over-http';
import type { AskedEndpoint, AskedMessage } from './scenario';
import { bearWitness } from './witness';

/** Only in a lab without namespaces: "address:port" → the loopback port that stands for it. */
const places = JSON.parse(process.env['LAB_PLACES'] ?? 'null') as Readonly<Record<string, number>> | null;
/** Asked instead of Outport, if any. */
const program = process.env['LAB_VANTAGE'] as CheckProgram | undefined;
/** A port of loopback where nothing listens: what was not set up is refused, as it would be. */
const nowhere = 1;

function placeOf(address: string, port: number): { address: string; port: number } {
  return places === null ? { address, port } : { address: '127.0.0.1', port: places[`${address}:${port}`] ?? nowhere };
}

function optionsFor(job: Job) {
  const { addresses = [] } = job;
  const byFamily = {
    ipv4: addresses.filter((address) => !address.includes(':')),
    ipv6: addresses.filter((address) => address.includes(':')),
  };
  return {
    mode: 'local' as const,
    signal: new AbortController().signal,
    onUnexpected: (error: unknown) => process.stderr.write(`${job.id}: ${String(error)}\n`),
    ...(places === null
      ? {}
      : {
          connect: (address: string, port: number) => {
            const place = placeOf(address, port);
            return connect({ host: place.address, port: place.port, noDelay: true });
          },
          resolve: () => Promise.resolve(byFamily),
        }),
  };
}

function endpointOf({ host, port, security, family }: Asked<AskedEndpoint>): Endpoint {
  return { host, port, security, ...(family === undefined ? {} : { family }) };
}

/** The wizard's own defaults: with a user name there is a password, without none. */
function requestOf(message: Asked<AskedMessage>) {
  const { host, port, security, username, password, from, to } = message;
  return {
    endpoint: { host, port, security },
    ...(username === undefined || password === undefined ? {} : { username, password }),
    from: { name: 'Outport lab', address: from ?? envelope.from },
    to: to ?? envelope.to,
  };
}

async function linesInProcess(events: AsyncIterable<ProbeEvent | MessageEvent>): Promise<string[]> {
  const lines: string[] = [];
  for await (const event of events) lines.push(encodeEvent(event));
  return lines;
}

async function linesOfProbe(job: Job, endpoints: readonly Endpoint[]): Promise<string[]> {
  if (program !== undefined)
    return (await eventsByCheck(program, endpoints, process.env['NODE_EXTRA_CA_CERTS'])).map(encodeEvent);
  if (job.through === 'http') return linesOverHttp('/api/probe', { endpoints });
  return linesInProcess(runProbe(endpoints, optionsFor(job)));
}

/** What came of it; `at` is how long it took by the probe's own clock. */
async function probe(
  job: Job,
  asked: readonly Asked<AskedEndpoint>[],
): Promise<{ readonly settled: Settled[]; readonly at: number }> {
  const endpoints = asked.map(endpointOf);
  const lines = await linesOfProbe(job, endpoints);
  const events = lines.map(decodeProbeEvent);
  const last = events.at(-1);
  if (last?.event !== 'finished') throw new Error('the probe ended without its last event');
  const { at } = last;
  const settled = endpoints.map((endpoint) => {
    const ended = events.filter((event) => event?.event === 'endpoint-settled');
    const own = ended.filter((event) => event.endpoint === endpointId(endpoint));
    if (own.length !== 1 || own[0] === undefined)
      throw new Error(`${endpointId(endpoint)} settled ${own.length} times`);
    const attempts = last.attempts.filter((attempt) => attempt.endpoint === endpointId(endpoint));
    return { outcome: own[0].outcome, transcript: own[0].transcript, attempts };
  });
  return { settled, at };
}

/** The password must be in no line that leaves Outport, neither as it is nor in base64. */
function refuseSecret(lines: readonly string[], password: string | undefined): void {
  if (password === undefined) return;
  const forms = [password, Buffer.from(password).toString('base64').replace(/=+$/, '')];
  if (lines.some((line) => forms.some((form) => line.includes(form)))) throw new Error('the password is in the events');
}

async function send(job: Job, message: Asked<AskedMessage>): Promise<Settled[]> {
  const request = requestOf(message);
  const lines =
    job.through === 'http'
      ? await linesOverHttp('/api/test-message', request)
      : await linesInProcess(sendTestMessage(request, optionsFor(job)));
  refuseSecret(lines, message.password);
  const last = decodeMessageEvent(lines.at(-1) ?? '');
  if (last?.event !== 'settled') throw new Error('the message ended without its last event');
  return [{ outcome: last.outcome, transcript: last.transcript, attempts: last.attempts }];
}

function witnessed(job: Job): Promise<readonly string[]> {
  const isMessage = 'message' in job.ask;
  const endpoint = 'message' in job.ask ? job.ask.message : job.ask.probe[0];
  if (endpoint === undefined) return Promise.resolve([]);
  return bearWitness({
    endpoint: { from: envelope.from, to: envelope.to, ...endpoint },
    sends: isMessage,
    witness: job.witness,
    ...(places === null ? {} : { addresses: job.addresses ?? [] }),
    placeOf,
  });
}

async function run(job: Job): Promise<JobResult> {
  let saw: readonly string[] = [];
  try {
    saw = await witnessed(job);
    const started = performance.now();
    if ('message' in job.ask) {
      const settled = await send(job, job.ask.message);
      return { id: job.id, saw, settled, tookMs: performance.now() - started };
    }
    const { settled, at } = await probe(job, job.ask.probe);
    // Forty programs that start at once wait for each other; that is no part of a check.
    return { id: job.id, saw, settled, tookMs: program === undefined ? performance.now() - started : at };
  } catch (error) {
    return {
      id: job.id,
      saw,
      settled: [],
      tookMs: 0,
      trouble: error instanceof Error ? (error.stack ?? error.message) : String(error),
    };
  }
}

process.stdout.write('ready\n');
for await (const line of createInterface({ input: process.stdin })) {
  void run(JSON.parse(line) as Job).then((result) => process.stdout.write(`${JSON.stringify(result)}\n`));
}
process.exit(0); // sockets that still say goodbye are not waited for
