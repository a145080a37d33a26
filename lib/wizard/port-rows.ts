/** Plan and report → the rows of the port test, every one there from the first instant and in plan order. */
import type { PlannedPort } from '@/lib/probe/plan';
import type { EndpointReport, ProbeReport } from '@/lib/probe/report';
import { rowStatus, type RowStatus } from '@/lib/probe/row-status';
import { endpointId } from '@/lib/smtp/endpoint';
import type { KnownServer } from './known-server';

export type PortRow = {
  readonly id: string;
  readonly planned: PlannedPort;
  readonly report: EndpointReport;
  readonly status: RowStatus;
};

/** `isRunning` tells a row without an end that waits from one that was stopped. */
export function portRows(
  plan: readonly PlannedPort[],
  report: ProbeReport | undefined,
  { provider }: KnownServer,
  isRunning: boolean,
): readonly PortRow[] {
  return plan.map((planned) => {
    const { endpoint, offered, role } = planned;
    const id = endpointId(endpoint);
    const waiting: EndpointReport = { id, endpoint: { id, ...endpoint }, stages: [], transcript: [] };
    const known = report?.endpoints.find((entry) => entry.id === id) ?? waiting;
    const notOffered = offered ? undefined : `not offered by ${provider?.shortName ?? 'this server'}`;
    return { id, planned, report: known, status: rowStatus(known, { role, notOffered, isRunning }) };
  });
}

/** A row as rules about port numbers must see it: under the well-known port that it is or plays. */
export function underRole({ report, planned }: PortRow): EndpointReport {
  return { ...report, endpoint: { ...report.endpoint, port: planned.role } };
}
