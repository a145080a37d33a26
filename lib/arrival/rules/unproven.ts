import { rfc } from '@/lib/diagnosis/rule-table';
import { printable } from '@/lib/diagnosis/shown';
import { trustOf } from '../arrival-facts';
import type { ArrivalRule } from '../arrival-rule';
import { dkimSteps } from './records';
import { trustRules, verdictLine } from './trust';

/** What is left where the sender is not proven and no rule knows why: neutral verdicts, and those that could not be made. */
export const unprovenRules: readonly ArrivalRule[] = [
  {
    id: 'arrival-not-proven',
    speak(facts, sender) {
      if (trustOf(facts) !== 'not-trusted') return undefined;
      const said = trustRules.flatMap(({ speak }) => speak(facts, sender) ?? []);
      if (said.some(({ severity }) => severity !== 'note')) return undefined;
      const domain = printable(facts.from ?? 'the sender’s domain', 100);
      return {
        severity: 'warning',
        title: 'Nothing proves the sender',
        why: `Neither SPF nor DKIM says yes for ${domain}. A verdict such as neutral or temperror is no yes.`,
        doThis: dkimSteps(domain, sender),
        evidence: facts.verdicts.map(verdictLine),
        source: rfc(7489, '6.6.2'),
      };
    },
  },
];
