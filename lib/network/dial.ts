import 'server-only';
import net from 'node:net';
import type { Attempt } from '@/lib/probe/events';
import type { Failure } from '@/lib/smtp/outcome';
import { deadlines } from './deadlines';
import { ConversationAborted, ConversationFailed } from './failure-thrown';
import type { Addresses } from './resolve';
import { socketFailure } from './socket-failure';

const place = { stage: 'connect', secured: false } as const;

export type Connect = (address: string, port: number) => net.Socket;
export type AddressAttempt = Omit<Attempt, 'endpoint'>;
export type Dialled = { readonly socket: net.Socket; readonly address: string; readonly family: 4 | 6 };

/** The exact address that was vetted, without another look-up, and without Nagle's delay (RFC 896). */
export const connectTcp: Connect = (address, port) => net.connect({ host: address, port, noDelay: true });

type Try = {
  readonly address: string;
  readonly family: 4 | 6;
  readonly result: net.Socket | Failure | 'cancelled';
  readonly tookMs: number;
};

function tryAddress(connect: Connect, address: string, port: number, family: 4 | 6, signal: AbortSignal): Promise<Try> {
  const started = performance.now();
  return new Promise((resolve) => {
    // connect(2) refusing at once, before the event loop turned, is this machine's own decision.
    let local = true;
    setImmediate(() => (local = false));
    const socket = connect(address, port);
    const elapsed = () => Math.round((performance.now() - started) * 10) / 10;
    const done = (result: Try['result']) => {
      clearTimeout(timer);
      signal.removeEventListener('abort', onAbort);
      if (result !== socket) socket.destroy();
      resolve({ address, family, result, tookMs: elapsed() });
    };
    const onAbort = () => done('cancelled');
    const timer = setTimeout(
      () => done({ ...place, kind: 'timed-out', afterMs: deadlines.connect, bytes: 0 }),
      deadlines.connect,
    );
    socket.once('connect', () => done(socket));
    socket.once('error', (error) => done(socketFailure(error, place, { local, elapsedMs: elapsed(), bytes: 0 })));
    // After the outcome an error is only the end of a socket that somebody else now watches, or nobody needs.
    socket.on('error', () => socket.destroy());
    signal.addEventListener('abort', onAbort, { once: true });
    if (signal.aborted) onAbort();
  });
}

/** Which of several failures speaks for the endpoint: an answer says more than silence, silence more than no route. */
const order: readonly Failure['kind'][] = ['refused', 'closed-by-peer', 'timed-out', 'unreachable'];

function worstOf(failures: readonly Failure[]): Failure {
  const byOrder = order.map((kind) => failures.find((failure) => failure.kind === kind));
  return (
    byOrder.find((failure) => failure !== undefined) ??
    failures[0] ?? { ...place, kind: 'name-not-found', cause: 'no-address' }
  );
}

async function tryFamily(
  addresses: readonly string[],
  family: 4 | 6,
  port: number,
  connect: Connect,
  signal: AbortSignal,
  report: (attempt: Try) => boolean,
): Promise<void> {
  for (const address of addresses) {
    const attempt = await tryAddress(connect, address, port, family, signal);
    const carriesOn = report(attempt);
    // Only an instant failure is worth the next address of the family: after a silence the deadline is spent.
    if (!carriesOn || attempt.tookMs >= deadlines.connect / 2) return;
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
  options: {
    readonly family?: 4 | 6 | undefined;
    readonly connect: Connect;
    readonly signal: AbortSignal;
    readonly onAttempt: (attempt: AddressAttempt) => void;
  },
): { readonly dialled: Promise<Dialled>; readonly allSettled: Promise<void> } {
  const { family, connect, signal, onAttempt } = options;
  const failures: Failure[] = [];
  let allSettled: Promise<void> = Promise.resolve();
  const dialled = new Promise<Dialled>((resolve, reject) => {
    let won = false;
    const report = ({ result, ...attempt }: Try): boolean => {
      if (result instanceof net.Socket) {
        onAttempt({ ...attempt, result: 'connected' });
        if (won) result.destroy();
        else resolve({ socket: result, address: attempt.address, family: attempt.family });
        won = true;
        return false;
      }
      onAttempt({ ...attempt, result });
      if (result === 'cancelled') return false;
      failures.push(result);
      return !won;
    };
    const families = (
      [
        [4, addresses.ipv4],
        [6, addresses.ipv6],
      ] as const
    ).filter(([kind]) => family === undefined || kind === family);
    allSettled = Promise.all(families.map(([kind, list]) => tryFamily(list, kind, port, connect, signal, report))).then(
      () => {
        reject(signal.aborted && !won ? new ConversationAborted() : new ConversationFailed(worstOf(failures)));
      },
    );
  });
  return { dialled, allSettled };
}
