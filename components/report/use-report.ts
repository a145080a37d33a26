'use client';
import { useRef } from 'react';
import { useDraft } from '@/components/wizard/draft-context';
import type { Report } from '@/lib/report/report';

type Made = { readonly of: readonly unknown[]; readonly report: Promise<Report | undefined> };

/** Makes the report of what this tab knows now; asked again of the same, it gives the same one. */
export function useReport(showNames: boolean): () => Promise<Report | undefined> {
  const told = useDraft();
  const made = useRef<Made>(undefined);
  return () => {
    const of = [told.draft, told.report, told.delivery, told.reading, showNames];
    const known = made.current;
    if (known !== undefined && known.of.every((part, index) => part === of[index])) return known.report;
    const report = import('./make-report').then((file) => file.makeReport(told, showNames));
    made.current = { of, report };
    report.catch(() => (made.current = undefined));
    return report;
  };
}
