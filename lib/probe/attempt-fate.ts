import type { Attempt } from './events';

const fates: Readonly<Record<string, string>> = {
  connected: 'connected',
  cancelled: 'stopped before it was known',
  refused: 'refused',
  'timed-out': 'no answer',
  unreachable: 'no way there',
  'closed-by-peer': 'cut off',
};

/** What became of one address that was tried, in words. */
export function attemptFate({ result }: Pick<Attempt, 'result'>): string {
  return fates[typeof result === 'string' ? result : result.kind] ?? 'failed';
}
