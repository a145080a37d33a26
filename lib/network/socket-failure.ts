import 'server-only';
import type { Failure, Stage } from '@/lib/smtp/outcome';
import { tlsFailure } from './tls-failure';

export type Place = { readonly stage: Stage; readonly secured: boolean };
type Unreachable = Extract<Failure, { kind: 'unreachable' }>['cause'];

/**
 * What the system's codes say of a connection that could not be made. Those that come of an ICMP answer are the
 * kernel's own translation (Linux: icmp_err_convert); IPv6's "administratively prohibited" arrives as EACCES.
 */
const unreachable: Readonly<Record<string, { readonly here: Unreachable; readonly there: Unreachable }>> = {
  ENETUNREACH: { here: 'no-route', there: 'no-route' },
  ENETDOWN: { here: 'no-route', there: 'no-route' },
  EADDRNOTAVAIL: { here: 'no-route', there: 'no-route' },
  EINVAL: { here: 'no-route', there: 'no-route' }, // Linux answers so for a blackhole route
  EHOSTUNREACH: { here: 'host', there: 'host' },
  EHOSTDOWN: { here: 'host', there: 'host' },
  ENONET: { here: 'host', there: 'host' },
  ENOPROTOOPT: { here: 'host', there: 'host' },
  EACCES: { here: 'denied-by-system', there: 'prohibited' },
  EPERM: { here: 'denied-by-system', there: 'denied-by-system' },
  ERR_ACCESS_DENIED: { here: 'denied-by-system', there: 'denied-by-system' }, // Node's own permission model
};

const closed: ReadonlySet<string> = new Set(['ECONNRESET', 'EPIPE', 'ECONNABORTED', 'ENOTCONN']);

/** Any thrown value → its Node or OpenSSL code, or the empty string. */
export function errorCode(error: unknown): string {
  return error instanceof Error && 'code' in error && typeof error.code === 'string' ? error.code : '';
}

/**
 * A socket error → a Failure, by its code alone. `local` says that this machine refused before a packet left;
 * `elapsedMs` is how long it took, `bytes` what had been received. A code nobody foresaw is `unexpected`.
 */
export function socketFailure(
  error: unknown,
  place: Place,
  seen: { readonly local: boolean; readonly elapsedMs: number; readonly bytes: number },
): Failure {
  const code = errorCode(error);
  const known = unreachable[code];
  if (known !== undefined) {
    const cause = seen.local ? known.here : known.there;
    return { ...place, kind: 'unreachable', cause, local: seen.local || cause === 'denied-by-system' };
  }
  if (code === 'ECONNREFUSED') return { ...place, kind: 'refused' };
  if (closed.has(code)) return { ...place, kind: 'closed-by-peer', how: 'reset' };
  if (code === 'ETIMEDOUT')
    return { ...place, kind: 'timed-out', afterMs: Math.round(seen.elapsedMs), bytes: seen.bytes };
  return tlsFailure(code, place) ?? { ...place, kind: 'unexpected' };
}
