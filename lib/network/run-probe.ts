import 'server-only';
import type { Attempt, ProbeEvent } from '@/lib/probe/events';
import { endpointId, type Endpoint } from '@/lib/smtp/endpoint';
import type { Failure, ProbeOutcome } from '@/lib/smtp/outcome';
import { deadlines } from './deadlines';
import { connectTcp, type Connect } from './dial';
import { EventQueue } from './event-queue';
import { ConversationAborted, ConversationFailed } from './failure-thrown';
import type { Mode } from './mode';
import { NotAdmitted, openEndpoint } from './open-endpoint';
import { resolveHost, type Addresses } from './resolve';
import { startClock } from './run-clock';
import { quit } from './session';
import { Transcript } from './transcript';
import { withheld } from './withheld';

export type ProbeOptions = {
  readonly mode: Mode;
  readonly signal: AbortSignal;
  /** Tells of our own mistakes, which are the only errors nobody else could see. Never given a secret. */
  readonly onUnexpected: (error: unknown) => void;
  readonly now?: () => number;
  readonly connect?: Connect;
  readonly resolve?: (host: string, signal: AbortSignal) => Promise<Addresses>;
};

/** What the thrown thing means for an endpoint. `stage` is where it stood when the whole run's time was over. */
export function failedOutcome(error: unknown, onUnexpected: (error: unknown) => void): ProbeOutcome {
  if (error instanceof ConversationFailed) return { status: 'failed', failure: error.failure };
  if (error instanceof ConversationAborted) return { status: 'not-tested', reason: 'aborted' };
  if (error instanceof NotAdmitted) return { status: 'not-tested', reason: 'not-admitted' };
  onUnexpected(error);
  const failure: Failure = { stage: 'connect', secured: false, kind: 'unexpected' };
  return { status: 'failed', failure };
}

/** Each host of a request is asked for once, whatever number of its ports is tried. */
function askOnce(
  endpoints: readonly Endpoint[],
  resolve: (host: string, signal: AbortSignal) => Promise<Addresses>,
  signal: AbortSignal,
) {
  const answers = new Map<string, Promise<Addresses>>();
  for (const { host } of endpoints) {
    if (answers.has(host)) continue;
    const answer = resolve(host, signal);
    answer.catch(() => undefined); // each endpoint hears of it; no endpoint left is no unhandled rejection
    answers.set(host, answer);
  }
  return (host: string) => answers.get(host) ?? resolve(host, signal);
}

/**
 * Endpoints → everything that happened, as it happens: `planned` first, each endpoint settling once and waiting for
 * no other, `finished` last when the fate of every address is known. Sends no credential. When the signal fires all
 * sockets close and what was not settled is `not-tested`.
 */
export async function* runProbe(
  endpoints: readonly Endpoint[],
  options: ProbeOptions,
): AsyncGenerator<ProbeEvent, void, undefined> {
  const now = startClock(options.now);
  const queue = new EventQueue<ProbeEvent>();
  const attempts: Attempt[] = [];
  const ended = new AbortController();
  const signal = AbortSignal.any([options.signal, ended.signal]);
  const timer = setTimeout(() => ended.abort(), deadlines.probe);
  const addresses = askOnce(endpoints, options.resolve ?? resolveHost, signal);

  queue.push({
    event: 'planned',
    at: now(),
    endpoints: endpoints.map((endpoint) => ({ id: endpointId(endpoint), ...endpoint })),
  });

  const testEndpoint = async (endpoint: Endpoint) => {
    const transcript = new Transcript(now);
    let attemptsSettled: Promise<void> = Promise.resolve();
    const onAttempt = (attempt: Attempt) => attempts.push(attempt);
    const emit = (event: ProbeEvent) => queue.push(event);
    let outcome: ProbeOutcome;
    try {
      const opening = {
        endpoint,
        addresses: addresses(endpoint.host),
        mode: options.mode,
        connect: options.connect ?? connectTcp,
        signal,
        now,
        transcript,
        emit,
        onAttempt,
      };
      const opened = await openEndpoint(opening, (settled) => {
        attemptsSettled = settled;
      });
      outcome = {
        status: 'usable',
        capabilities: [...opened.capabilities],
        ...(opened.tls === undefined ? {} : { tls: opened.tls }),
      };
      quit(opened.wire);
    } catch (error) {
      outcome = failedOutcome(error, options.onUnexpected);
    }
    const shown =
      options.mode === 'hosted' ? withheld(outcome, transcript.lines()) : { outcome, transcript: transcript.lines() };
    queue.push({ event: 'endpoint-settled', at: now(), endpoint: endpointId(endpoint), ...shown });
    await attemptsSettled;
  };

  const running = Promise.all(endpoints.map(testEndpoint)).then(() => {
    queue.push({ event: 'finished', at: now(), attempts });
    queue.end();
  });
  try {
    yield* queue;
    await running;
  } finally {
    clearTimeout(timer);
    ended.abort();
  }
}
