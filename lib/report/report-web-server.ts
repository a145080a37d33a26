/** What a check on the web server brought back → its part of a report: each port from there, and what differs. */
import type { SideBySide } from '@/lib/diagnosis/side-by-side';
import { rowStatus } from '@/lib/probe/row-status';
import type { Mask } from './mask';
import { counts, lengths, type ReportedWebServer } from './report';
import { line, reportFinding } from './report-finding';
import { tones } from './tones';

export type SeenFromWebServer = {
  /** ISO 8601, by the web server's own clock. */
  readonly at: string;
  /** What is the matter with the host itself, in sentences. */
  readonly problems: readonly string[];
  readonly compared: SideBySide;
};

export function reportWebServer({ at, problems, compared }: SeenFromWebServer, mask: Mask): ReportedWebServer {
  const { rows, findings, recommendation } = compared;
  return {
    at,
    problems: problems.slice(0, counts.problems).map((problem) => line(problem, lengths.sentence)),
    ports: rows.slice(0, counts.ports).map(({ there }) => {
      const { port, security } = there.endpoint;
      const { tone, word, detail } = rowStatus(there, { role: port, notOffered: undefined, isRunning: false });
      const seen = line(detail.replace('this computer', 'the web server'), lengths.word);
      return { port, security, tone: tones[tone], word, detail: seen };
    }),
    // Without a port there is nothing to compare: the problems say why.
    findings: rows.length === 0 ? [] : findings.slice(0, counts.findings).map((one) => reportFinding(one, mask)),
    ...(rows.length === 0 ? {} : { advice: line(recommendation.reason, lengths.sentence) }),
  };
}
