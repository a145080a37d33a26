/** Two reports side by side: which ports changed, and what was found in one of them only. */
import { portName, portResult } from './facts';
import type { Report, ReportFinding } from './report';

type PortChange = {
  readonly name: string;
  /** What the port came to in each report; undefined where it was not tried. */
  readonly before: string | undefined;
  readonly after: string | undefined;
  readonly isChanged: boolean;
};

export type Comparison = {
  readonly ports: readonly PortChange[];
  /** Titles of findings that are no more. */
  readonly gone: readonly string[];
  /** Titles of findings that are new. */
  readonly added: readonly string[];
};

type Place = { readonly key: string; readonly title: string };

/** Every finding of a report with where it was made: the same words about another port are another finding. */
function places({ findings, ports, message }: Report): Place[] {
  const at = (where: string, finding: ReportFinding | undefined): Place[] =>
    finding === undefined ? [] : [{ key: `${where} ${finding.rule}`, title: `${where}: ${finding.title}` }];
  return [
    ...findings.flatMap((finding) => at('All ports', finding)),
    ...ports.flatMap((port) => at(`Port ${portName(port)}`, port.finding)),
    ...at('Test message', message?.finding),
    ...(message?.source?.findings ?? []).flatMap((finding) => at('Source of the message', finding)),
  ];
}

const missingFrom = (others: readonly Place[], own: readonly Place[]) =>
  own.filter(({ key }) => !others.some((other) => other.key === key)).map(({ title }) => title);

/** Two reports, the earlier one first → what differs. Ports are matched by number and encryption. */
export function compareReports(before: Report, after: Report): Comparison {
  const resultsOf = ({ ports }: Report) => new Map(ports.map((port) => [portName(port), portResult(port)]));
  const [earlier, later] = [resultsOf(before), resultsOf(after)];
  const ports = [...new Set([...earlier.keys(), ...later.keys()])].map((name) => {
    const [was, is] = [earlier.get(name), later.get(name)];
    return { name, before: was, after: is, isChanged: was !== is };
  });
  return { ports, gone: missingFrom(places(after), places(before)), added: missingFrom(places(before), places(after)) };
}
