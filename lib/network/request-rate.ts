import 'server-only';

/** Hosted mode: how often one target host may be asked for, whoever asks. */
const windowMs = 60_000;
const requestsPerWindow = 10;
const hostsRemembered = 10_000;

const key = Symbol.for('outport.request-times');
const registry = globalThis as { [key]?: Map<string, number[]> };

/** Hosts of a request and the time in milliseconds → 0 when admitted, else after how many seconds to try again. */
export function countRequest(hosts: readonly string[], now: number): number {
  const times = registry[key] ?? new Map<string, number[]>();
  registry[key] = times;
  const recent = (host: string) => (times.get(host) ?? []).filter((time) => now - time < windowMs);
  for (const host of hosts) {
    const known = recent(host);
    if (known.length >= requestsPerWindow) return Math.max(1, Math.ceil((windowMs - (now - (known[0] ?? now))) / 1000));
  }
  if (times.size > hostsRemembered)
    for (const host of [...times.keys()]) if (recent(host).length === 0) times.delete(host);
  if (times.size > hostsRemembered) return 60;
  for (const host of new Set(hosts)) times.set(host, [...recent(host), now]);
  return 0;
}
