'use client';
import { useCallback } from 'react';
import { postForLines } from '@/components/stream/ndjson-lines';
import { useStream, type Stream } from '@/components/stream/use-stream';
import { decodeProbeEvent } from '@/lib/probe/events';
import { emptyProbeReport, foldProbe, type ProbeReport } from '@/lib/probe/report';
import type { Endpoint } from '@/lib/smtp/endpoint';

export type ProbeRun = Omit<Stream, 'start'> & { readonly start: (endpoints: readonly Endpoint[]) => void };

const broken = 'The connection to Outport broke before the test was over. What was learned stays below.';

/** The probe itself ends after 30 seconds. */
const patienceMs = 45_000;

/** Runs the port test and hands every state of the report to `onReport`; leaving the page stops it. */
export function useProbe(onReport: (report: ProbeReport) => void): ProbeRun {
  const { start, ...stream } = useStream(patienceMs, broken);
  const probe = useCallback(
    (endpoints: readonly Endpoint[]) =>
      start(async (signal) => {
        let report = emptyProbeReport;
        for await (const line of postForLines('/api/probe', { endpoints }, signal)) {
          const event = decodeProbeEvent(line);
          if (event === undefined || signal.aborted) continue;
          report = foldProbe(report, event);
          // The plan alone is no news, and an old result stays in sight until the new one has some.
          if (event.event !== 'planned') onReport(report);
        }
        return report.finished;
      }),
    [start, onReport],
  );
  return { ...stream, start: probe };
}
