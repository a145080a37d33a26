import 'server-only';
import { SlidingWindow } from './sliding-window';

/**
 * Hosted mode: how often one address may be dialled in a minute, by whatever names it is called. Hosts are counted
 * before they are looked up; a stranger's wildcard name would otherwise be a new host each time.
 */
const dialsPerMinute = 80;

// Next gives each route a copy of this module; what protects a target is one per process.
const key = Symbol.for('outport.target-rate');
const registry = globalThis as { [key]?: SlidingWindow };

/** Addresses that are about to be dialled → true, and counted, when none was dialled too often. */
export function admitDial(addresses: readonly string[], now: number = Date.now()): boolean {
  const dials = registry[key] ?? new SlidingWindow(dialsPerMinute, 60_000);
  registry[key] = dials;
  if (dials.wait(addresses, now) > 0) return false;
  dials.count(addresses, now);
  return true;
}
