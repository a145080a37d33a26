'use client';
import { useEffect, useState } from 'react';
import * as z from 'zod/mini';

const practiceSchema = z.object({
  host: z.string(),
  ports: z.array(z.object({ plays: z.number(), port: z.number(), security: z.enum(['implicit-tls', 'starttls']) })),
  username: z.string(),
  password: z.string(),
});
export type Practice = z.output<typeof practiceSchema>;
export type PracticeState =
  | { readonly status: 'asking' }
  | { readonly status: 'absent' }
  | { readonly status: 'runs'; readonly server: Practice };

async function readPractice(signal: AbortSignal): Promise<PracticeState> {
  const response = await fetch('/practice/server', { signal });
  if (!response.ok) return { status: 'absent' };
  const parsed = z.safeParse(practiceSchema, await response.json());
  return parsed.success ? { status: 'runs', server: parsed.data } : { status: 'absent' };
}

/** The practice server as it runs now, asked for only where somebody chose it. */
export function usePractice(isWanted: boolean): PracticeState {
  const [practice, setPractice] = useState<PracticeState>({ status: 'asking' });
  useEffect(() => {
    if (!isWanted) return;
    const leaving = new AbortController();
    readPractice(leaving.signal).then(setPractice, () => {
      if (!leaving.signal.aborted) setPractice({ status: 'absent' });
    });
    return () => leaving.abort();
  }, [isWanted]);
  return practice;
}
