import { useEffect, useEffectEvent } from 'react';
import * as z from 'zod/mini';
import type { CheckRun } from '@/lib/vantage/check-run';

const answerSchema = z.discriminatedUnion('status', [
  z.strictObject({ status: z.literal('waiting') }),
  z.strictObject({ status: z.literal('brought'), token: z.string(), at: z.number() }),
]);

const everyMs = 2000;
const patienceMs = 10_000;

/** A run, and when the last result came → what has been brought since; undefined when Outport could not say. */
async function askBrought(run: string, after: number, leaving: AbortSignal) {
  try {
    const response = await fetch('/api/brought-checks', {
      method: 'POST',
      headers: { 'Content-Type': 'application/json' },
      body: JSON.stringify({ run, after }),
      signal: AbortSignal.any([leaving, AbortSignal.timeout(patienceMs)]),
    });
    return response.ok ? z.safeParse(answerSchema, await response.json()).data : undefined;
  } catch {
    return undefined; // not reachable just now
  }
}

/** While the tab is in sight and the run's hour lasts, asks whether the web server has posted a result, and takes it. */
export function useBroughtCheck(run: CheckRun | undefined, take: (text: string) => void): void {
  const takeBrought = useEffectEvent(take);
  const { id, postAddress, expiresAt = 0 } = run ?? {};
  useEffect(() => {
    if (id === undefined || postAddress === undefined) return;
    const leaving = new AbortController();
    let timer: ReturnType<typeof setTimeout> | undefined;
    const look = async (after: number) => {
      const answer = document.hidden ? undefined : await askBrought(id, after, leaving.signal);
      if (leaving.signal.aborted) return;
      if (answer?.status === 'brought') takeBrought(answer.token);
      const next = answer?.status === 'brought' ? answer.at : after;
      if (Date.now() < expiresAt * 1000) timer = setTimeout(() => void look(next), everyMs);
    };
    void look(0);
    return () => {
      leaving.abort();
      clearTimeout(timer);
    };
  }, [id, postAddress, expiresAt]);
}
