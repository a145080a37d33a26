/** The way a message took, as lines for people. */
import { printable } from '@/lib/diagnosis/shown';
import { duration } from '@/lib/probe/duration';
import type { ReceivedChain } from './received-chain';

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
