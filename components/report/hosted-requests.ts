/** What the browser asks of the Outport that keeps reports for it. */
import * as z from 'zod/mini';
import { durationInWords } from '@/lib/probe/duration';
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

function tooMany(retryAfter: string | null): string {
  const wait = durationInWords(Number(retryAfter ?? 3600));
  return `Your network has had as many reports kept as it may in an hour. Download it instead, or try again in ${wait}.`;
}

/** A report → where it stands now, or one sentence on why it is not kept. */
export async function keepHosted(
  report: Report,
): Promise<{ readonly hosted: HostedReport } | { readonly problem: string }> {
  const response = await ask('POST', report);
  if (response.status === 429) return { problem: tooMany(response.headers.get('Retry-After')) };
  if (response.status === 507) return { problem: 'This Outport keeps no more reports for now. Download it instead.' };
  const parsed = response.ok ? z.safeParse(keptSchema, await response.json()) : undefined;
  if (parsed?.success !== true)
    return { problem: `Outport answered ${response.status} and kept nothing. Download it instead.` };
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
