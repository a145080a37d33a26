import 'server-only';
import { setMaxListeners } from 'node:events';
import type { Candidate } from '@/lib/discovery/candidate';
import type { DiscoveryEvent, RouteOutcome } from '@/lib/discovery/events';
import type { KnownServers } from '@/lib/discovery/known-servers';
import { routes, type Route } from '@/lib/discovery/rank';
import type { DiscoveryRequest } from '@/lib/discovery/request';
import { meantDomain } from '@/lib/discovery/typo';
import { admitPorts } from './admission';
import { deadlines } from './deadlines';
import type { Mode } from './deployment';
import { connectTcp, type Connect } from './dial';
import { findBy } from './discovery-routes';
import { addressesOnce, nodeDomainQuestions, type DiscoveryRun, type DomainQuestions } from './discovery-run';
import { EventQueue } from './event-queue';
import { outcomeOfThrown } from './route-ended';
import { startClock } from './run-clock';

export type DiscoverOptions = {
  readonly mode: Mode;
  readonly signal: AbortSignal;
  readonly known: KnownServers;
  /** Tells of our own mistakes, which are the only errors nobody else could see. */
  readonly onUnexpected: (error: unknown) => void;
  readonly now?: () => number;
  readonly connect?: Connect;
  readonly questions?: () => DomainQuestions;
};

/** Only servers that this Outport would try: a finding nobody can go on with is none. */
function triable(candidates: readonly Candidate[], mode: Mode): readonly Candidate[] {
  return candidates.flatMap((candidate) => {
    const servers = candidate.servers.filter((server) => admitPorts([server], mode).admitted);
    return servers.length === 0 && candidate.host !== '' ? [] : [{ ...candidate, servers }];
  });
}

type Emit = (event: DiscoveryEvent) => void;

/** Runs one route to its end and tells what it found and how it ended. Never throws. */
async function runRoute(route: Route, run: DiscoveryRun, emit: Emit, onUnexpected: (error: unknown) => void) {
  const started = run.now();
  let outcome: RouteOutcome = { result: 'found' };
  try {
    const found = triable(await findBy[route](run), run.mode);
    for (const candidate of found) emit({ event: 'candidate', at: run.now(), route, candidate });
    if (found.length === 0) outcome = { result: 'not-admitted' };
  } catch (error) {
    outcome = outcomeOfThrown(error, onUnexpected);
  }
  const at = run.now();
  if (outcome.result === 'unexpected') emit({ event: 'failed', at, reason: 'unexpected' });
  emit({ event: 'route-finished', at, route, tookMs: Math.round((at - started) * 10) / 10, outcome });
}

/**
 * A domain → every server that may be its own, as it is found: `planned` first, each route ending once and waiting for no
 * other, `finished` last and after five seconds at the latest. The address goes to the domain's autoconfig document and
 * nowhere else, and only where the request has it. When the signal fires, everything stops.
 */
export async function* discover(
  { domain, address }: DiscoveryRequest,
  options: DiscoverOptions,
): AsyncGenerator<DiscoveryEvent, void, undefined> {
  const now = startClock(options.now);
  const cutOff = new AbortController();
  const timer = setTimeout(() => cutOff.abort(), deadlines.discovery);
  const signal = AbortSignal.any([options.signal, cutOff.signal]);
  // Every question and connection listens to it, so the number is no sign of a leak.
  setMaxListeners(0, signal);
  const questions = options.questions ?? nodeDomainQuestions;
  const run: DiscoveryRun = {
    mode: options.mode,
    domain,
    address,
    known: options.known,
    signal,
    now,
    connect: options.connect ?? connectTcp,
    questions,
    addresses: addressesOnce(questions, signal),
  };
  const queue = new EventQueue<DiscoveryEvent>();
  const emit: Emit = (event) => queue.push(event);
  const meant = meantDomain(domain, options.known.domains);
  emit({ event: 'planned', at: now(), domain, ...(meant === undefined ? {} : { meant }), routes: [...routes] });
  void Promise.all(routes.map((route) => runRoute(route, run, emit, options.onUnexpected))).then(() => {
    emit({ event: 'finished', at: now() });
    queue.end();
  });
  try {
    yield* queue;
  } finally {
    clearTimeout(timer);
    cutOff.abort();
  }
}
