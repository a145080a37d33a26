import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { findStep, stepPosition, steps } from '@/lib/wizard/steps';
import { StepScreen } from './step-screen';

type Props = { params: Promise<{ step: string }> };

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const step = findStep((await params).step);
  return step === undefined
    ? {}
    : { title: `${step.title} – Step ${stepPosition(step.id).number} of ${steps.length} – Outport` };
}

export default async function StepPage({ params }: Props) {
  const step = findStep((await params).step);
  if (step === undefined) notFound();
  return <StepScreen step={step.id} />;
}
