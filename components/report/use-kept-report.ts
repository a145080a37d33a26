'use client';
import { useEffect, useState } from 'react';
import type { Report } from '@/lib/report/report';
import { fetchHosted } from './hosted-requests';
import type { KeptReport } from './kept-reports';

/** A listed report itself: from this browser, or fetched from where it is kept; undefined until it is here, or when it is gone. */
export function useKeptReport(kept: KeptReport | undefined): Report | undefined {
  const [fetched, setFetched] = useState<{ readonly id: string; readonly report: Report | undefined }>();
  const wanted = kept !== undefined && kept.report === undefined ? kept.id : undefined;
  useEffect(() => {
    if (wanted === undefined) return;
    const leaving = new AbortController();
    fetchHosted(wanted, leaving.signal).then(
      (report) => setFetched({ id: wanted, report }),
      () => undefined, // left, or not reachable: then there is nothing to compare
    );
    return () => leaving.abort();
  }, [wanted]);
  return kept?.report ?? (fetched !== undefined && fetched.id === wanted ? fetched.report : undefined);
}
