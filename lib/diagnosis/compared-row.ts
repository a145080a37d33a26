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
export type Ports = { readonly count: number; readonly named: string };

/** Rows → their ports, in words. */
export function portsOf(rows: readonly ComparedRow[]): Ports {
  const numbers = [...new Set(rows.map(({ there }) => there.endpoint.port))].sort((a, b) => a - b);
  const list = [numbers.slice(0, -1).join(', '), String(numbers.at(-1))].filter((part) => part !== '').join(' and ');
  return { count: numbers.length, named: `${numbers.length === 1 ? 'port' : 'ports'} ${list}` };
}
