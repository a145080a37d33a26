import { rfc } from '@/lib/diagnosis/rule-table';
import { listed, printable } from '@/lib/diagnosis/shown';
import type { ArrivalRule } from '../arrival-rule';
import { trustOf } from '../arrival-facts';
import { verdictLine } from './trust';

const elsewhere = 'Or send the test to an address at Gmail, Outlook.com or Yahoo: they write down what they checked.';

/** Why nothing is claimed about trust. */
export const authorityRules: readonly ArrivalRule[] = [
  {
    id: 'arrival-word-of-a-stranger',
    speak({ authority, verdicts }) {
      if (authority.kind !== 'unknown-writer') return undefined;
      const writer = printable(authority.writer, 100);
      return {
        severity: 'note',
        title: 'Who checked the sender cannot be seen',
        why: `The results in this source were written by ${writer}, which is not known as the server that took the mail in. Anybody can write such a line, the sender too, so nothing is made of it here.`,
        doThis: ['Paste the whole source, from its first line.', elsewhere],
        evidence: [`Authentication-Results of ${writer}`, ...verdicts.map(verdictLine)],
        source: rfc(8601, '7.1'),
      };
    },
  },
  {
    id: 'arrival-results-in-pieces',
    speak(facts) {
      const { authority, verdicts, withheld } = facts;
      if (authority.kind !== 'receiver' || withheld.length === 0 || trustOf(facts) !== 'not-checked') return undefined;
      const writer = printable(authority.writer, 100);
      const methods = listed([...new Set(withheld)].map((method) => method.toUpperCase()));
      return {
        severity: 'note',
        title: 'A line that a sender could have written does not count',
        why: `${writer} stands above more than one line of results. Only the topmost is sure to be its own, and that ${methods} passes is written further below.`,
        doThis: [elsewhere],
        evidence: [
          `Authentication-Results of ${writer}`,
          ...verdicts.map(verdictLine),
          `not counted: ${withheld.map((method) => `${method}=pass`).join(', ')}`,
        ],
        source: rfc(8601, '7.1'),
      };
    },
  },
  {
    id: 'arrival-nothing-checked',
    speak({ authority }) {
      if (authority.kind !== 'nobody') return undefined;
      return {
        severity: 'note',
        title: 'The receiving server wrote down no check of the sender',
        why: 'There is no Authentication-Results line in what was pasted. Many small servers write none, and then it cannot be seen from the mail whether SPF, DKIM and DMARC pass.',
        doThis: ['Paste the whole source, from its first line.', elsewhere],
        evidence: ['No Authentication-Results with a verdict on SPF, DKIM or DMARC.'],
        source: rfc(8601, '2.2'),
      };
    },
  },
];
