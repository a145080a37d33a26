import type { DeliveryReport } from '@/lib/probe/report';
import { deliveryEvidence, type DeliveryState } from './delivery-evidence';

/** A settled message → the seconds that its finding asks to wait; undefined when it asks for none. Fetches the rules. */
export async function waitAskedFor(
  state: DeliveryState,
  delivery: DeliveryReport,
  to: string,
): Promise<number | undefined> {
  const evidence = deliveryEvidence(state, delivery, to);
  if (evidence === undefined || delivery.outcome?.status !== 'failed') return undefined;
  try {
    const { diagnose } = await import('@/lib/diagnosis/diagnose');
    return diagnose(evidence).wait?.seconds;
  } catch {
    return undefined; // the rules could not be fetched; the card that needs them too says so
  }
}
