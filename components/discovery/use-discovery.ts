'use client';
import { useCallback, useState } from 'react';
import { postForLines } from '@/components/stream/ndjson-lines';
import { useStream, type Stream } from '@/components/stream/use-stream';
import { decodeDiscoveryEvent } from '@/lib/discovery/events';
import { emptyDiscoveryReport, foldDiscovery, type DiscoveryReport } from '@/lib/discovery/report';
import type { DiscoveryRequest } from '@/lib/discovery/request';

export type DiscoveryRun = Omit<Stream, 'start'> & {
  readonly report: DiscoveryReport | undefined;
  readonly start: (request: DiscoveryRequest) => void;
};

const broken = 'The connection to Outport broke before the search was over. What was found stays below.';

/** The search itself ends after about 5 seconds. */
const patienceMs = 15_000;

/** Looks for the servers of a domain; leaving the page stops it. */
export function useDiscovery(): DiscoveryRun {
  const [report, setReport] = useState<DiscoveryReport>();
  const { start, ...stream } = useStream(patienceMs, broken);
  const discover = useCallback(
    (request: DiscoveryRequest) => {
      setReport(undefined);
      start(async (signal) => {
        let known = emptyDiscoveryReport;
        for await (const line of postForLines('/api/discover', request, signal)) {
          const event = decodeDiscoveryEvent(line);
          if (event === undefined || signal.aborted) continue;
          known = foldDiscovery(known, event);
          setReport(known);
        }
        return known.finished;
      });
    },
    [start],
  );
  return { ...stream, report, start: discover };
}
