'use client';
import { DeliveryForm } from '@/components/delivery/delivery-form';
import { securityNames } from '@/components/probe/security-names';
import { useDraft } from '@/components/wizard/draft-context';
import { StepFrame } from '@/components/wizard/step-frame';
import type { DeliveryOutcome } from '@/lib/smtp/outcome';
import { claim } from '@/lib/wizard/finished-settings';

const states: Readonly<Record<DeliveryOutcome['status'], string>> = {
  accepted: 'Accepted',
  failed: 'Not accepted',
  'outcome-unknown': 'Outcome unknown',
  'not-tested': 'Not sent',
};

/** Question 4: one real message on the chosen endpoint, explained when it fails. */
export function TestStep() {
  const { draft } = useDraft();
  const { account, chosen, proven } = draft;
  const isThrough = claim(draft) === 'works';
  const isArrived = isThrough && proven?.arrived !== undefined;
  return (
    <StepFrame
      step="test"
      heading={
        isArrived ? 'Your test email arrived' : isThrough ? 'The mail server accepted the message' : 'Send a test email'
      }
      lede={
        <>
          One real message through <code>{account?.host}</code>, port {chosen?.port}
          {chosen !== undefined && `, ${securityNames[chosen.security]}`}.
        </>
      }
      state={isArrived ? 'Arrived' : proven === undefined ? undefined : states[proven.outcome.status]}
    >
      <DeliveryForm />
    </StepFrame>
  );
}
