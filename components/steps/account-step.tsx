'use client';
import { use, useState } from 'react';
import { AccountQuestions } from '@/components/account/account-questions';
import { fetchOwnServer } from '@/components/account/fetch-own-server';
import { useDraft } from '@/components/wizard/draft-context';
import { StepFrame } from '@/components/wizard/step-frame';
import { fetchProvider } from '@/components/wizard/use-known-server';
import { serverChoice } from '@/lib/wizard/server-choices';

/** Question 2: what the provider needs, in its own words. */
export function AccountStep() {
  const { draft, directory, ready } = useDraft();
  const [hasProblem, setHasProblem] = useState(false);
  const { id, asks, accountHeading } = serverChoice(directory, draft.provider);
  const chosen = asks === 'provider' ? use(fetchProvider(id)) : undefined;
  // Before the stored answers are read everybody seems to have chosen nothing, and nothing is shown either.
  const own = ready && asks === 'host' ? use(fetchOwnServer()) : undefined;
  return (
    <StepFrame
      step="account"
      heading={accountHeading}
      lede="What your site or program will log in with. Nothing is sent yet."
      hasProblem={hasProblem}
    >
      <AccountQuestions chosen={chosen} own={own} onProblem={setHasProblem} />
    </StepFrame>
  );
}
