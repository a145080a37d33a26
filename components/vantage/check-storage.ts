import * as z from 'zod/mini';
import type { Endpoint } from '@/lib/smtp/endpoint';
import { checkRunSchema, type CheckRun } from '@/lib/vantage/check-run';

/**
 * A check's result may come back in another tab than the one that made its file, so the run waits where every tab of
 * this browser finds it. It holds no credential, and is worth nothing after an hour.
 */
const runKey = 'outport.check-run';
const resultKey = 'outport.check-result';
const takenKey = 'outport.check-taken';

function read<T>(key: string, schema: z.ZodMiniType<T>): T | undefined {
  try {
    const parsed = z.safeParse(schema, JSON.parse(localStorage.getItem(key) ?? 'null'));
    return parsed.success ? parsed.data : undefined;
  } catch {
    return undefined; // storage is switched off or holds something else: there is no run to find
  }
}

function write(key: string, value: unknown): boolean {
  try {
    localStorage.setItem(key, JSON.stringify(value));
    return true;
  } catch {
    return false;
  }
}

const targets = (endpoints: readonly Endpoint[]) =>
  endpoints
    .map(({ host, port, security }) => JSON.stringify([host, port, security]))
    .sort()
    .join();

/** The run that was made last, if it is about these endpoints. */
export function storedRun(endpoints: readonly Endpoint[]): CheckRun | undefined {
  const run = read(runKey, checkRunSchema);
  return run !== undefined && targets(run.endpoints) === targets(endpoints) ? run : undefined;
}

/** Whether the browser keeps it; without that a result can still be pasted into the tab that made it. */
export function storeRun(run: CheckRun): boolean {
  return write(runKey, run);
}

/** A result's text, left for the tab that waits for it. */
export function leaveResult(text: string): boolean {
  return write(resultKey, text);
}

/** The text that another tab left, once. */
export function fetchResult(): string | undefined {
  const text = read(resultKey, z.string());
  if (text !== undefined) localStorage.removeItem(resultKey);
  return text;
}

const takenSchema = z.strictObject({ run: z.string(), at: z.number(), text: z.string() });
/** The result that a run's check brought last: `at` by the web server's clock, `text` as it came. */
export type Taken = Readonly<z.output<typeof takenSchema>>;

/** What was taken last of this run, if anything was. */
export function storedTaken(runId: string): Taken | undefined {
  const taken = read(takenKey, takenSchema);
  return taken?.run === runId ? taken : undefined;
}

/** Only the last one is kept: of an earlier run nothing is taken any more. */
export function storeTaken(taken: Taken): void {
  write(takenKey, taken);
}

/** Calls back when another tab leaves a result; returns how to stop. */
export function onResultLeft(listener: () => void): () => void {
  const hear = ({ key, newValue }: StorageEvent) => {
    if (key === resultKey && newValue !== null) listener();
  };
  addEventListener('storage', hear);
  return () => removeEventListener('storage', hear);
}
