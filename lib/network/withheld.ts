import 'server-only';
import type { DeliveryOutcome, ProbeOutcome, TranscriptLine } from '@/lib/smtp/outcome';

type Shown<Outcome> = { readonly outcome: Outcome; readonly transcript: TranscriptLine[] };

/**
 * What a hosted Outport tells a stranger. A service that is no mail server keeps its words: showing them would make
 * Outport a banner grabber. A missing name and a refused address are one answer.
 */
function withhold<Outcome extends ProbeOutcome | DeliveryOutcome>(
  outcome: Outcome,
  transcript: TranscriptLine[],
): Shown<Outcome | { readonly status: 'not-tested'; readonly reason: 'not-admitted' }> {
  if (!('failure' in outcome)) return { outcome, transcript };
  const { failure } = outcome;
  if (failure.kind === 'name-not-found')
    return { outcome: { status: 'not-tested', reason: 'not-admitted' }, transcript: [] };
  if (failure.kind === 'protocol-violation')
    return { outcome: { ...outcome, failure: { ...failure, sample: '' } }, transcript: [] };
  return { outcome, transcript };
}

export const withheld = withhold<ProbeOutcome>;
export const withheldDelivery = withhold<DeliveryOutcome>;
