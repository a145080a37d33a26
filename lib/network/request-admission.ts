import 'server-only';
import ipaddr from 'ipaddr.js';
import { isIPv4, isIPv6 } from '@/lib/smtp/host';
import { SlidingWindow } from './sliding-window';

/** Hosted mode: how often one client may ask, how often one host may be asked for, and how many run at once. */
export const requestLimits = {
  windowMs: 60_000,
  perClient: 20,
  perTarget: 10,
  atOnce: 40,
  atOncePerClient: 4,
  /** A request that found no room because of others that run may try again this soon. */
  retryMs: 5_000,
};

/**
 * The client's key, from X-Forwarded-For as the proxies in front wrote it: each appends whom it heard from, so with
 * `trustedProxies` of them the client is that many from the right, and what stands further left it made up itself.
 * An IPv6 client is its /64 network, which is what one line gets. Whoever cannot be told from others shares a key.
 */
export function clientKey(forwardedFor: string | null, trustedProxies: number): string {
  const heard = (forwardedFor ?? '').split(',').map((entry) => entry.trim());
  const address = (heard[heard.length - trustedProxies] ?? '').toLowerCase();
  if (isIPv4(address)) return address;
  if (!isIPv6(address)) return 'unknown';
  const parsed = ipaddr.IPv6.parse(address);
  if (parsed.isIPv4MappedAddress()) return parsed.toIPv4Address().toString();
  return `${parsed.parts.slice(0, 4).join(':')}/64`;
}

export type Admitted =
  | { readonly admitted: true; /** Says that the request is over. */ readonly leave: () => void }
  | { readonly admitted: false; readonly retryAfterSeconds: number };

/** Counts requests of one process. Times are milliseconds of any clock that only goes forward. */
export class RequestAdmission {
  private readonly clients = new SlidingWindow(requestLimits.perClient, requestLimits.windowMs);
  private readonly targets = new SlidingWindow(requestLimits.perTarget, requestLimits.windowMs);
  private readonly running = new Map<string, number>();

  /** A request of a client for these hosts → admitted, or when to try again. What is not admitted is not counted. */
  admit(client: string, hosts: readonly string[], now: number): Admitted {
    const wait = Math.max(this.clients.wait([client], now), this.targets.wait(hosts, now), this.crowdedFor(client));
    if (wait > 0) return { admitted: false, retryAfterSeconds: Math.max(1, Math.ceil(wait / 1000)) };
    this.clients.count([client], now);
    this.targets.count(hosts, now);
    this.running.set(client, (this.running.get(client) ?? 0) + 1);
    let isRunning = true;
    return {
      admitted: true,
      leave: () => {
        if (isRunning) this.left(client);
        isRunning = false;
      },
    };
  }

  private crowdedFor(client: string): number {
    const all = [...this.running.values()].reduce((sum, count) => sum + count, 0);
    const isCrowded = all >= requestLimits.atOnce || (this.running.get(client) ?? 0) >= requestLimits.atOncePerClient;
    return isCrowded ? requestLimits.retryMs : 0;
  }

  private left(client: string): void {
    const others = (this.running.get(client) ?? 1) - 1;
    if (others > 0) this.running.set(client, others);
    else this.running.delete(client);
  }
}

// Next gives each route a copy of this module; the counts are one per process.
const key = Symbol.for('outport.request-admission');
const registry = globalThis as { [key]?: RequestAdmission };

/** This process's counts. */
export function requestAdmission(): RequestAdmission {
  const shared = registry[key] ?? new RequestAdmission();
  registry[key] = shared;
  return shared;
}
