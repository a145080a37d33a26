/**
 * A scenario and what came of it → the verdict. Pure. A lie is worse than a mistake: saying that something works when
 * it does not, or the reverse. What the witness did not see is no scenario at all, whatever Outport said.
 */
import { diagnose, diagnoseUnknown } from '@/lib/diagnosis/diagnose';
import type { Evidence } from '@/lib/diagnosis/finding';
import { recommend } from '@/lib/diagnosis/recommend';
import type { EndpointReport } from '@/lib/probe/report';
import { endpointId } from '@/lib/smtp/endpoint';
import { findProviderByHost } from '@/lib/providers/catalog';
import { authMechanisms } from '@/lib/smtp/reply';
import type { Asked, JobResult, Settled } from './job';
import type { AskedMessage, FailureFacts, Scenario, Sight, Truth } from './scenario';

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

/** Of what came, the parts that the truth speaks of. */
function shownLike(wanted: unknown, got: unknown): unknown {
  if (typeof wanted !== 'object' || wanted === null || Array.isArray(wanted) || wanted instanceof RegExp) return got;
  if (typeof got !== 'object' || got === null) return got;
  const parts = Object.entries(got).filter(([key]) => key in wanted);
  return Object.fromEntries(
    parts.map(([key, value]) => [key, shownLike((wanted as Record<string, unknown>)[key], value)]),
  );
}

/** What a server said may hold anything; a table holds only what can be printed. */
function printable(text: string): string {
  return text.replace(
    /[^\x20-\x7e\u00a0-\u1fff]/g,
    (character) => `\\u{${character.codePointAt(0)?.toString(16) ?? ''}}`,
  );
}

function valueInWords(value: unknown): string {
  if (value instanceof RegExp) return value.source;
  return typeof value === 'string'
    ? printable(value)
    : JSON.stringify(value, (_key, part: unknown) => (part instanceof RegExp ? part.source : part));
}

function inWords({ kind, ...facts }: FailureFacts): string {
  const shown = Object.entries(facts).filter(([, value]) => value !== undefined);
  return [kind, ...shown.map(([key, value]) => `${key} ${valueInWords(value)}`)].join(', ');
}

function expectedInWords(truth: Truth): string {
  if (truth.status === 'usable')
    return ['usable', ...(truth.tls === undefined ? [] : [truth.tls]), ...(truth.announces ?? [])].join(', ');
  if (truth.status === 'accepted') return 'accepted';
  return `${truth.status}: ${inWords(truth.failure)} -> ${truth.finding}`;
}

/** The failure's facts that the truth speaks of, and the finding: as much as is needed to compare. */
function gotInWords(settled: Settled, truth: Truth, ruleId: string | undefined): string {
  const { outcome } = settled;
  if (outcome.status === 'usable')
    return [
      'usable',
      ...(outcome.tls === undefined ? [] : [outcome.tls.version]),
      ...authMechanisms(outcome.capabilities),
    ].join(', ');
  if (outcome.status === 'accepted') return `accepted, ${outcome.reply.code}`;
  if (outcome.status === 'not-tested') return `not tested: ${outcome.reason}`;
  const shown = shownLike('failure' in truth ? truth.failure : { stage: '' }, outcome.failure);
  return `${outcome.status}: ${inWords({ ...(shown as object), kind: outcome.failure.kind })} -> ${ruleId ?? 'no finding'}`;
}

function ruleIdOf(endpoint: Asked<AskedMessage>, { outcome, transcript }: Settled): string | undefined {
  if (outcome.status !== 'failed' && outcome.status !== 'outcome-unknown') return undefined;
  const { host, port, security, username, from, to, password } = endpoint;
  const evidence: Evidence = {
    failure: outcome.failure,
    host,
    port,
    security,
    transcript,
    ...findProviderByHost(host),
    ...(username === undefined ? {} : { username }),
    ...(from === undefined ? {} : { from }),
    ...(to === undefined ? {} : { to }),
    ...(password === undefined ? {} : { passwordLength: password.length }),
  };
  return (outcome.status === 'failed' ? diagnose(evidence) : diagnoseUnknown(evidence)).ruleId;
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

/** The port that would be recommended after this probe; null for none. */
function recommendedPort(asked: readonly Asked<AskedMessage>[], settled: readonly Settled[]): number | null {
  const reports = asked.flatMap(({ host, port, security }, index): EndpointReport[] => {
    const one = settled[index];
    const endpoint = { id: endpointId({ host, port, security }), host, port, security };
    if (one === undefined || one.outcome.status === 'accepted' || one.outcome.status === 'outcome-unknown') return [];
    return [{ id: endpoint.id, endpoint, stages: [], transcript: one.transcript, outcome: one.outcome }];
  });
  const provider = findProviderByHost(asked[0]?.host ?? '')?.provider;
  const recommendation = recommend(reports, { provider, credentials: true });
  return recommendation.status === 'recommended' ? recommendation.report.endpoint.port : null;
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
  const about = { scenario, saw, tookMs, unshown: [...missing, ...unshown] };
  if (trouble !== undefined)
    return { ...about, judgement: 'wrong', expected: scenario.truth.map(expectedInWords).join('; '), got: trouble };
  const judged = scenario.truth.map((truth, index): { judgement: Judgement; got: string } => {
    const one = settled[index];
    const endpoint = asked[index];
    if (one === undefined || endpoint === undefined) return { judgement: 'wrong', got: 'nothing' };
    const ruleId = ruleIdOf(endpoint, one);
    return { judgement: judgementOf(truth, one, ruleId), got: gotInWords(one, truth, ruleId) };
  });
  const { recommends } = scenario;
  for (const complaint of complaintsOf(scenario, result)) judged.push({ judgement: 'wrong', got: complaint });
  const port = recommends === undefined ? undefined : recommendedPort(asked, settled);
  if (port !== recommends) judged.push({ judgement: 'wrong', got: `recommended ${port ?? 'none'}` });
  const worst = [...judged].sort((a, b) => gravity.indexOf(b.judgement) - gravity.indexOf(a.judgement))[0];
  return {
    ...about,
    judgement: worst?.judgement ?? 'wrong',
    expected: scenario.truth.map(expectedInWords).join('; '),
    got: judged.map(({ got }) => got).join('; '),
  };
}
