import { durationInWords } from '@/lib/probe/duration';

/** POSTs JSON and yields the answer line by line as it arrives. Throws RequestRefused when the route said no. */
export class RequestRefused extends Error {
  constructor(readonly reason: string) {
    super(reason);
  }
}

const refusals: Readonly<Record<string, string>> = {
  origin: 'This page was opened from another address than Outport’s own. Open Outport by the address it printed.',
  host: 'This page was opened by another name than Outport’s own. Open Outport by the address it printed.',
  port: 'This Outport tries only mail ports: 25, 465, 587, 2525 and the ones providers name beside them.',
};

/** How often one server, and how often one client, may be tried is counted; which count was full is not told (docs/api.md). */
function tooOften(retryAfter: string | null): string {
  const wait = durationInWords(Number(retryAfter ?? 60));
  return `Too many tests of this server, or from your network, in a short time. Test again in ${wait}.`;
}

async function refusal(response: Response): Promise<string> {
  try {
    const body = (await response.json()) as { reason?: string; issues?: { message?: string }[] };
    if (body.reason === 'rate') return tooOften(response.headers.get('Retry-After'));
    return refusals[body.reason ?? ''] ?? body.issues?.[0]?.message ?? `Outport answered ${response.status}.`;
  } catch {
    return `Outport answered ${response.status}.`;
  }
}

export async function* postForLines(
  path: string,
  body: unknown,
  signal: AbortSignal,
): AsyncGenerator<string, void, undefined> {
  const response = await fetch(path, {
    method: 'POST',
    headers: { 'Content-Type': 'application/json' },
    body: JSON.stringify(body),
    signal,
  });
  if (!response.ok || response.body === null) throw new RequestRefused(await refusal(response));
  const reader = response.body.getReader();
  const decoder = new TextDecoder();
  let rest = '';
  for (;;) {
    const { done, value } = await reader.read();
    if (done) return;
    const lines = (rest + decoder.decode(value, { stream: true })).split('\n');
    rest = lines.pop() ?? '';
    for (const line of lines) if (line !== '') yield line;
  }
}
