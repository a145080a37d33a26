'use client';
import { useRouter } from 'next/navigation';
import { useEffect, useRef, type ReactNode } from 'react';
import { admitStep, findStep, stepPath, stepPosition, steps, type StepId } from '@/lib/wizard/steps';
import { useDraft } from './draft-context';

type Props = {
  readonly step: StepId;
  readonly heading: string;
  readonly lede: ReactNode;
  /** What the page's title says of the state, before the step's own words. */
  readonly state?: string | undefined;
  /** The person's input was not understood: the title says so first. */
  readonly hasProblem?: boolean;
  readonly children: ReactNode;
};

let arrivedBefore = false;
let carriedReason: string | undefined;

/** Leads to the first unanswered step when this one is too early; returns whether the step may be shown. */
function useAdmission(step: StepId): boolean {
  const { draft, ready } = useDraft();
  const router = useRouter();
  const admitted = admitStep(step, draft);
  const isEarly = admitted.step !== step;
  useEffect(() => {
    if (!ready || !isEarly) return;
    carriedReason = admitted.because;
    router.replace(stepPath(admitted.step));
  }, [ready, isEarly, admitted.step, admitted.because, router]);
  return !isEarly;
}

/** The frame of every step: progress in words, heading with focus on arriving, page title, and the way back when it is too early. */
export function StepFrame({ step, heading, lede, state, hasProblem = false, children }: Props) {
  const isAdmitted = useAdmission(step);
  const title = useRef<HTMLHeadingElement>(null);
  useEffect(() => {
    if (arrivedBefore) title.current?.focus();
    arrivedBefore = true;
  }, []);
  const { number } = stepPosition(step);
  const name = [state, findStep(step)?.title].filter((part) => part !== undefined).join(' – ');
  useEffect(() => {
    document.title = `${hasProblem ? 'Error: ' : ''}${name} – Step ${number} of ${steps.length} – Outport`;
  }, [name, number, hasProblem]);
  return (
    <main id="main">
      {isAdmitted && carriedReason !== undefined && <p className="notice">{carriedReason}</p>}
      <p className="progress">
        Step {number} of {steps.length}
      </p>
      <h1 tabIndex={-1} ref={title}>
        {heading}
      </h1>
      {isAdmitted && (
        <>
          <p className="lede">{lede}</p>
          {children}
        </>
      )}
    </main>
  );
}

/** Leaving a step by its own button: the reason why somebody was sent here is answered. */
export function clearReason(): void {
  carriedReason = undefined;
}
