'use client';
import Link from 'next/link';
import { lazy, Suspense } from 'react';
import { stepPath } from '@/lib/wizard/steps';
import type { PortTest } from './use-port-test';

// Fetched when something went wrong: the rules would weigh on every page that works.
const RunFindings = lazy(async () => {
  const loaded = await import('./run-findings');
  return { default: loaded.RunFindings };
});

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

const notAdmitted =
  'This Outport did not try it: the name does not exist, or leads to an address that is not public. Check the host name, or run Outport on your own computer.';

/** Which port to use and why; or, when none works, what most likely stands in the way and what to do first. */
export function PortAdvice({ test }: { readonly test: PortTest }) {
  const { advice, best, isOver, run } = test;
  const somethingFailed =
    run.rows.some(({ report }) => report.outcome?.status === 'failed') ||
    run.attempts.some(({ result }) => result !== 'connected');
  const isRefused = run.rows.every(({ report: { outcome } }) => {
    return outcome?.status === 'not-tested' && outcome.reason === 'not-admitted';
  });
  return (
    <>
      <Recommended advice={advice} best={best} />
      {isOver && advice.status === 'none' && (
        <p className="notice warning">
          {isRefused ? notAdmitted : advice.reason}{' '}
          <Link href={stepPath('account')}>Change the server or its ports</Link>
        </p>
      )}
      {isOver && somethingFailed && (
        <Suspense fallback={null}>
          <RunFindings run={run} isStuck={advice.status === 'none'} />
        </Suspense>
      )}
    </>
  );
}
