'use client';
import dynamic from 'next/dynamic';
import { Suspense, type ComponentType } from 'react';
import type { StepId } from '@/lib/wizard/steps';

/** Every step is a script of its own, so that rules and exports load only where they are used. */
const screens: Readonly<Record<StepId, ComponentType>> = {
  provider: dynamic(() => import('@/components/steps/provider-step').then((file) => file.ProviderStep)),
  account: dynamic(() => import('@/components/steps/account-step').then((file) => file.AccountStep)),
  ports: dynamic(() => import('@/components/steps/ports-step').then((file) => file.PortsStep)),
  test: dynamic(() => import('@/components/steps/test-step').then((file) => file.TestStep)),
  settings: dynamic(() => import('@/components/steps/settings-step').then((file) => file.SettingsStep)),
};

/** The screen of a step. */
export function StepScreen({ step }: { readonly step: StepId }) {
  const Screen = screens[step];
  return (
    <Suspense fallback={<main id="main" aria-busy="true" />}>
      <Screen />
    </Suspense>
  );
}
