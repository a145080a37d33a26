'use client';
import { lazy, Suspense } from 'react';
import type { DiagnosedProps } from './diagnosed';

const Diagnosed = lazy(async () => {
  const loaded = await import('./diagnosed');
  return { default: loaded.Diagnosed };
});

/** What failed, explained. The rules are fetched when the first failure has to be. */
export function FailureFinding(props: DiagnosedProps) {
  return (
    <Suspense fallback={<p className="notice">Looking up what this means…</p>}>
      <Diagnosed {...props} />
    </Suspense>
  );
}
