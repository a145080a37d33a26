import 'server-only';
import type { ProbeOutcome, TranscriptLine } from '@/lib/smtp/outcome';

type Shown = { outcome: ProbeOutcome; transcript: TranscriptLine[] };

/**
 * What a hosted Outport tells a stranger. A service that is no mail server keeps its words: showing them would make
 * Outport a banner grabber. A missing name and a refused address are one answer.
 */
export function withheld(outcome: ProbeOutcome, transcript: TranscriptLine[]): Shown {
  if (outcome.status !== 'failed') return { outcome, transcript };
  const { failure } = outcome;
  if (failure.kind === 'name-not-found')
    return { outcome: { status: 'not-tested', reason: 'not-admitted' }, transcript: [] };
  if (failure.kind === 'protocol-violation')
    return { outcome: { status: 'failed', failure: { ...failure, sample: '' } }, transcript: [] };
  return { outcome, transcript };
}
