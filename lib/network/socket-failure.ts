import 'server-only';
import type { Failure, Stage } from '@/lib/smtp/outcome';

type Place = { readonly stage: Stage; readonly secured: boolean };
type Unreachable = Extract<Failure, { kind: 'unreachable' }>['cause'];

const unreachable: Readonly<Record<string, Unreachable>> = {
  ENETUNREACH: 'no-route',
  ENETDOWN: 'no-route',
  EADDRNOTAVAIL: 'no-route',
  EINVAL: 'no-route', // Linux answers so for a blackhole route
  EHOSTUNREACH: 'host',
  EHOSTDOWN: 'host',
  EACCES: 'denied-by-system',
  EPERM: 'denied-by-system',
};

/** Any thrown value → its Node or OpenSSL code, or the empty string. */
export function errorCode(error: unknown): string {
  return error instanceof Error && 'code' in error && typeof error.code === 'string' ? error.code : '';
}

/**
 * A socket error → a Failure, by its code alone. `local` says that this machine refused before a packet left;
 * `elapsedMs` is how long it took, `bytes` what had been received.
 */
export function socketFailure(
  error: unknown,
  place: Place,
  seen: { local: boolean; elapsedMs: number; bytes: number },
): Failure {
  const code = errorCode(error);
  const cause = unreachable[code];
  if (cause !== undefined)
    return { ...place, kind: 'unreachable', cause, local: seen.local || cause === 'denied-by-system' };
  switch (code) {
    case 'ECONNREFUSED':
      return { ...place, kind: 'refused' };
    case 'ECONNRESET':
    case 'EPIPE':
    case 'ECONNABORTED':
      return { ...place, kind: 'closed-by-peer', how: 'reset' };
    case 'ETIMEDOUT':
      return { ...place, kind: 'timed-out', afterMs: seen.elapsedMs, bytes: seen.bytes };
    default:
      return { ...place, kind: 'unexpected' };
  }
}
