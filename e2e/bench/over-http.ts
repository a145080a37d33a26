/** The same through the running program's routes, as a browser asks them. */
import type { MessageEvent, ProbeEvent } from '@/lib/probe/events';
import { endpointAt, place } from './bench-place';

type Read = { readonly event: ProbeEvent | MessageEvent; readonly readAt: number };

/** Posts and gives each event with the moment at which its last byte had been read. */
async function* ask(url: string, body: object): AsyncGenerator<Read> {
  const response = await fetch(url, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(body),
  });
  if (!response.ok || response.body === null) throw new Error(`${response.status} ${await response.text()}`);
  let text = '';
  for await (const part of response.body.pipeThrough(new TextDecoderStream())) {
    const readAt = performance.now();
    const lines = `${text}${part}`.split('\n');
    text = lines.pop() ?? '';
    for (const line of lines) yield { event: JSON.parse(line) as Read['event'], readAt };
  }
}

const lookUpOf = (event: ProbeEvent | MessageEvent) =>
  event.event === 'stage-passed' && event.stage === 'resolve' ? event.tookMs : undefined;

type Order = { readonly url: string; readonly host: string; readonly ports: readonly number[] };

/** Ports → milliseconds till the first of them was usable, from the request on and less the look-up. */
export async function httpProbe({ url, host, ports }: Order): Promise<number> {
  const started = performance.now();
  const endpoints = ports.map((port) => endpointAt(host, port));
  let lookUpMs = 0;
  for await (const { event, readAt } of ask(`${url}/api/probe`, { endpoints })) {
    lookUpMs = lookUpOf(event) ?? lookUpMs;
    if (event.event === 'endpoint-settled' && event.outcome.status === 'usable') return readAt - started - lookUpMs;
  }
  throw new Error(`No port of ${host} was usable.`);
}

/** Milliseconds till the message was accepted, from the request on and less the look-up. */
export async function httpMessage({ url, host, ports: [port = 0] }: Order): Promise<number> {
  const { username, password, sender, recipient } = place;
  const from = { name: 'Bench', address: sender };
  const body = { endpoint: endpointAt(host, port), username, password, from, to: recipient };
  const started = performance.now();
  let lookUpMs = 0;
  for await (const { event, readAt } of ask(`${url}/api/test-message`, body)) {
    lookUpMs = lookUpOf(event) ?? lookUpMs;
    if (event.event !== 'settled') continue;
    if (event.outcome.status !== 'accepted') throw new Error(JSON.stringify(event.outcome));
    return readAt - started - lookUpMs;
  }
  throw new Error('The message ended without an outcome.');
}

type CrowdOrder = {
  readonly url: string;
  readonly people: number;
  readonly endpoints: readonly { readonly port: number; readonly isImplicit: boolean }[];
};

/** So many requests at once, one port each → what went wrong, each once. */
export async function httpCrowd({ url, people, endpoints }: CrowdOrder): Promise<string[]> {
  const problems = new Set<string>();
  const probe = async ({ port, isImplicit }: CrowdOrder['endpoints'][number]) => {
    const security = isImplicit ? 'implicit-tls' : 'starttls';
    const body = { endpoints: [{ host: place.load.address, port, security }] };
    let isFinished = false;
    for await (const { event } of ask(`${url}/api/probe`, body)) {
      if (event.event === 'endpoint-settled' && event.outcome.status !== 'usable')
        problems.add(JSON.stringify(event.outcome).slice(0, 200));
      isFinished = event.event === 'finished';
    }
    if (!isFinished) problems.add('a stream without its end');
  };
  const seats = Array.from({ length: people }, (_, index) => endpoints[index % endpoints.length]);
  const asked = seats.flatMap((seat) => (seat === undefined ? [] : [probe(seat)]));
  for (const result of await Promise.allSettled(asked))
    if (result.status === 'rejected') problems.add(String(result.reason));
  return [...problems];
}
