import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import type { ComponentType } from 'react';
import { AccountStep } from '@/components/steps/account-step';
import { PortsStep } from '@/components/steps/ports-step';
import { ProviderStep } from '@/components/steps/provider-step';
import { SettingsStep } from '@/components/steps/settings-step';
import { TestStep } from '@/components/steps/test-step';
import { findStep, stepPosition, steps, type StepId } from '@/lib/wizard/steps';

const screens: Readonly<Record<StepId, ComponentType>> = {
  provider: ProviderStep,
  account: AccountStep,
  ports: PortsStep,
  test: TestStep,
  settings: SettingsStep,
};

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
  const Screen = screens[step.id];
  return <Screen />;
}
