import 'server-only';
import type { Attempt, ProbeEvent } from '@/lib/probe/events';
import { endpointId, type Endpoint } from '@/lib/smtp/endpoint';
import type { ProbeOutcome, TranscriptLine } from '@/lib/smtp/outcome';
import { EventQueue } from './event-queue';
import { openEndpoint, type Run, type Standing } from './open-endpoint';
import { failedOutcome } from './outcome-of-thrown';
import type { Addresses } from './addresses';
import { resolveHost } from './resolve';
import { startRun, type RunOptions } from './run';
import { Transcript } from './transcript';
import { withheld } from './withheld';

type Resolve = (host: string, signal: AbortSignal) => Promise<Addresses>;

/** Each host of a request is asked for once, whatever number of its ports is tried. */
function askOnce(endpoints: readonly Endpoint[], resolve: Resolve, signal: AbortSignal) {
  const answers = new Map<string, Promise<Addresses>>();
  return (host: string): Promise<Addresses> => {
    const known = answers.get(host) ?? resolve(host, signal);
    known.catch(() => undefined); // each endpoint hears of it; no endpoint left is no unhandled rejection
    answers.set(host, known);
    return known;
  };
}

type Tested = { readonly outcome: ProbeOutcome; readonly transcript: TranscriptLine[] };

class Probe {
  readonly attempts: Attempt[] = [];
  private readonly addresses: (host: string) => Promise<Addresses>;

  constructor(
    private readonly run: Run,
    private readonly options: RunOptions,
    private readonly queue: EventQueue<ProbeEvent>,
    endpoints: readonly Endpoint[],
  ) {
    this.addresses = askOnce(endpoints, options.resolve ?? resolveHost, run.signal);
  }

  /** Settles the endpoint, once, and then waits for the fate of its other addresses. */
  async test(endpoint: Endpoint): Promise<void> {
    let attemptsSettled: Promise<void> = Promise.resolve();
    const tested = await this.converse(endpoint, (settled) => {
      attemptsSettled = settled;
    });
    const shown = this.run.mode === 'hosted' ? withheld(tested.outcome, tested.transcript) : tested;
    this.queue.push({ event: 'endpoint-settled', at: this.run.now(), endpoint: endpointId(endpoint), ...shown });
    await attemptsSettled;
  }

  private async converse(endpoint: Endpoint, onDialling: (settled: Promise<void>) => void): Promise<Tested> {
    const { run, options, queue } = this;
    const transcript = new Transcript(run.now);
    const standing: Standing = { stage: 'resolve', secured: false, isMidMessage: false };
    try {
      const opened = await openEndpoint({
        ...run,
        endpoint,
        addresses: this.addresses(endpoint.host),
        transcript,
        standing,
        dialSignal: run.signal,
        emit: (event) => queue.push(event),
        onAttempt: (attempt) => this.attempts.push(attempt),
        onDialling,
      });
      try {
        const { wire, capabilities, tls } = opened;
        const place = { stage: 'ehlo', secured: wire.secured } as const;
        if (wire.unread > 0) throw await wire.spokenTooEarly(place, run.patience('ehlo'), run.signal);
        wire.quit();
        const outcome = {
          status: 'usable' as const,
          capabilities: [...capabilities],
          ...(tls === undefined ? {} : { tls }),
        };
        return { outcome, transcript: transcript.lines() };
      } catch (error) {
        opened.wire.connection.close();
        throw error;
      } finally {
        opened.leave();
      }
    } catch (error) {
      const outcome = failedOutcome(error, standing, options.onUnexpected);
      return { outcome, transcript: transcript.lines() };
    }
  }
}

/**
 * Endpoints → everything that happened, as it happens: `planned` first, each endpoint settling once and waiting for
 * no other, `finished` last when the fate of every address is known. Sends no credential. When the signal fires all
 * sockets close and what was not settled is `not-tested`.
 */
export async function* runProbe(
  endpoints: readonly Endpoint[],
  options: RunOptions,
): AsyncGenerator<ProbeEvent, void, undefined> {
  const { run, end } = startRun('probe', options);
  const queue = new EventQueue<ProbeEvent>();
  const probe = new Probe(run, options, queue, endpoints);
  const planned = endpoints.map((endpoint) => ({ id: endpointId(endpoint), ...endpoint }));
  queue.push({ event: 'planned', at: run.now(), endpoints: planned });
  void Promise.allSettled(endpoints.map((endpoint) => probe.test(endpoint))).then((results) => {
    const [fault] = results.filter((result) => result.status === 'rejected');
    if (fault !== undefined) {
      options.onUnexpected(fault.reason);
      queue.push({ event: 'failed', at: run.now(), reason: 'unexpected' });
    }
    queue.push({ event: 'finished', at: run.now(), attempts: probe.attempts });
    queue.end();
  });
  let isComplete = false;
  try {
    yield* queue;
    isComplete = true;
  } finally {
    end(isComplete);
  }
}
