/** A finding as it was shown → as it is reported: bounded, masked, and nothing in it acts. */
import type { Finding } from '@/lib/diagnosis/finding';
import { printable } from '@/lib/diagnosis/shown';
import type { Mask } from './mask';
import { counts, lengths, type ReportFinding } from './report';

/** What a server wrote may be anything. */
export const line = (text: string, most: number = lengths.line) => printable(text, most - 1);
export const lines = (texts: readonly string[]) => texts.slice(0, counts.lines).map((text) => line(text));

export function reportFinding(finding: Omit<Finding, 'correction'>, { ours, theirs }: Mask): ReportFinding {
  const { ruleId, severity, title, why, doThis, evidence, source } = finding;
  return {
    rule: ruleId,
    severity,
    title: line(ours(title), lengths.title),
    why: line(ours(why), lengths.sentence),
    doThis: doThis.slice(0, counts.steps).map((step) => line(ours(step), lengths.sentence)),
    evidence: lines(evidence.map(theirs)),
    source,
  };
}
