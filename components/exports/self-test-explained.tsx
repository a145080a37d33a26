'use client';
import { lazy, Suspense } from 'react';
import type { SelfTestVerdictProps } from './self-test-verdict';

const SelfTestVerdict = lazy(async () => {
  const loaded = await import('./self-test-verdict');
  return { default: loaded.SelfTestVerdict };
});

/** What a self test's result means. What reads it, and the rules, are fetched when there is a result. */
export function SelfTestExplained(props: SelfTestVerdictProps) {
  return (
    <Suspense fallback={<p className="notice">Looking up what this means…</p>}>
      <SelfTestVerdict key={props.text} {...props} />
    </Suspense>
  );
}
