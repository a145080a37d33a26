import 'server-only';

/** Milliseconds since it was made, one decimal, never decreasing: the `at` of every event and transcript line. */
export function startClock(now: () => number = () => performance.now()): () => number {
  const started = now();
  let latest = 0;
  return () => {
    latest = Math.max(latest, Math.round((now() - started) * 10) / 10);
    return latest;
  };
}
