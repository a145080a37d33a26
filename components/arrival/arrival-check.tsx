'use client';
import { lazy, Suspense } from 'react';
import type { ArrivalPanelProps } from './arrival-panel';

const ArrivalPanel = lazy(async () => {
  const loaded = await import('./arrival-panel');
  return { default: loaded.ArrivalPanel };
});

/** "Did it arrive?" The panel is fetched when a message was accepted, and what reads a source only when one is read. */
export function ArrivalCheck(props: ArrivalPanelProps) {
  return (
    <section aria-labelledby="did-it-arrive">
      <h2 id="did-it-arrive">Did it arrive?</h2>
      <Suspense fallback={null}>
        <ArrivalPanel {...props} />
      </Suspense>
    </section>
  );
}
