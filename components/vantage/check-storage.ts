import * as z from 'zod/mini';
import { checkRunSchema, type CheckRun } from '@/lib/vantage/check-run';

/**
 * A check's result may come back in another tab than the one that made its file, so the run waits where every tab of
 * this browser finds it. It holds no credential, and is worth nothing after an hour.
 */
const runKey = 'outport.check-run';
const resultKey = 'outport.check-result';
const usedKey = 'outport.check-used';

const usedSchema = z.array(z.string());

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

/** The run that was made last, if any. */
export function storedRun(): CheckRun | undefined {
  return read(runKey, checkRunSchema);
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

export function wasUsed(runId: string): boolean {
  return read(usedKey, usedSchema)?.includes(runId) ?? false;
}

/** The last twenty are remembered: older runs are stale by then. */
export function markUsed(runId: string): void {
  write(usedKey, [...(read(usedKey, usedSchema) ?? []), runId].slice(-20));
}

/** Calls back when another tab leaves a result; returns how to stop. */
export function onResultLeft(listener: () => void): () => void {
  const hear = ({ key, newValue }: StorageEvent) => {
    if (key === resultKey && newValue !== null) listener();
  };
  addEventListener('storage', hear);
  return () => removeEventListener('storage', hear);
}
