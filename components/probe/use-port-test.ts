'use client';
import { useEffect, useEffectEvent } from 'react';
import { useDraft } from '@/components/wizard/draft-context';
import { useKnownServer } from '@/components/wizard/use-known-server';
import { recommend, usableFor, type Recommendation } from '@/lib/diagnosis/recommend';
import { planPorts } from '@/lib/probe/plan';
import { portRows, underRole, type PortRow } from '@/lib/wizard/port-rows';
import type { RunFacts } from './row-evidence';
import { useProbe, type ProbeRun } from './use-probe';

export type PortTest = Omit<ProbeRun, 'start'> & {
  readonly host: string;
  readonly rows: readonly PortRow[];
  /** What the rows have in common when one of them, or all, are explained. */
  readonly run: RunFacts;
  readonly advice: Recommendation;
  /** The best row so far. */
  readonly best: PortRow | undefined;
  readonly isUsable: (row: PortRow) => boolean;
  /** A run was made and none is going on. */
  readonly isOver: boolean;
  readonly again: () => void;
};

/** The port test of the account that was given: its plan, its rows as they change, and what they amount to. */
export function usePortTest(): PortTest {
  const { draft, report, setReport, ready, mode, directory } = useDraft();
  const { start, stop, isRunning, trouble } = useProbe(setReport);
  const { account } = draft;
  const known = useKnownServer();
  const { host = '', ports = [], login: credentials = true } = account ?? {};
  const plan =
    account === undefined ? [] : planPorts({ host, ports, variant: known.variant, isHosted: mode === 'hosted' });
  const again = () => start(plan.map(({ endpoint }) => endpoint));
  const begin = useEffectEvent(again);
  const isDue = ready && account !== undefined && report === undefined && !isRunning && trouble === undefined;
  useEffect(() => {
    if (isDue) begin();
  }, [isDue]);
  const rows = portRows(plan, report, known, isRunning || isDue);
  const advice = recommend(rows.map(underRole), { provider: known.provider, credentials });
  const best = advice.status === 'recommended' ? rows.find(({ id }) => id === advice.report.id) : undefined;
  return {
    host,
    rows,
    run: {
      rows,
      known,
      directory,
      attempts: report?.attempts ?? [],
      username: credentials ? (account?.username ?? '') : undefined,
      vantage: mode,
    },
    advice,
    best,
    isUsable: (row) => usableFor(row.report, credentials),
    isOver: report !== undefined && !isRunning,
    isRunning,
    trouble,
    stop,
    again,
  };
}
