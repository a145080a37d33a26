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

async function readPractice(signal: AbortSignal): Promise<Practice | undefined> {
  const response = await fetch('/practice/server', { signal });
  if (!response.ok) return undefined;
  const parsed = z.safeParse(practiceSchema, await response.json());
  return parsed.success ? parsed.data : undefined;
}

/** The practice server as it runs now; undefined until known, and where there is none. */
export function usePractice(): Practice | undefined {
  const [practice, setPractice] = useState<Practice>();
  useEffect(() => {
    const leaving = new AbortController();
    readPractice(leaving.signal).then(setPractice, () => undefined); // no answer: nothing to practise on
    return () => leaving.abort();
  }, []);
  return practice;
}
