'use client';
import { DeliveryForm } from '@/components/delivery/delivery-form';
import { securityNames } from '@/components/probe/security-names';
import { useDraft } from '@/components/wizard/draft-context';
import { StepFrame } from '@/components/wizard/step-frame';
import { claim } from '@/lib/wizard/finished-settings';

/** Question 4: one real message on the chosen endpoint, explained when it fails. */
export function TestStep() {
  const { draft } = useDraft();
  const { account, chosen, proven } = draft;
  const isAccepted = claim(draft) === 'works';
  const isRefused = proven !== undefined && !isAccepted;
  return (
    <StepFrame
      step="test"
      heading={isAccepted ? 'The mail server accepted the message' : 'Send a test email'}
      lede={
        <>
          One real message through <code>{account?.host}</code>, port {chosen?.port}
          {chosen !== undefined && `, ${securityNames[chosen.security]}`}.
        </>
      }
      state={isAccepted ? 'Accepted' : isRefused ? 'Not accepted' : undefined}
    >
      <DeliveryForm />
    </StepFrame>
  );
}
