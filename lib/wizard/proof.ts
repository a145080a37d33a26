/** What was proven, in words that go with the settings wherever they are pasted. */
import { duration } from '@/lib/probe/duration';
import type { Draft, Proven, SeenArrival } from './draft';
import { claim } from './finished-settings';

/** ISO 8601 in UTC → `2026-11-24 10:00 UTC`. */
export function readableMoment(iso: string): string {
  return `${iso.slice(0, 10)} ${iso.slice(11, 16)} UTC`;
}

/** How a message was seen to arrive, to go on after a colon: `opened 41 s after it was accepted`. */
export function arrivalWords(arrived: SeenArrival): string {
  const on = readableMoment(arrived.at);
  switch (arrived.by) {
    case 'link':
      if (arrived.afterMs === undefined) return `its link was pressed on ${on}`;
      return `opened ${arrived.afterMs < 1000 ? 'less than a second' : duration(arrived.afterMs)} after it was accepted`;
    case 'code':
      return `its code was typed on ${on}`;
    case 'source':
      return `its source was pasted from the mailbox on ${on}`;
  }
}

function messageLine({ endpoint, when, outcome, arrived }: Proven, vantage: string): string {
  const sent =
    outcome.status === 'accepted'
      ? `Accepted by ${endpoint.host} on ${readableMoment(when)}, sent from ${vantage}`
      : `Handed to ${endpoint.host} on ${readableMoment(when)} from ${vantage}, its answer was lost`;
  return arrived === undefined ? sent : `${sent}; arrived: ${arrivalWords(arrived)}`;
}

/** Draft and vantage → one line of proof: what was proven, when and from where, or that nothing was. */
export function proofLine(draft: Draft, vantage: string): string {
  const { proven } = draft;
  switch (claim(draft)) {
    case 'works':
      return proven === undefined ? '' : messageLine(proven, vantage);
    case 'connects':
      return `Connects from ${vantage}; no message was sent with these values`;
    case 'not-tested':
      return draft.seenThere === undefined
        ? 'Not tested with these values'
        : `Connects from the web server, seen on ${readableMoment(draft.seenThere)}; no message was sent with these values`;
  }
}
