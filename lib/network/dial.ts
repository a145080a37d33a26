import 'server-only';
import net from 'node:net';
import type { Attempt } from '@/lib/probe/events';
import type { Failure } from '@/lib/smtp/outcome';
import type { Patience } from './deadlines';
import { ConversationAborted, ConversationFailed } from './failure-thrown';
import type { Addresses } from './addresses';
import { socketFailure } from './socket-failure';

const place = { stage: 'connect', secured: false } as const;

export type Connect = (address: string, port: number) => net.Socket;
type AddressAttempt = Omit<Attempt, 'endpoint'>;
export type Dialled = { readonly socket: net.Socket; readonly address: string; readonly family: 4 | 6 };

/** The exact address that was vetted, without another look-up, and without Nagle's delay (RFC 896). */
export const connectTcp: Connect = (address, port) => net.connect({ host: address, port, noDelay: true });

type Try = {
  readonly address: string;
  readonly family: 4 | 6;
  readonly result: net.Socket | Failure | 'cancelled';
  readonly tookMs: number;
  readonly error?: unknown;
};

export type DialOptions = {
  readonly connect: Connect;
  readonly patience: Patience;
  readonly signal: AbortSignal;
  readonly onAttempt: (attempt: AddressAttempt) => void;
};

function tryAddress(address: string, port: number, family: 4 | 6, options: DialOptions): Promise<Try> {
  const { connect, patience, signal } = options;
  const started = performance.now();
  return new Promise((resolve) => {
    // connect(2) refusing at once, before the event loop turned, is this machine's own decision.
    let local = true;
    setImmediate(() => (local = false));
    const socket = connect(address, port);
    const elapsed = () => Math.round((performance.now() - started) * 10) / 10;
    const done = (result: Try['result'], error?: unknown) => {
      clearTimeout(timer);
      signal.removeEventListener('abort', onAbort);
      if (result !== socket) socket.destroy();
      resolve({ address, family, result, tookMs: elapsed(), error });
    };
    const onAbort = () => done('cancelled');
    const ms = patience('connect');
    const timer = setTimeout(() => done({ ...place, kind: 'timed-out', afterMs: ms, bytes: 0 }), ms);
    socket.once('connect', () => done(socket));
    socket.once('error', (error) =>
      done(socketFailure(error, place, { local, elapsedMs: elapsed(), bytes: 0 }), error),
    );
    // After the outcome an error is only the end of a socket that somebody else now watches, or nobody needs.
    socket.on('error', () => socket.destroy());
    signal.addEventListener('abort', onAbort, { once: true });
    if (signal.aborted) onAbort();
  });
}

/** Which of several failures speaks for the endpoint: an answer says more than silence, silence more than no route. */
const order: readonly Failure['kind'][] = ['refused', 'closed-by-peer', 'timed-out', 'unreachable'];

type Failed = { readonly failure: Failure; readonly error: unknown };

function mostTelling(failed: readonly Failed[]): Failed | undefined {
  return order.flatMap((kind) => failed.find(({ failure }) => failure.kind === kind) ?? [])[0] ?? failed[0];
}

/**
 * The next address of a family is worth trying only after an instant failure: this long after the first began. Together
 * with one deadline it bounds how long a port that takes no connection is waited for.
 */
const instantMs = 1_000;
const mostAddresses = 8;

async function tryFamily(
  addresses: readonly string[],
  family: 4 | 6,
  port: number,
  options: DialOptions,
  report: (attempt: Try) => boolean,
): Promise<void> {
  const started = performance.now();
  for (const address of addresses.slice(0, mostAddresses)) {
    const goesOn = report(await tryAddress(address, port, family, options));
    if (!goesOn || performance.now() - started >= instantMs) return;
  }
}

/**
 * Addresses → the first socket that connects, of either family; `onAttempt` hears the fate of every address tried,
 * the losers' too, and `allSettled` resolves when the last is known. Losing sockets are closed.
 * `dialled` rejects with ConversationFailed when all fail, with ConversationAborted when the signal fires.
 */
export function dial(
  addresses: Addresses,
  port: number,
  options: DialOptions,
): { readonly dialled: Promise<Dialled>; readonly allSettled: Promise<void> } {
  const { signal, onAttempt } = options;
  const failed: Failed[] = [];
  let won = false;
  let win: (dialled: Dialled) => void;
  let lose: (error: unknown) => void;
  const dialled = new Promise<Dialled>((resolve, reject) => {
    win = resolve;
    lose = reject;
  });
  const report = ({ result, error, ...attempt }: Try): boolean => {
    if (result instanceof net.Socket) {
      onAttempt({ ...attempt, result: 'connected' });
      if (won || signal.aborted) result.destroy();
      else win({ socket: result, address: attempt.address, family: attempt.family });
      won = true;
      return false;
    }
    onAttempt({ ...attempt, result });
    if (result === 'cancelled') return false;
    failed.push({ failure: result, error });
    return !won;
  };
  const families = [
    tryFamily(addresses.ipv4, 4, port, options, report),
    tryFamily(addresses.ipv6, 6, port, options, report),
  ];
  const allSettled = Promise.all(families).then(
    () => {
      const telling = mostTelling(failed);
      if (signal.aborted || telling === undefined) lose(new ConversationAborted());
      else lose(new ConversationFailed(telling.failure, telling.error));
    },
    // A connection that could not even be tried is a mistake of ours, and must not leave anybody waiting.
    (error: unknown) => lose(error),
  );
  return { dialled, allSettled };
}
