/** What was proven, in words that go with the settings wherever they are pasted. */
import type { Draft } from './draft';
import { claim } from './finished-settings';

/** ISO 8601 in UTC → `2026-11-24 10:00 UTC`. */
export function readableMoment(iso: string): string {
  return `${iso.slice(0, 10)} ${iso.slice(11, 16)} UTC`;
}

/** Draft and vantage → one line of proof: what was proven, when and from where, or that nothing was. */
export function proofLine(draft: Draft, vantage: string): string {
  const { proven } = draft;
  switch (claim(draft)) {
    case 'works': {
      const arrived = proven?.arrived === undefined ? '' : `; arrived, seen ${readableMoment(proven.arrived)}`;
      return `Accepted by ${proven?.endpoint.host ?? ''} on ${readableMoment(proven?.when ?? '')}, sent from ${vantage}${arrived}`;
    }
    case 'connects':
      return `Connects from ${vantage}; no message was sent with these values`;
    case 'not-tested':
      return 'Not tested with these values';
  }
}
