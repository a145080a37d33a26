'use client';
import { FindingCard } from '@/components/findings/finding-card';
import { diagnose } from '@/lib/diagnosis/diagnose';
import { diagnoseRun } from '@/lib/diagnosis/diagnose-run';
import type { Finding } from '@/lib/diagnosis/finding';
import type { PortRow } from '@/lib/wizard/port-rows';
import { NetworkControl } from './network-control';
import { rowEvidence, type RunFacts } from './row-evidence';

export type RunFindingsProps = {
  readonly run: RunFacts;
  /** Nothing works: then one cause has to come first. */
  readonly isStuck: boolean;
};

/** What all ports have in common; or else what the best of the offered ones says. */
export function findingsOf({ run, isStuck }: RunFindingsProps): readonly Finding[] {
  const { rows, known, ...facts } = run;
  const common = diagnoseRun({ ...facts, ...known, reports: rows.map(({ report }) => report) });
  if (!isStuck || common.some(({ severity }) => severity === 'blocker')) return common;
  const [first] = rows.flatMap((row) => {
    const { outcome } = row.report;
    return row.planned.offered && outcome?.status === 'failed'
      ? [diagnose(rowEvidence(row, outcome.failure, run))]
      : [];
  });
  return first === undefined ? common : [first, ...common];
}

/** A silent port that the server should answer on: not 25, which nearly everybody closes, and none that plays another. */
function silentRow({ rows }: RunFacts): PortRow | undefined {
  return rows.find(({ report: { outcome }, planned: { offered, role, endpoint } }) => {
    const isSilent =
      outcome?.status === 'failed' && outcome.failure.kind === 'timed-out' && outcome.failure.stage === 'connect';
    return isSilent && offered && role === endpoint.port && role !== 25;
  });
}

/** The findings of a whole run, worst first, and a way to tell a silent network from a silent server. */
export function RunFindings(props: RunFindingsProps) {
  const { run } = props;
  const silent = run.vantage === 'local' ? silentRow(run) : undefined;
  return (
    <>
      {findingsOf(props).map((finding) => (
        <FindingCard key={finding.ruleId} finding={finding} />
      ))}
      {silent !== undefined && <NetworkControl run={run} row={silent} />}
    </>
  );
}
