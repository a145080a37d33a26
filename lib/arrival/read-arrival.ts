import { printable } from '@/lib/diagnosis/shown';
import { duration } from '@/lib/probe/duration';
import type { Provider } from '@/lib/providers/provider';
import { arrivalFacts, trustOf, type ArrivalFacts, type Trust } from './arrival-facts';
import { arrivalFindings } from './arrival-findings';
import type { ArrivalFinding } from './arrival-rule';
import { isDelivered } from './delivered';
import { readSource, type PasteProblem } from './message-source';
import { verdictLine } from './rules/trust';
import { sameMessage } from './same-message';
import { hopLines } from './way-lines';

/** The test email whose source is meant. */
export type SentMessage = { readonly messageId: string; readonly code: string; readonly to: string };

export type ReadArrival = {
  readonly status: 'read';
  /** False where a part was pasted that does not say which mail it belongs to. */
  readonly isOurs: boolean;
  /** It is ours, and bears the marks of the servers that brought it: it was copied from a mailbox, so the mail arrived. */
  readonly hasArrived: boolean;
  readonly trust: Trust;
  readonly facts: ArrivalFacts;
  readonly findings: readonly ArrivalFinding[];
  /** "It took 4 s, through 3 servers." */
  readonly way: string;
  /** All that was read, line by line. */
  readonly evidence: readonly string[];
};

export type ArrivalReading =
  | { readonly status: 'not-read'; readonly problem: PasteProblem }
  | {
      readonly status: 'another-message';
      readonly subject: string | undefined;
      /** It answers or forwards the test email. */
      readonly isQuoting: boolean;
    }
  | ReadArrival;

function wayOf({ chain: { hops, totalMs } }: ArrivalFacts): string {
  if (hops.length === 0) return 'No server on its way left its name.';
  const servers = hops.length === 1 ? 'one server' : `${hops.length} servers`;
  // Less than nothing is a clock, not a duration.
  if (totalMs === undefined || totalMs < 0) return `It went through ${servers}.`;
  return `It took ${duration(totalMs)}, through ${servers}.`;
}

/** What was pasted, the test email it should be, and who sent it → all that can be told from it. */
export function readArrival(pasted: string, sent: SentMessage, sender?: Provider): ArrivalReading {
  const read = readSource(pasted);
  if (read.status === 'not-read') return read;
  const sameness = sameMessage(read.source, sent.messageId, sent.code);
  if (sameness.kind === 'another')
    return {
      status: 'another-message',
      subject: sameness.subject === undefined ? undefined : printable(sameness.subject, 100),
      isQuoting: sameness.isQuoting,
    };
  const facts = arrivalFacts(read.source, sent.to);
  const isOurs = sameness.kind === 'this-one';
  return {
    status: 'read',
    isOurs,
    hasArrived: isOurs && isDelivered(read.source, facts.chain),
    trust: trustOf(facts),
    facts,
    findings: arrivalFindings(facts, sender),
    way: wayOf(facts),
    evidence: [
      ...facts.verdicts.map(verdictLine),
      ...facts.signatures.map(
        ({ domain, selector, algorithm }) => `signed by ${domain}, key ${selector}, ${algorithm}`,
      ),
      ...hopLines(facts.chain),
    ],
  };
}
