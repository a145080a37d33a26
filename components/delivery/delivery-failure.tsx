import type { ReactNode } from 'react';
import { FailureFinding } from '@/components/findings/failure-finding';
import type { DeliveryReport } from '@/lib/probe/report';
import { useDraft } from '@/components/wizard/draft-context';
import { useKnownServer } from '@/components/wizard/use-known-server';
import { deliveryEvidence } from './delivery-evidence';

type Props = {
  readonly delivery: DeliveryReport;
  readonly to: string;
  readonly children?: ReactNode;
};

const notSent = {
  aborted: 'The message was not sent.',
  'not-admitted':
    'The message was not sent. This Outport did not try the server: its name does not exist, or leads to an address that is not public. Check the host name, or run Outport on your own computer.',
} as const;

/** A message that failed, or whose fate is unknown, in the words of the finding; the correction stands inside. */
export function DeliveryFailure({ delivery, to, children }: Props) {
  const state = { ...useDraft(), known: useKnownServer() };
  const { outcome } = delivery;
  if (outcome?.status === 'not-tested') return <p className="notice">{notSent[outcome.reason]}</p>;
  const evidence = deliveryEvidence(state, delivery, to);
  if (evidence === undefined) return null;
  return (
    <FailureFinding evidence={evidence} isUnknown={outcome?.status === 'outcome-unknown'}>
      {children}
    </FailureFinding>
  );
}
