/** The way a message took, as lines for people. */
import { printable } from '@/lib/diagnosis/shown';
import type { ReceivedChain } from './received-chain';

/** Milliseconds → "12 s", "3 min 5 s", "2 h 10 min". */
export function duration(ms: number): string {
  const seconds = Math.round(Math.abs(ms) / 1000);
  const [hours, minutes, rest] = [Math.floor(seconds / 3600), Math.floor(seconds / 60) % 60, seconds % 60];
  if (hours > 0) return `${hours} h${minutes > 0 ? ` ${minutes} min` : ''}`;
  return minutes > 0 ? `${minutes} min${rest > 0 ? ` ${rest} s` : ''}` : `${rest} s`;
}

/** One line for each server, in the order of travel: its time, its name, what it took the mail by, and the wait before. */
export function hopLines({ hops }: ReceivedChain): readonly string[] {
  return hops.map(({ by, from, protocol, at, delayMs }) => {
    const time = at === undefined ? 'no time told' : new Date(at).toISOString().slice(0, 19).replace('T', ' ');
    const wait =
      delayMs === undefined ? '' : delayMs < 0 ? `, ${duration(delayMs)} earlier` : `, +${duration(delayMs)}`;
    const way = [from === undefined ? '' : ` from ${from}`, protocol === undefined ? '' : ` with ${protocol}`].join('');
    return printable(`${time}  ${by ?? 'a server without a name'}${way}${wait}`);
  });
}
