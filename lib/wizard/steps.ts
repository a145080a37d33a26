/**
 * The journey as a table: order, addresses, titles and what each step needs from the draft. Progress text, titles,
 * back links and guards are derived from it, so a step is one entry here and one screen.
 */
import type { Draft } from './draft';

export const stepIds = ['provider', 'account', 'ports', 'test', 'settings'] as const;
export type StepId = (typeof stepIds)[number];

export type Step = {
  readonly id: StepId;
  /** One word for the header. */
  readonly name: string;
  readonly title: string;
  /** Why the step cannot be entered yet, in words for the person; undefined when it can. */
  readonly missing: (draft: Draft) => string | undefined;
};

const needsProvider = (draft: Draft) =>
  draft.provider === undefined ? 'Choose who sends your email first.' : undefined;
const needsAccount = (draft: Draft) =>
  needsProvider(draft) ?? (draft.account === undefined ? 'Fill in your account first.' : undefined);
const needsEndpoint = (draft: Draft) =>
  needsAccount(draft) ?? (draft.chosen === undefined ? 'Test the ports and choose one first.' : undefined);

export const steps: readonly Step[] = [
  { id: 'provider', name: 'Provider', title: 'Who sends your email?', missing: () => undefined },
  { id: 'account', name: 'Account', title: 'Your account', missing: needsProvider },
  { id: 'ports', name: 'Ports', title: 'Test the connection', missing: needsAccount },
  { id: 'test', name: 'Test', title: 'Send a test email', missing: needsEndpoint },
  { id: 'settings', name: 'Settings', title: 'Your settings', missing: needsEndpoint },
];

/** A path segment → the step, or undefined when there is none of that name. */
export function findStep(id: string): Step | undefined {
  return steps.find((step) => step.id === id);
}

/** A step → its number from 1, and its neighbours. */
export function stepPosition(id: StepId): {
  readonly number: number;
  readonly previous: Step | undefined;
  readonly next: Step | undefined;
} {
  const index = steps.findIndex((step) => step.id === id);
  return { number: index + 1, previous: steps[index - 1], next: steps[index + 1] };
}

/** A step asked for → the step to show: itself, or the first unanswered one before it with the reason. */
export function admitStep(id: StepId, draft: Draft): { readonly step: StepId; readonly because?: string } {
  const asked = stepPosition(id).number;
  for (const [index, step] of steps.entries()) {
    if (index >= asked) break;
    const because = step.missing(draft);
    const before = steps[index - 1];
    if (because !== undefined && before !== undefined) return { step: before.id, because };
  }
  return { step: id };
}

/** The path of a step. */
export function stepPath(id: StepId): string {
  return `/setup/${id}`;
}
