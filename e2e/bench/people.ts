/** Many people at once: each has one port tried, by the program or by bare sockets that say the same. */
import { connect, type Socket } from 'node:net';
import { runProbe } from '@/lib/network/run-probe';
import { dialogue } from './testers/dialogue';

/** A host and where it is: nothing is looked up. */
export type Crowd = {
  readonly tester: 'outport' | 'bare';
  readonly host: string;
  readonly address: string;
  /** What listens there; people take turns. */
  readonly endpoints: readonly { readonly port: number; readonly isImplicit: boolean }[];
  /** How many at once, and how many times one after the other. */
  readonly people: number;
  readonly rounds: number;
};
export type Effort = {
  readonly probes: number;
  /** What went wrong, each once. */
  readonly errors: readonly string[];
  readonly cpuMs: number;
  readonly wallMs: number;
  /** The most memory that the process has had so far. */
  readonly peakMb: number;
};

type Seat = { readonly port: number; readonly isImplicit: boolean };

function closed(socket: Socket): Promise<void> {
  return new Promise((resolve) => socket.once('close', () => resolve()));
}

async function probeOnce({ host, address }: Crowd, { port, isImplicit: implicit }: Seat): Promise<string | undefined> {
  const closing: Promise<void>[] = [];
  let problem: string | undefined;
  const events = runProbe([{ host, port, security: implicit ? 'implicit-tls' : 'starttls' }], {
    mode: 'local',
    signal: new AbortController().signal,
    onUnexpected(error) {
      throw error;
    },
    resolve: () => Promise.resolve({ ipv4: [address], ipv6: [] }),
    connect(to, at) {
      const socket = connect({ host: to, port: at, noDelay: true });
      closing.push(closed(socket));
      return socket;
    },
  });
  for await (const event of events)
    if (event.event === 'endpoint-settled' && event.outcome.status !== 'usable')
      problem = JSON.stringify(event.outcome).slice(0, 200);
  await Promise.all(closing);
  return problem;
}

async function bareOnce({ host, address }: Crowd, { port, isImplicit: implicit }: Seat): Promise<string | undefined> {
  const closing: Promise<void>[] = [];
  const onSocket = (socket: Socket) => void closing.push(closed(socket));
  try {
    await dialogue({ address, port, servername: host }, implicit, 30_000, onSocket);
    return undefined;
  } catch (error) {
    return String(error);
  } finally {
    await Promise.all(closing);
  }
}

/** Everybody at once, and again; the effort counts until every socket is closed. */
export async function crowd(order: Crowd): Promise<Effort> {
  const { tester, people, rounds, endpoints } = order;
  const once = tester === 'outport' ? probeOnce : bareOnce;
  const errors = new Set<string>();
  const started = performance.now();
  const before = process.cpuUsage();
  for (let round = 0; round < rounds; round += 1) {
    const seats = Array.from({ length: people }, (_, index) => endpoints[(index + round) % endpoints.length] as Seat);
    for (const problem of await Promise.all(seats.map((seat) => once(order, seat))))
      if (problem !== undefined) errors.add(problem);
  }
  const { user, system } = process.cpuUsage(before);
  return {
    probes: people * rounds,
    errors: [...errors],
    cpuMs: (user + system) / 1000,
    wallMs: performance.now() - started,
    peakMb: process.resourceUsage().maxRSS / 1024,
  };
}
