/** Small words that build rule tables: what a rule matches on, and what it says. */
import type { Failure, FailureKind, Stage } from '@/lib/smtp/outcome';
import type { Evidence, Finding, Rule, Severity } from './finding';

type Of<K extends FailureKind> = Extract<Failure, { kind: K }>;
type Words = Pick<Finding, 'title' | 'why' | 'doThis' | 'source'> & { readonly severity?: Severity };

/** A rule for one kind of failure; `when` narrows it further, `say` gets the narrowed failure. */
export function ruleFor<K extends FailureKind>(
  id: string,
  kind: K,
  when: (failure: Of<K>, evidence: Evidence) => boolean,
  say: (failure: Of<K>, evidence: Evidence) => Words,
): Rule {
  const narrow = (failure: Failure): Of<K> | undefined => (failure.kind === kind ? (failure as Of<K>) : undefined);
  return {
    id,
    matches: (evidence) => {
      const failure = narrow(evidence.failure);
      return failure !== undefined && when(failure, evidence);
    },
    finding: (evidence) => {
      const failure = narrow(evidence.failure);
      if (failure === undefined) throw new Error(`rule ${id} was asked about a ${evidence.failure.kind}`);
      return { severity: 'blocker', ...say(failure, evidence) };
    },
  };
}

export const always = () => true;

/** RFC editor's page for a document. */
export function rfc(number: number): string {
  return `https://www.rfc-editor.org/rfc/rfc${number}`;
}

/** A negative reply at these stages whose code, and enhanced code where given, fits. */
export function replied(stages: readonly Stage[], codes: readonly number[], enhanced?: RegExp) {
  return ({ stage, reply }: Of<'negative-reply'>) =>
    stages.includes(stage) &&
    codes.includes(reply.code) &&
    (enhanced === undefined || (reply.enhanced !== undefined && enhanced.test(reply.enhanced)));
}
