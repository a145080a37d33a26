/** What the side that builds the lab asks of the side that uses it, and what comes back: one JSON object a line. */
import type { Attempt } from '@/lib/probe/events';
import type { DeliveryOutcome, ProbeOutcome, TranscriptLine } from '@/lib/smtp/outcome';
import type { AskedEndpoint, AskedMessage, Witness } from './scenario';

export type Asked<T> = T & { readonly host: string };

export type Job = {
  readonly id: string;
  readonly ask: { readonly probe: readonly Asked<AskedEndpoint>[] } | { readonly message: Asked<AskedMessage> };
  readonly through?: 'http';
  readonly witness: Omit<Witness, 'sees'>;
  /** Addresses the names stand for, where no name server can be asked. */
  readonly addresses?: readonly string[];
};

export type Settled = {
  readonly outcome: ProbeOutcome | DeliveryOutcome;
  readonly transcript: readonly TranscriptLine[];
  readonly attempts: readonly Attempt[];
};

export type JobResult = {
  readonly id: string;
  readonly saw: readonly string[];
  /** In the order in which the endpoints were asked for. */
  readonly settled: readonly Settled[];
  /** Milliseconds that Outport took. */
  readonly tookMs: number;
  /** The job itself could not be done. */
  readonly trouble?: string;
};

export const credentials = { username: 'lab', password: 'correct horse battery staple' } as const;
export const envelope = { from: 'lab@lab.test', to: 'postmaster@lab.test' } as const;
