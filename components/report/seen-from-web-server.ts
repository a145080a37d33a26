import { storedRun, storedTaken } from '@/components/vantage/check-storage';
import { sideBySide, type TwoVantages } from '@/lib/diagnosis/side-by-side';
import type { SeenFromWebServer } from '@/lib/report/report-web-server';
import type { Endpoint } from '@/lib/smtp/endpoint';
import { readCheckResult } from '@/lib/vantage/check-result';
import { hostProblemSentences } from '@/lib/vantage/host-problem';

/**
 * What this browser took last of a check of these endpoints; undefined when there is none. It is read anew, signature and
 * all, as of the time when it was taken: a report may be made after the check's hour.
 */
export async function seenFromWebServer(
  endpoints: readonly Endpoint[],
  here: Omit<TwoVantages, 'there'>,
): Promise<SeenFromWebServer | undefined> {
  const run = storedRun(endpoints);
  const taken = run === undefined ? undefined : storedTaken(run.id);
  if (run === undefined || taken === undefined) return undefined;
  const reading = await readCheckResult(taken.text, run, { nowMs: run.madeAt * 1000 });
  if (reading.status === 'refused') return undefined;
  const { at, problems } = reading.result;
  return {
    at: new Date(at).toISOString(),
    problems: problems.map((problem) => hostProblemSentences[problem]),
    compared: sideBySide({ ...here, there: reading.report }),
  };
}
