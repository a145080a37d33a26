'use client';
import { FindingCard } from '@/components/findings/finding-card';
import { diagnose } from '@/lib/diagnosis/diagnose';
import { diagnoseRun } from '@/lib/diagnosis/diagnose-run';
import type { Finding } from '@/lib/diagnosis/finding';
import { rowEvidence, type RunFacts } from './row-evidence';

export type RunFindingsProps = {
  readonly run: RunFacts;
  /** Nothing works: then one cause has to come first. */
  readonly isStuck: boolean;
};

/** What all ports have in common; or else what the best of the offered ones says. */
function findingsOf({ run, isStuck }: RunFindingsProps): readonly Finding[] {
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

/** The findings of a whole run, worst first. */
export function RunFindings(props: RunFindingsProps) {
  return findingsOf(props).map((finding) => <FindingCard key={finding.ruleId} finding={finding} />);
}
