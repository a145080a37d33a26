/** Healthy ports along a line that loses packets: how many are called silent. */
import { writeFileSync } from 'node:fs';
import { setTimeout as pause } from 'node:timers/promises';
import { runProbe } from '@/lib/network/run-probe';
import { endpointAt } from './bench-place';

type Order = {
  readonly address: string;
  readonly port: number;
  readonly connects: number;
  /** Between one and the next, so that they do not crowd the line. */
  readonly everyMs: number;
};
export type Told = {
  /** Ways a probe ended → how many did: `usable`, or the stage and the kind of its failure. */
  readonly endings: Readonly<Record<string, number>>;
  /** Connections that took more than one SYN: what shows that the line loses packets. */
  readonly sentAgain: number;
  /** The longest that a port which took no connection was waited for. */
  readonly slowestSilentMs: number;
};

/** Linux sends a SYN again after 1 s (RFC 6298 §2.1), less what its timers are early. */
const secondSynMs = 900;

type Ended = { readonly ending: string; readonly settledMs: number; readonly connectMs: number };

/** One address of one family, so that no second connection makes up for a lost one. */
async function probeOnce(address: string, port: number): Promise<Ended> {
  const started = performance.now();
  let ending = 'unfinished';
  let connectMs = 0;
  const options = {
    mode: 'local' as const,
    signal: new AbortController().signal,
    onUnexpected(error: unknown): never {
      throw error;
    },
  };
  let settledMs = Number.NaN;
  for await (const event of runProbe([endpointAt(address, port)], options)) {
    if (event.event === 'stage-passed' && event.stage === 'connect') connectMs = event.tookMs;
    if (event.event !== 'endpoint-settled') continue;
    const { outcome } = event;
    settledMs = performance.now() - started;
    ending = outcome.status === 'failed' ? `${outcome.failure.stage} ${outcome.failure.kind}` : outcome.status;
  }
  return { ending, settledMs, connectMs };
}

export const silent = 'connect timed-out';

export async function lossyConnects({ address, port, connects, everyMs }: Order): Promise<Told> {
  const running: ReturnType<typeof probeOnce>[] = [];
  for (let connect = 0; connect < connects; connect += 1) {
    running.push(probeOnce(address, port));
    await pause(everyMs);
  }
  const endings: Record<string, number> = {};
  let slowestSilentMs = 0;
  let sentAgain = 0;
  for (const { ending, settledMs, connectMs } of await Promise.all(running)) {
    endings[ending] = (endings[ending] ?? 0) + 1;
    if (connectMs > secondSynMs) sentAgain += 1;
    if (ending === silent) slowestSilentMs = Math.max(slowestSilentMs, settledMs);
  }
  return { endings, sentAgain, slowestSilentMs };
}

/** From now on a SYN is sent again after 1 and 3 s, as before Linux 6.5, and not every second. For this namespace alone. */
export function retryLikeOlderKernels(): Promise<void> {
  writeFileSync('/proc/sys/net/ipv4/tcp_syn_linear_timeouts', '0');
  return Promise.resolve();
}
