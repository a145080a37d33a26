'use client';
import { useCallback, useEffect, useRef, useState } from 'react';
import { postForLines, RequestRefused } from '@/components/stream/ndjson-lines';
import { decodeProbeEvent } from '@/lib/probe/events';
import { emptyProbeReport, foldProbe, type ProbeReport } from '@/lib/probe/report';
import type { Endpoint } from '@/lib/smtp/endpoint';

export type ProbeRun = {
  readonly isRunning: boolean;
  /** Our own fault or the connection to us, in words; undefined when there is none. */
  readonly trouble: string | undefined;
  readonly start: (endpoints: readonly Endpoint[]) => void;
  readonly stop: () => void;
};

const broken = 'The connection to Outport broke before the test was over. What was learned stays below.';

/** Longer than the probe's own 30 seconds: past it nobody will answer any more. */
const patienceMs = 45_000;

async function run(endpoints: readonly Endpoint[], signal: AbortSignal, onReport: (report: ProbeReport) => void) {
  let report = emptyProbeReport;
  for await (const line of postForLines('/api/probe', { endpoints }, signal)) {
    const event = decodeProbeEvent(line);
    if (event === undefined) continue;
    report = foldProbe(report, event);
    // The plan alone is no news, and an old result stays in sight until the new one has some.
    if (event.event !== 'planned') onReport(report);
  }
  return report;
}

/** Runs the port test and hands every state of the report to `onReport`; leaving the page stops it. */
export function useProbe(onReport: (report: ProbeReport) => void): ProbeRun {
  const [isRunning, setRunning] = useState(false);
  const [trouble, setTrouble] = useState<string>();
  const current = useRef<AbortController>(undefined);
  const stop = useCallback(() => current.current?.abort(), []);
  const start = useCallback(
    (endpoints: readonly Endpoint[]) => {
      current.current?.abort();
      const controller = new AbortController();
      current.current = controller;
      setRunning(true);
      setTrouble(undefined);
      const signal = AbortSignal.any([controller.signal, AbortSignal.timeout(patienceMs)]);
      run(endpoints, signal, (report) => {
        if (!controller.signal.aborted) onReport(report);
      })
        .then(({ finished }) => {
          if (!finished && !controller.signal.aborted) setTrouble(broken);
        })
        .catch((error: unknown) => {
          if (!controller.signal.aborted) setTrouble(error instanceof RequestRefused ? error.reason : broken);
        })
        .finally(() => {
          if (current.current === controller) setRunning(false);
        });
    },
    [onReport],
  );
  useEffect(() => stop, [stop]);
  return { isRunning, trouble, start, stop };
}
