/**
 * What the source of the message showed → what of it may be handed on. A source names people and their computers: their
 * addresses, the one from which it was sent, the inner names of a network. Reported are the verdicts, the public names of
 * the servers on the way with their delays, and what there is to mend; of the lines themselves nothing.
 */
import type { ReadArrival } from '@/lib/arrival/read-arrival';
import { publicName } from '@/lib/arrival/public-name';
import type { Mask } from './mask';
import { counts, lengths, type ReportedSource } from './report';
import { line, reportFinding } from './report-finding';

export function reportSource({ facts, trust, findings }: ReadArrival, mask: Mask): ReportedSource {
  const { authority, verdicts, chain } = facts;
  const word = (text: string) => line(mask.theirs(text), lengths.word);
  const writer = authority.kind === 'nobody' ? undefined : word(authority.writer);
  // The last ones brought it to the mailbox; a longer way is a loop.
  const hops = chain.hops.slice(-counts.hops);
  return {
    trust,
    ...(writer === undefined ? {} : { writer }),
    verdicts: verdicts.slice(0, counts.verdicts).map(({ method, result, domain }) => {
      return { method, result: word(result), ...(domain === undefined ? {} : { domain: word(domain) }) };
    }),
    hops: hops.map(({ by, delayMs }) => {
      const name = publicName(by);
      return {
        ...(name === undefined ? {} : { server: word(name) }),
        ...(delayMs === undefined ? {} : { delayMs }),
      };
    }),
    findings: findings.slice(0, counts.findings).map((finding) => reportFinding({ ...finding, evidence: [] }, mask)),
  };
}
