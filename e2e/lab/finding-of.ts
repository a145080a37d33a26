/** What Outport's own diagnosis makes of what came: the finding's id, and the port that is recommended. */
import { diagnose, diagnoseUnknown } from '@/lib/diagnosis/diagnose';
import { diagnoseRun } from '@/lib/diagnosis/diagnose-run';
import { recommend } from '@/lib/diagnosis/recommend';
import type { EndpointReport } from '@/lib/probe/report';
import { loadProviders } from '@/lib/providers/catalog';
import { directoryEntry, findHost } from '@/lib/providers/directory';
import { knownServer, type KnownServer } from '@/lib/wizard/known-server';
import { endpointId } from '@/lib/smtp/endpoint';
import type { Asked, Settled } from './job';
import type { AskedMessage } from './scenario';

const providers = await loadProviders();
const directory = providers.map(directoryEntry);

function known(host: string): KnownServer {
  const found = findHost(directory, host);
  return knownServer(
    providers.find(({ id }) => id === found?.entry.id),
    found?.variant,
  );
}

/** A probe's endpoints with their outcomes; a message has none. */
export function reportsOf(asked: readonly Asked<AskedMessage>[], settled: readonly Settled[]): EndpointReport[] {
  return asked.flatMap(({ host, port, security }, index): EndpointReport[] => {
    const one = settled[index];
    const endpoint = { id: endpointId({ host, port, security }), host, port, security };
    if (one === undefined || one.outcome.status === 'accepted' || one.outcome.status === 'outcome-unknown') return [];
    return [{ id: endpoint.id, endpoint, stages: [], transcript: one.transcript, outcome: one.outcome }];
  });
}

/** The id of the finding for one outcome; undefined when there is nothing to explain. */
export function findingOf(
  endpoint: Asked<AskedMessage>,
  { outcome, transcript, attempts }: Settled,
  reports: readonly EndpointReport[],
): string | undefined {
  if (outcome.status !== 'failed' && outcome.status !== 'outcome-unknown') return undefined;
  const { host, port, security, username, from, to, password } = endpoint;
  const evidence = {
    failure: outcome.failure,
    host,
    port,
    security,
    transcript,
    reports,
    attempts,
    vantage: 'local' as const,
    directory,
    ...known(host),
    ...(username === undefined ? {} : { username }),
    ...(from === undefined ? {} : { from }),
    ...(to === undefined ? {} : { to }),
    ...(password === undefined ? {} : { passwordLength: password.length }),
  };
  return (outcome.status === 'failed' ? diagnose(evidence) : diagnoseUnknown(evidence)).ruleId;
}

/** The ids of the findings about a probe as a whole, worst first. */
export function runFindingsOf(reports: readonly EndpointReport[], settled: readonly Settled[]): string[] {
  const attempts = settled.flatMap((one) => one.attempts);
  return diagnoseRun({
    reports,
    attempts,
    ...known(reports[0]?.endpoint.host ?? ''),
    vantage: 'local',
    hostNotes: [],
  }).map(({ ruleId }) => ruleId);
}

/** The port that would be recommended after this probe; null for none. */
export function recommendedPort(reports: readonly EndpointReport[]): number | null {
  const { provider } = known(reports[0]?.endpoint.host ?? '');
  const recommendation = recommend(reports, { provider, credentials: true });
  return recommendation.status === 'recommended' ? recommendation.report.endpoint.port : null;
}
