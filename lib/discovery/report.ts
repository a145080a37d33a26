/** Events → what is known so far. A fold: in whatever order the routes finish, the same events give the same report. */
import { candidateKey, mergeCandidates, type Candidate } from './candidate';
import type { DiscoveryEvent, RouteOutcome } from './events';
import { rankOf, type Route } from './rank';

/** How far one route is; `tookMs` and `outcome` are there once it ended. */
type RouteReport = { readonly route: Route; readonly tookMs?: number; readonly outcome?: RouteOutcome };

export type DiscoveryReport = {
  readonly domain: string | undefined;
  /** The well-known domain that this one is a slip of, to be offered. */
  readonly meant?: string;
  /** What each route found, in its own order; nothing is merged yet. */
  readonly found: readonly { readonly route: Route; readonly candidate: Candidate }[];
  readonly routes: readonly RouteReport[];
  /** `finished` arrived; without it the connection to Outport broke. */
  readonly finished: boolean;
  /** Outport itself failed. */
  readonly broken: boolean;
  /** The newest event's time. */
  readonly at: number;
};

export const emptyDiscoveryReport: DiscoveryReport = {
  domain: undefined,
  found: [],
  routes: [],
  finished: false,
  broken: false,
  at: 0,
};

/** One more event → the report with it. */
export function foldDiscovery(report: DiscoveryReport, event: DiscoveryEvent): DiscoveryReport {
  const { at } = event;
  switch (event.event) {
    case 'planned':
      return {
        ...emptyDiscoveryReport,
        at,
        domain: event.domain,
        ...(event.meant === undefined ? {} : { meant: event.meant }),
        routes: event.routes.map((route) => ({ route })),
      };
    case 'candidate':
      return { ...report, at, found: [...report.found, { route: event.route, candidate: event.candidate }] };
    case 'route-finished': {
      const { route, tookMs, outcome } = event;
      const routes = report.routes.map((each) => (each.route === route ? { route, tookMs, outcome } : each));
      return { ...report, at, routes };
    }
    case 'failed':
      return { ...report, at, broken: true };
    case 'finished':
      return { ...report, at, finished: true };
  }
}

type Ranked = { readonly rank: number; readonly candidate: Candidate };

function rankedCandidates({ found }: DiscoveryReport): readonly Ranked[] {
  const merged = new Map<string, Ranked>();
  const byRank = found
    .map(({ route, candidate }) => ({ rank: rankOf(route), candidate }))
    .sort((a, b) => a.rank - b.rank); // stable: a route's own order stays
  for (const next of byRank) {
    const key = candidateKey(next.candidate);
    const known = merged.get(key);
    const candidate = known === undefined ? next.candidate : mergeCandidates(known.candidate, next.candidate);
    merged.set(key, { rank: known?.rank ?? next.rank, candidate });
  }
  return [...merged.values()];
}

/** Every server that was found, each once, the most trustworthy first. */
export function candidatesOf(report: DiscoveryReport): readonly Candidate[] {
  return rankedCandidates(report).map(({ candidate }) => candidate);
}

/**
 * The candidate to propose, as soon as no better route is pending: from then on it stays the best, though more ways may
 * be found to lead to it. Undefined while that is open, and when nothing was found.
 */
export function bestCandidate(report: DiscoveryReport): Candidate | undefined {
  const [best] = rankedCandidates(report);
  if (best === undefined) return undefined;
  const isSettled = report.routes.every(({ route, outcome }) => outcome !== undefined || rankOf(route) > best.rank);
  return isSettled || report.finished ? best.candidate : undefined;
}
