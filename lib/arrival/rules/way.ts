import { rfc } from '@/lib/diagnosis/rule-table';
import { printable } from '@/lib/diagnosis/shown';
import { duration } from '@/lib/probe/duration';
import { verdictOn, type ArrivalFacts } from '../arrival-facts';
import type { ArrivalRule } from '../arrival-rule';
import type { Hop } from '../received-chain';
import { hopLines } from '../way-lines';
import { verdictLine } from './trust';

const minute = 60_000;
/** Times are told in whole seconds, and clocks that are kept right differ by less. */
const clockErrorMs = 2000;

function slowest({ chain: { hops } }: ArrivalFacts): { readonly hop: Hop; readonly delayMs: number } | undefined {
  return hops
    .flatMap((hop) => (hop.delayMs === undefined ? [] : [{ hop, delayMs: hop.delayMs }]))
    .sort((a, b) => b.delayMs - a.delayMs)[0];
}

const hasSkew = ({ chain: { hops } }: ArrivalFacts) =>
  hops.some(({ delayMs }) => delayMs !== undefined && delayMs < -clockErrorMs);

export const wayRules: readonly ArrivalRule[] = [
  {
    id: 'arrival-forwarded',
    speak(facts) {
      const spf = verdictOn(facts, 'spf');
      const isHarmed = facts.authority.kind === 'receiver' && spf !== undefined && spf.result !== 'pass';
      if (!facts.isForwarded || !isHarmed) return undefined;
      return {
        severity: 'note',
        title: 'The mail was forwarded, and SPF does not survive that',
        why: 'Whoever forwards hands it over from servers that the sender’s SPF record does not name. That says nothing about the sender. A DKIM signature holds all the same.',
        doThis: ['Send the test to an address that nothing forwards, and read its source there.'],
        evidence: [verdictLine(spf), ...hopLines(facts.chain)],
        source: rfc(7208, '10.3'),
      };
    },
  },
  {
    id: 'arrival-delayed',
    speak(facts) {
      const found = slowest(facts);
      // A clock that is wrong makes a delay out of nothing.
      if (found === undefined || found.delayMs < minute || hasSkew(facts)) return undefined;
      const by = printable(found.hop.by ?? 'a server without a name', 100);
      return {
        severity: found.delayMs >= 5 * minute ? 'warning' : 'note',
        title: `The mail waited ${duration(found.delayMs)} on its way`,
        why: `It lay that long before ${by} took it. Often that server turned it away once and took it at the next try, as it does with senders it does not know yet (greylisting), or the server before it was busy.`,
        doThis: ['Send a second test in an hour: a server that greylists knows you then.'],
        evidence: hopLines(facts.chain),
        source: rfc(6647, '2'),
      };
    },
  },
  {
    id: 'arrival-clocks-differ',
    speak(facts) {
      if (!hasSkew(facts)) return undefined;
      return {
        severity: 'note',
        title: 'The clocks on the way do not agree',
        why: 'By these times a server took the mail before it was handed over, so at least one clock is wrong, and the delays cannot be trusted.',
        doThis: ['If one of these servers is yours, set its clock by the network (NTP).'],
        evidence: hopLines(facts.chain),
        source: rfc(5321, '4.4'),
      };
    },
  },
];
