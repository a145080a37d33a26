/** What this browser keeps of the reports it made: title and date, and in local mode the report. Never a secret. */
import * as z from 'zod/mini';
import { reportTitle } from '@/lib/report/facts';
import { momentSchema, reportSchema, type Report } from '@/lib/report/report';

const keptSchema = z.strictObject({
  id: z.string(),
  title: z.string(),
  made: momentSchema,
  /** Where Outport keeps it for others to open: until when. */
  expires: z.optional(momentSchema),
  /** Where nobody else could open it, it is kept here. */
  report: z.optional(reportSchema),
});
export type KeptReport = Readonly<z.output<typeof keptSchema>>;

const storageKey = 'outport.reports';
const most = 20;

/** Newest first. What is not understood, or was changed by others, is left out. */
export function readKept(stored: string | null): readonly KeptReport[] {
  let entries: unknown;
  try {
    entries = JSON.parse(stored ?? '[]');
  } catch {
    return [];
  }
  if (!Array.isArray(entries)) return [];
  return entries.flatMap((entry) => {
    const parsed = z.safeParse(keptSchema, entry);
    return parsed.success ? [parsed.data] : [];
  });
}

/** With fewer entries where the browser has no room for all. */
function write(entries: readonly KeptReport[]): void {
  for (let count = Math.min(entries.length, most); count >= 0; count -= 1) {
    try {
      localStorage.setItem(storageKey, JSON.stringify(entries.slice(0, count)));
      break;
    } catch {
      continue; // no room, or no storage at all: then nothing is listed, and nothing else is lost
    }
  }
  for (const listener of listeners) listener();
}

const listeners = new Set<() => void>();

/** The list as stored, for `useSyncExternalStore`; a text, so that the same list is the same value. */
export const keptReports = {
  subscribe: (listener: () => void): (() => void) => {
    listeners.add(listener);
    addEventListener('storage', listener);
    return () => {
      listeners.delete(listener);
      removeEventListener('storage', listener);
    };
  },
  current: (): string | null => {
    try {
      return localStorage.getItem(storageKey);
    } catch {
      return null; // storage is forbidden
    }
  },
  onServer: () => null,
  keep: (entry: KeptReport): void => {
    write([entry, ...readKept(keptReports.current()).filter(({ id }) => id !== entry.id)]);
  },
  forget: (id: string): void => {
    write(readKept(keptReports.current()).filter((entry) => entry.id !== id));
  },
};

/** A report that nobody else can open is kept here whole. */
export function keepReport(report: Report): void {
  keptReports.keep({ id: report.made, title: reportTitle(report), made: report.made, report });
}
