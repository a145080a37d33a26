'use client';
import { useState } from 'react';
import { AccountQuestions } from '@/components/account/account-questions';
import { useDraft } from '@/components/wizard/draft-context';
import { StepFrame } from '@/components/wizard/step-frame';
import { serverChoice } from '@/lib/wizard/server-choices';

/** Question 2: what the provider needs, in its own words. */
export function AccountStep() {
  const { draft } = useDraft();
  const [hasProblem, setHasProblem] = useState(false);
  return (
    <StepFrame
      step="account"
      heading={serverChoice(draft.provider).accountHeading}
      lede="What your site or program will log in with. Nothing is sent yet."
      hasProblem={hasProblem}
    >
      <AccountQuestions onProblem={setHasProblem} />
    </StepFrame>
  );
}
