/** What the browser asks of the Outport that keeps reports for it. */
import * as z from 'zod/mini';
import { momentSchema, reportSchema, type Report } from '@/lib/report/report';

const keptSchema = z.strictObject({
  id: z.string(),
  path: z.string(),
  expires: momentSchema,
  deleteToken: z.string(),
});

export type HostedReport = {
  readonly id: string;
  readonly url: string;
  readonly expires: string;
  readonly deleteToken: string;
};

const patienceMs = 20_000;

function ask(method: 'POST' | 'DELETE', body: unknown): Promise<Response> {
  return fetch('/api/reports', {
    method,
    headers: { 'Content-Type': 'application/json' },
    body: JSON.stringify(body),
    signal: AbortSignal.timeout(patienceMs),
  });
}

/** A report → where it stands now, or one sentence on why it is not kept. */
export async function keepHosted(
  report: Report,
): Promise<{ readonly hosted: HostedReport } | { readonly problem: string }> {
  const response = await ask('POST', report);
  if (response.status === 429) return { problem: 'Too many reports were made from here. Try again in an hour.' };
  const parsed = response.ok ? z.safeParse(keptSchema, await response.json()) : undefined;
  if (parsed?.success !== true) return { problem: `Outport answered ${response.status} and kept nothing.` };
  const { path, ...kept } = parsed.data;
  return { hosted: { ...kept, url: new URL(path, location.origin).href } };
}

/** True when the report is gone. */
export async function deleteHosted(id: string, deleteToken: string): Promise<boolean> {
  return (await ask('DELETE', { id, deleteToken })).ok;
}

/** Where the report of an id is read. */
export function hostedPath(id: string): string {
  return `/r/${encodeURIComponent(id)}`;
}

/** A report that is kept at Outport; undefined when it is no longer there. */
export async function fetchHosted(id: string, signal: AbortSignal): Promise<Report | undefined> {
  const response = await fetch(`${hostedPath(id)}?as=json`, { signal });
  const parsed = response.ok ? z.safeParse(reportSchema, await response.json()) : undefined;
  return parsed?.success === true ? parsed.data : undefined;
}
