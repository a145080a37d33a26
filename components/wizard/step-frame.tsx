'use client';
import { useRouter } from 'next/navigation';
import { useEffect, useRef, type ReactNode } from 'react';
import { admitStep, findStep, stepPath, stepPosition, steps, type StepId } from '@/lib/wizard/steps';
import { useDraft } from './draft-context';

type Props = {
  readonly step: StepId;
  readonly heading: string;
  readonly lede: ReactNode;
  readonly documentTitle?: string;
  readonly children: ReactNode;
};

let arrivedBefore = false;
let carriedReason: string | undefined;

/** The frame of every step: progress in words, heading with focus on arriving, page title, and the way back when it is too early. */
export function StepFrame({ step, heading, lede, documentTitle, children }: Props) {
  const { draft, ready } = useDraft();
  const router = useRouter();
  const title = useRef<HTMLHeadingElement>(null);
  const admitted = admitStep(step, draft);
  const isEarly = ready && admitted.step !== step;
  useEffect(() => {
    if (!isEarly) return;
    carriedReason = admitted.because;
    router.replace(stepPath(admitted.step));
  }, [isEarly, admitted.step, admitted.because, router]);
  useEffect(() => {
    if (arrivedBefore) title.current?.focus();
    arrivedBefore = true;
  }, []);
  const { number } = stepPosition(step);
  const name = documentTitle ?? findStep(step)?.title ?? '';
  useEffect(() => {
    document.title = `${name} – Step ${number} of ${steps.length} – Outport`;
  }, [name, number]);
  if (!ready || isEarly)
    return (
      <main id="main">
        <p className="progress">
          Step {number} of {steps.length}
        </p>
        <h1 tabIndex={-1} ref={title}>
          {heading}
        </h1>
      </main>
    );
  return (
    <main id="main">
      {carriedReason !== undefined && (
        <p className="notice" role="note">
          {carriedReason}
        </p>
      )}
      <p className="progress">
        Step {number} of {steps.length}
      </p>
      <h1 tabIndex={-1} ref={title}>
        {heading}
      </h1>
      <p className="lede">{lede}</p>
      {children}
    </main>
  );
}

/** Leaving a step by its own button: the reason why somebody was sent here is answered. */
export function clearReason(): void {
  carriedReason = undefined;
}
