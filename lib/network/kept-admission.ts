import 'server-only';
import { SlidingWindow } from './sliding-window';

/** Hosted mode: how often one client may have something kept, and how often it may ask for what is kept. */
export const keptLimits = {
  create: { most: 20, windowMs: 3_600_000 },
  ask: { most: 300, windowMs: 60_000 },
} as const;
export type KeptUse = keyof typeof keptLimits;

/** Counts of one process. Times are milliseconds of any clock that only goes forward. */
export class KeptAdmission {
  private readonly windows: Readonly<Record<KeptUse, SlidingWindow>> = {
    create: new SlidingWindow(keptLimits.create.most, keptLimits.create.windowMs),
    ask: new SlidingWindow(keptLimits.ask.most, keptLimits.ask.windowMs),
  };

  /** Seconds until the client may do this again; 0 when it may now, and then it is counted. */
  wait(client: string, use: KeptUse, now: number): number {
    const wait = this.windows[use].wait([client], now);
    if (wait === 0) this.windows[use].count([client], now);
    return Math.ceil(wait / 1000);
  }
}

// Next gives each route a copy of this module; the counts are one per process.
const key = Symbol.for('outport.kept-admission');
const registry = globalThis as { [key]?: KeptAdmission };

/** This process's counts. */
export function keptAdmission(): KeptAdmission {
  const shared = registry[key] ?? new KeptAdmission();
  registry[key] = shared;
  return shared;
}
