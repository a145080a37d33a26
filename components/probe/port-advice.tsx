import Link from 'next/link';
import { FindingCard } from '@/components/findings/finding-card';
import { diagnose } from '@/lib/diagnosis/diagnose';
import { diagnoseRun } from '@/lib/diagnosis/diagnose-run';
import type { Finding } from '@/lib/diagnosis/finding';
import { stepPath } from '@/lib/wizard/steps';
import { rowEvidence } from './row-evidence';
import type { PortTest } from './use-port-test';

/** The recommended port, and why. */
function Recommended({ advice, best }: Pick<PortTest, 'advice' | 'best'>) {
  if (advice.status !== 'recommended' || !advice.final || best === undefined) return null;
  const { endpoint, role } = best.planned;
  return (
    <div className="notice ok">
      <p>
        {role !== endpoint.port && `Port ${endpoint.port} plays the part of ${role}. `}
        {advice.reason}
      </p>
      {advice.note !== undefined && <p>{advice.note}</p>}
    </div>
  );
}

/** What all ports have in common; or else what the best of the offered ones says, since one cause must come first. */
function runFindings({ run, best }: PortTest): readonly Finding[] {
  const { rows, known, ...facts } = run;
  const common = diagnoseRun({ ...facts, ...known, reports: rows.map(({ report }) => report) });
  if (best !== undefined || common.some(({ severity }) => severity === 'blocker')) return common;
  const [first] = rows.flatMap((row) => {
    const { outcome } = row.report;
    return row.planned.offered && outcome?.status === 'failed'
      ? [diagnose(rowEvidence(row, outcome.failure, run))]
      : [];
  });
  return first === undefined ? common : [first, ...common];
}

/** Which port to use and why; or, when none works, what most likely stands in the way and what to do first. */
export function PortAdvice({ test }: { readonly test: PortTest }) {
  const { advice, best, isOver } = test;
  return (
    <>
      <Recommended advice={advice} best={best} />
      {isOver && advice.status === 'none' && (
        <p className="notice warning">
          {advice.reason} <Link href={stepPath('account')}>Change the server or its ports</Link>
        </p>
      )}
      {isOver && runFindings(test).map((finding) => <FindingCard key={finding.ruleId} finding={finding} />)}
    </>
  );
}
