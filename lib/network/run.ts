import 'server-only';
import { setMaxListeners } from 'node:events';
import { ConversationGate } from './conversation-gate';
import { deadlines, patienceFor } from './deadlines';
import { connectTcp, type Connect } from './dial';
import type { Mode } from './deployment';
import type { Run } from './open-endpoint';
import type { Addresses } from './addresses';
import { startClock } from './run-clock';

export type RunOptions = {
  readonly mode: Mode;
  readonly signal: AbortSignal;
  /** Tells of our own mistakes, which are the only errors nobody else could see. Never given a secret. */
  readonly onUnexpected: (error: unknown) => void;
  readonly now?: () => number;
  readonly connect?: Connect;
  readonly resolve?: (host: string, signal: AbortSignal) => Promise<Addresses>;
};

/** Every wait ends with the run's own time; should one not, it is cut off here. */
const overrunMs = 1_000;

/** Options → what all conversations of one request share. Whoever ends it early closes what is still open. */
export function startRun(
  kind: 'probe' | 'message',
  options: RunOptions,
): { readonly run: Run; readonly end: (isComplete: boolean) => void } {
  const now = startClock(options.now);
  const cutOff = new AbortController();
  const timer = setTimeout(() => cutOff.abort(), deadlines[kind] + overrunMs);
  const signal = AbortSignal.any([options.signal, cutOff.signal]);
  // Every socket of up to 16 endpoints listens to it, so the number is no sign of a leak.
  setMaxListeners(0, signal);
  const run: Run = {
    mode: options.mode,
    connect: options.connect ?? connectTcp,
    signal,
    now,
    patience: patienceFor(deadlines[kind], now),
    gate: new ConversationGate(),
  };
  const end = (isComplete: boolean) => {
    clearTimeout(timer);
    if (!isComplete) cutOff.abort();
  };
  return { run, end };
}
