import type { Severity } from '@/lib/diagnosis/finding';
import type { Provider } from '@/lib/providers/provider';
import type { ArrivalFacts } from './arrival-facts';
import type { ArrivalFinding, ArrivalRule } from './arrival-rule';
import { authorityRules } from './rules/authority';
import { junkRules } from './rules/junk';
import { trustRules } from './rules/trust';
import { unprovenRules } from './rules/unproven';
import { wayRules } from './rules/way';

export const arrivalRules: readonly ArrivalRule[] = [
  ...authorityRules,
  ...trustRules,
  ...unprovenRules,
  ...junkRules,
  ...wayRules,
];

const weight: Readonly<Record<Severity, number>> = { blocker: 0, warning: 1, note: 2 };

/** Facts, and the provider that sent the mail → what there is to mend, worst first; nothing when all is well. */
export function arrivalFindings(facts: ArrivalFacts, sender?: Provider): readonly ArrivalFinding[] {
  return arrivalRules
    .flatMap(({ id, speak }) => {
      const said = speak(facts, sender);
      return said === undefined ? [] : [{ ruleId: id, ...said }];
    })
    .sort((a, b) => weight[a.severity] - weight[b.severity]);
}
