'use client';
import { useCallback, useEffect, useRef, useState } from 'react';
import { postForLines, RequestRefused } from '@/components/stream/ndjson-lines';
import { decodeProbeEvent } from '@/lib/probe/events';
import { emptyProbeReport, foldProbe, type ProbeReport } from '@/lib/probe/report';
import type { Endpoint } from '@/lib/smtp/endpoint';

export type ProbeRun = {
  readonly running: boolean;
  readonly trouble: string | undefined;
  readonly start: (endpoints: readonly Endpoint[]) => void;
  readonly stop: () => void;
};

const broken = 'The connection to Outport broke before the test was over. What was learned stays below.';

/** Runs the port test and hands every state of the report to `onReport`; leaving the page stops it. */
export function useProbe(onReport: (report: ProbeReport) => void): ProbeRun {
  const [running, setRunning] = useState(false);
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
      const run = async () => {
        let report = emptyProbeReport;
        for await (const line of postForLines('/api/probe', { endpoints }, controller.signal)) {
          const event = decodeProbeEvent(line);
          if (event === undefined) continue;
          report = foldProbe(report, event);
          onReport(report);
        }
        if (!report.finished) setTrouble(broken);
      };
      run()
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
  return { running, trouble, start, stop };
}
