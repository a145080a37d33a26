/**
 * A scenario and what came of it → the verdict. Pure. A lie is worse than a mistake: saying that something works when
 * it does not, or the reverse. What the witness did not see is no scenario at all, whatever Outport said.
 */
import { findingOf, recommendedPort, reportsOf, runFindingsOf } from './finding-of';
import { expectedInWords, gotInWords } from './in-words';
import type { Asked, JobResult, Settled } from './job';
import type { AskedMessage, Scenario, Sight, Truth } from './scenario';

export type Judgement = 'right' | 'wrong' | 'said-it-works' | 'said-it-fails';
export type Verdict = {
  readonly scenario: Scenario;
  readonly judgement: Judgement;
  readonly expected: string;
  readonly got: string;
  /** Why the lab itself does not show what the scenario claims; empty when it does. */
  readonly unshown: readonly string[];
  readonly saw: readonly string[];
  readonly tookMs: number;
};

const works = (status: string) => status === 'usable' || status === 'accepted';

function fits(wanted: unknown, got: unknown): boolean {
  if (wanted instanceof RegExp) return typeof got === 'string' && wanted.test(got);
  if (Array.isArray(wanted))
    return Array.isArray(got) && wanted.length === got.length && wanted.every((one, index) => fits(one, got[index]));
  if (typeof wanted === 'object' && wanted !== null)
    return (
      typeof got === 'object' &&
      got !== null &&
      Object.entries(wanted).every(([key, value]) => fits(value, (got as Record<string, unknown>)[key]))
    );
  return wanted === got;
}

function isRight(truth: Truth, { outcome }: Settled, ruleId: string | undefined): boolean {
  if (truth.status !== outcome.status) return false;
  if (truth.status === 'usable' && outcome.status === 'usable') {
    const announced = outcome.capabilities.map(({ keyword, params }) => [keyword, ...params].join(' '));
    return (
      (truth.tls === undefined || truth.tls === outcome.tls?.version) &&
      (truth.announces ?? []).every((one) => announced.includes(one))
    );
  }
  if (truth.status === 'accepted' && outcome.status === 'accepted')
    return (
      (truth.code === undefined || truth.code === outcome.reply.code) &&
      (truth.queueId === undefined || fits(truth.queueId, outcome.queueId))
    );
  if ('failure' in truth && 'failure' in outcome)
    return fits(truth.failure, outcome.failure) && truth.finding === ruleId;
  return false;
}

/** Lines that were to be seen in this order and were not. */
export function unseen(sees: readonly Sight[], saw: readonly string[]): string[] {
  let from = 0;
  const missing: string[] = [];
  for (const sight of sees) {
    const at = saw.findIndex(
      (line, index) => index >= from && (typeof sight === 'string' ? line === sight : sight.test(line)),
    );
    if (at === -1) missing.push(String(sight));
    else from = at + 1;
  }
  return missing;
}

function judgementOf(truth: Truth, settled: Settled, ruleId: string | undefined): Judgement {
  if (isRight(truth, settled, ruleId)) return 'right';
  if (works(settled.outcome.status) && !works(truth.status)) return 'said-it-works';
  if (!works(settled.outcome.status) && works(truth.status)) return 'said-it-fails';
  return 'wrong';
}

/** What is wrong beside the outcomes: the time it took, and what became of each family's address. */
function complaintsOf({ within, tried }: Scenario, { tookMs, settled }: JobResult): string[] {
  const late = within !== undefined && tookMs > within ? [`took ${tookMs.toFixed(0)} ms`] : [];
  const attempts = settled[0]?.attempts ?? [];
  const others = ([4, 6] as const).flatMap((family) => {
    const results = attempts.filter((attempt) => attempt.family === family).map(({ result }) => result);
    const got = results.map((result) => (typeof result === 'string' ? result : result.kind)).join(', ');
    return tried?.[family] === undefined || tried[family] === got
      ? []
      : [`IPv${family} ${got === '' ? 'not tried' : got}`];
  });
  return [...late, ...others];
}

const gravity: readonly Judgement[] = ['right', 'wrong', 'said-it-fails', 'said-it-works'];

/** One verdict a scenario; the worst of its endpoints decides. `unshown` is what the lab's own records lack. */
export function judge(
  scenario: Scenario,
  asked: readonly Asked<AskedMessage>[],
  result: JobResult,
  unshown: readonly string[],
): Verdict {
  const { saw, tookMs, trouble, settled } = result;
  const missing = unseen(scenario.witness.sees, saw).map((sight) => `the witness did not see ${sight}`);
  const known = { scenario, saw, tookMs, unshown: [...missing, ...unshown] };
  if (trouble !== undefined)
    return { ...known, judgement: 'wrong', expected: scenario.truth.map(expectedInWords).join('; '), got: trouble };
  const reports = reportsOf(asked, settled);
  const judged = scenario.truth.map((truth, index): { judgement: Judgement; got: string } => {
    const one = settled[index];
    const endpoint = asked[index];
    if (one === undefined || endpoint === undefined) return { judgement: 'wrong', got: 'nothing' };
    const ruleId = findingOf(endpoint, one, reports);
    return { judgement: judgementOf(truth, one, ruleId), got: gotInWords(one, truth, ruleId) };
  });
  const { recommends, run } = scenario;
  for (const complaint of complaintsOf(scenario, result)) judged.push({ judgement: 'wrong', got: complaint });
  const about = run === undefined ? undefined : runFindingsOf(reports, settled).join(', ');
  if (about !== run?.join(', ')) judged.push({ judgement: 'wrong', got: `of the run: ${about ?? ''}` });
  const port = recommends === undefined ? undefined : recommendedPort(reports);
  if (port !== recommends) judged.push({ judgement: 'wrong', got: `recommended ${port ?? 'none'}` });
  const worst = [...judged].sort((a, b) => gravity.indexOf(b.judgement) - gravity.indexOf(a.judgement))[0];
  return {
    ...known,
    judgement: worst?.judgement ?? 'wrong',
    expected: scenario.truth.map(expectedInWords).join('; '),
    got: judged.map(({ got }) => got).join('; '),
  };
}
