/** One port tried from two machines, and how it compares. */
import type { EndpointReport } from '@/lib/probe/report';
import { usableFor } from './recommend';

/** How a port compares; `unknown` where one of the two did not try it to the end. */
export type Comparison = 'works-from-both' | 'works-from-neither' | 'works-here-only' | 'works-there-only' | 'unknown';

export type ComparedRow = {
  readonly id: string;
  readonly here: EndpointReport | undefined;
  readonly there: EndpointReport;
  readonly comparison: Comparison;
};

function isSettled(report: EndpointReport | undefined): report is EndpointReport {
  return report?.outcome !== undefined && report.outcome.status !== 'not-tested';
}

/** A port here and there → the comparison. */
export function compare(here: EndpointReport | undefined, there: EndpointReport, credentials: boolean): Comparison {
  if (!isSettled(here) || !isSettled(there)) return 'unknown';
  const isHere = usableFor(here, credentials);
  if (usableFor(there, credentials)) return isHere ? 'works-from-both' : 'works-there-only';
  return isHere ? 'works-here-only' : 'works-from-neither';
}

/** "port 587", "ports 465, 587 and 2525". */
export type Ports = { readonly numbers: readonly number[]; readonly named: string };

/** Closed ports → those worth asking for: a host opens 25 last, and it is not meant for sending (RFC 6409 §3.1). */
export function worthOpening(ports: readonly number[]): readonly number[] {
  return ports.every((port) => port === 25) ? ports : ports.filter((port) => port !== 25);
}

/** Rows → their ports, in words. */
export function portsOf(rows: readonly ComparedRow[]): Ports {
  return inWords(rows.map(({ there }) => there.endpoint.port));
}

/** Numbers of ports, in any order → the words. */
export function inWords(ports: readonly number[]): Ports {
  const numbers = [...new Set(ports)].sort((a, b) => a - b);
  const list = [numbers.slice(0, -1).join(', '), String(numbers.at(-1))].filter((part) => part !== '').join(' and ');
  return { numbers, named: `${numbers.length === 1 ? 'port' : 'ports'} ${list}` };
}
