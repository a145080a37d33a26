/** The system's error numbers, which PHP hands on as they are: they differ by the family of the system (PHP_OS_FAMILY). */
import type { Failure } from '@/lib/smtp/outcome';

type Fate = 'refused' | 'timed-out' | 'reset' | 'no-route' | 'host' | 'denied';

const linux: Readonly<Record<number, Fate>> = {
  1: 'denied', // EPERM
  13: 'denied', // EACCES
  99: 'no-route', // EADDRNOTAVAIL
  101: 'no-route', // ENETUNREACH
  104: 'reset', // ECONNRESET
  110: 'timed-out', // ETIMEDOUT
  111: 'refused', // ECONNREFUSED
  113: 'host', // EHOSTUNREACH
};
const bsd: Readonly<Record<number, Fate>> = {
  1: 'denied',
  13: 'denied',
  49: 'no-route',
  51: 'no-route',
  54: 'reset',
  60: 'timed-out',
  61: 'refused',
  65: 'host',
};
const windows: Readonly<Record<number, Fate>> = {
  10013: 'denied',
  10049: 'no-route',
  10051: 'no-route',
  10054: 'reset',
  10060: 'timed-out',
  10061: 'refused',
  10065: 'host',
};
const families: Readonly<Record<string, Readonly<Record<number, Fate>>>> = {
  Linux: linux,
  BSD: bsd,
  Darwin: bsd,
  Windows: windows,
};

const place = { stage: 'connect', secured: false } as const;

/** Number and system → why no connection was made; `patience` is PHP's, in seconds. A number nobody foresaw is `unexpected`. */
export function connectFailure(errno: number, os: string, patience: number): Failure {
  switch (families[os]?.[errno]) {
    case 'refused':
      return { ...place, kind: 'refused' };
    case 'timed-out':
      return { ...place, kind: 'timed-out', afterMs: patience * 1000, bytes: 0 };
    case 'reset':
      return { ...place, kind: 'closed-by-peer', how: 'reset' };
    case 'no-route':
      return { ...place, kind: 'unreachable', cause: 'no-route', local: true };
    case 'host':
      return { ...place, kind: 'unreachable', cause: 'host', local: false };
    case 'denied':
      return { ...place, kind: 'unreachable', cause: 'denied-by-system', local: true };
    case undefined:
      return { ...place, kind: 'unexpected' };
  }
}
