'use client';
import type { ReactNode } from 'react';
import { diagnose, diagnoseUnknown } from '@/lib/diagnosis/diagnose';
import type { Evidence } from '@/lib/diagnosis/finding';
import { FindingCard } from './finding-card';

export type DiagnosedProps = {
  readonly evidence: Evidence;
  /** The connection ended after the final dot: what happened to the message is not known. */
  readonly isUnknown?: boolean;
  readonly children?: ReactNode;
};

/** Evidence as its finding. Every rule comes along, so this is loaded by `failure-finding`, when something failed. */
export function Diagnosed({ evidence, isUnknown = false, children }: DiagnosedProps) {
  return <FindingCard finding={isUnknown ? diagnoseUnknown(evidence) : diagnose(evidence)}>{children}</FindingCard>;
}
