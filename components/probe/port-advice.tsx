import Link from 'next/link';
import { FindingCard } from '@/components/findings/finding-card';
import { diagnose } from '@/lib/diagnosis/diagnose';
import { stepPath } from '@/lib/wizard/steps';
import type { PortTest } from './use-port-test';

/** Which port to use and why; or, when none works, what most likely stands in the way and what to do first. */
export function PortAdvice({ test }: { readonly test: PortTest }) {
  const { advice, best, isOver, known, rows } = test;
  if (advice.status === 'recommended') {
    if (!advice.final || best === undefined) return null;
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
  if (!isOver) return null;
  // The port that submission belongs to speaks for all: port 25 and what nobody offers would only distract.
  const [worst] = rows.filter(({ report, planned }) => report.outcome?.status === 'failed' && planned.offered);
  const failure = worst?.report.outcome?.status === 'failed' ? worst.report.outcome.failure : undefined;
  return (
    <>
      <p className="notice warning">{advice.reason} Open a row to see what happened there.</p>
      {worst !== undefined && failure !== undefined && (
        <FindingCard
          finding={diagnose({
            ...worst.planned.endpoint,
            ...known,
            port: worst.planned.role,
            failure,
            transcript: worst.report.transcript,
          })}
        />
      )}
      <p>
        <Link href={stepPath('account')}>Change the server or its ports</Link>
      </p>
    </>
  );
}
