'use client';
import { useEffect, useRef, useState } from 'react';
import { FindingCard } from '@/components/findings/finding-card';
import { diagnoseRun } from '@/lib/diagnosis/diagnose-run';
import { controlEndpoints, controlFinding } from '@/lib/diagnosis/port-control';
import type { Finding } from '@/lib/diagnosis/finding';
import { hostNotes } from '@/lib/hosts/catalog';
import type { ProbeReport } from '@/lib/probe/report';
import type { PortRow } from '@/lib/wizard/port-rows';
import type { RunFacts } from './row-evidence';
import { useProbe } from './use-probe';

type Props = { readonly run: RunFacts; readonly row: PortRow };

/** The control's finding, and where this network closes the port, the hosts that are known to do just that. */
function findingsOf({ run, row }: Props, control: ProbeReport): readonly Finding[] {
  const { host, port } = row.planned.endpoint;
  const finding = controlFinding(port, host, control.endpoints);
  if (finding.ruleId !== 'control-network') return [finding];
  const { rows, known, ...facts } = run;
  const whole = diagnoseRun({ ...facts, ...known, reports: rows.map(({ report }) => report), hostNotes });
  return [finding, ...whole.filter(({ ruleId }) => ruleId === 'closed-by-host')];
}

/** Whose silence is it? Asked only when the person wants to know, since it connects to servers of other providers. */
export function NetworkControl({ run, row }: Props) {
  const [control, setControl] = useState<ProbeReport>();
  const { start, isRunning, trouble } = useProbe(setControl);
  const result = useRef<HTMLDivElement>(null);
  const isDone = control?.finished === true && !isRunning;
  useEffect(() => {
    if (isDone) result.current?.focus();
  }, [isDone]);
  const { host, port } = row.planned.endpoint;
  const endpoints = controlEndpoints(port, host, run.directory);
  if (endpoints.length === 0) return null;
  const asked = endpoints.map((endpoint) => endpoint.host).join(', ');
  return (
    <section className="notice">
      <p>
        <strong>Is it this network, or this server?</strong> Outport can try port {port} at other providers: {asked}. It
        only connects and says hello; nothing of yours is sent.
      </p>
      <p>
        <button type="button" disabled={isRunning} onClick={() => start(endpoints)}>
          Try port {port} elsewhere
        </button>
      </p>
      <p role="status">{isRunning ? 'Asking. Silence takes about 5 seconds.' : ''}</p>
      {trouble !== undefined && <p>{trouble}</p>}
      {isDone && (
        <div ref={result} tabIndex={-1}>
          {findingsOf({ run, row }, control).map((finding) => (
            <FindingCard key={finding.ruleId} finding={finding} />
          ))}
        </div>
      )}
    </section>
  );
}
