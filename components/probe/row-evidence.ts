import type { Evidence, Vantage } from '@/lib/diagnosis/finding';
import type { Attempt } from '@/lib/probe/events';
import type { Directory } from '@/lib/providers/directory';
import type { Failure } from '@/lib/smtp/outcome';
import type { KnownServer } from '@/lib/wizard/known-server';
import type { PortRow } from '@/lib/wizard/port-rows';

/** What all rows of a run share when one of them is explained. */
export type RunFacts = {
  readonly rows: readonly PortRow[];
  readonly attempts: readonly Attempt[];
  readonly known: KnownServer;
  readonly directory: Directory;
  readonly username: string | undefined;
  readonly vantage: Vantage;
};

/** A row that failed and its run → the evidence for its finding. */
export function rowEvidence({ planned, report }: PortRow, failure: Failure, run: RunFacts): Evidence {
  const { endpoint, role } = planned;
  const { rows, attempts, known, directory, username, vantage } = run;
  // A practice port is explained by the port it stands for, whose number no other row and no address knows.
  const others = role === endpoint.port ? { reports: rows.map((row) => row.report), attempts } : {};
  const { transcript } = report;
  return { ...endpoint, ...known, ...others, port: role, failure, transcript, directory, username, vantage };
}
