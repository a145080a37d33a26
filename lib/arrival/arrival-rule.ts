import type { Finding } from '@/lib/diagnosis/finding';
import type { Provider } from '@/lib/providers/provider';
import type { ArrivalFacts } from './arrival-facts';

export type ArrivalFinding = Omit<Finding, 'correction'>;

/** Facts, and the provider that sent the mail where it is known → what is said, or undefined when the rule does not fit. */
export type ArrivalRule = {
  readonly id: string;
  readonly speak: (facts: ArrivalFacts, sender: Provider | undefined) => Omit<ArrivalFinding, 'ruleId'> | undefined;
};
