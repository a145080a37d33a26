import type { ReactNode } from 'react';
import { FailureFinding } from '@/components/findings/failure-finding';
import type { DeliveryReport } from '@/lib/probe/report';
import { useDraft } from '@/components/wizard/draft-context';
import { useKnownServer } from '@/components/wizard/use-known-server';
import { deliveryEvidence } from './delivery-evidence';

type Props = {
  readonly delivery: DeliveryReport;
  readonly to: string;
  readonly children: ReactNode;
};

/** A message that failed, or whose fate is unknown, in the words of the finding; the correction stands inside. */
export function DeliveryFailure({ delivery, to, children }: Props) {
  const state = useDraft();
  const evidence = deliveryEvidence(delivery, to, useKnownServer(), state);
  if (delivery.outcome?.status === 'not-tested') return <p className="notice">The message was not sent.</p>;
  if (evidence === undefined) return null;
  return (
    <FailureFinding evidence={evidence} isUnknown={delivery.outcome?.status === 'outcome-unknown'}>
      {children}
    </FailureFinding>
  );
}
