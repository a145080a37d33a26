/** What the other endpoints of a run say about one: the difference between a closed port and a closed network. */
import type { EndpointReport } from '@/lib/probe/report';
import { endpointId } from '@/lib/smtp/endpoint';
import type { Attempt } from '@/lib/probe/events';
import { isThisComputer, leadsToItself } from './address-literal';
import type { Correction, Evidence } from './finding';
import { recommend } from './recommend';

function isSameEndpoint(endpoint: Pick<Evidence, 'host' | 'port' | 'security'>, evidence: Evidence): boolean {
  return endpoint.host === evidence.host && endpoint.port === evidence.port && endpoint.security === evidence.security;
}

/** The run's other endpoints of the same host, settled ones only. */
export function settledOthers(evidence: Evidence): EndpointReport[] {
  return (evidence.reports ?? []).filter(
    ({ endpoint, outcome }) =>
      outcome !== undefined &&
      outcome.status !== 'not-tested' &&
      endpoint.host === evidence.host &&
      !isSameEndpoint(endpoint, evidence),
  );
}

/** True when TCP reached somebody, whatever was said then. */
export function connected({ outcome }: EndpointReport): boolean {
  if (outcome?.status === 'usable') return true;
  return outcome?.status === 'failed' && !['resolve', 'connect'].includes(outcome.failure.stage);
}

function failedToConnect(kind: 'timed-out' | 'refused') {
  return ({ outcome }: EndpointReport) =>
    outcome?.status === 'failed' && outcome.failure.stage === 'connect' && outcome.failure.kind === kind;
}

/** A port outside the provider's table: nobody expects an answer there. */
function isNotOffered({ variant, port }: Evidence): boolean {
  return variant !== undefined && !variant.ports.some((offered) => offered.port === port);
}

/** This endpoint's addresses that were tried. */
export function attemptsHere({ attempts, host, port, security }: Evidence): Attempt[] {
  const id = endpointId({ host, port, security });
  return (attempts ?? []).filter(({ endpoint }) => endpoint === id || endpoint.startsWith(`${id}/`));
}

/** The addresses the host's name led to, as far as the run tells. */
function addressesOf(evidence: Evidence): string[] {
  const looked = (evidence.reports ?? [])
    .filter(({ endpoint }) => endpoint.host === evidence.host)
    .flatMap(({ stages }) => stages.flatMap(({ facts }) => [...(facts?.ipv4 ?? []), ...(facts?.ipv6 ?? [])]));
  return [...new Set([...looked, ...attemptsHere(evidence).map(({ address }) => address)])];
}

/** The addresses that answered on this endpoint, by the run's attempts or by its own stages. */
export function connectedAddresses(evidence: Evidence): string[] {
  const own = (evidence.reports ?? []).find(({ endpoint }) => isSameEndpoint(endpoint, evidence));
  const spoken = (own?.stages ?? []).flatMap(({ address }) => (address === undefined ? [] : [address]));
  const tried = attemptsHere(evidence).flatMap(({ address, result }) => (result === 'connected' ? [address] : []));
  return [...new Set([...tried, ...spoken])];
}

export type Silence = 'port-25' | 'not-offered' | 'all-silent' | 'others-answer' | 'alone';

/** A port that accepted no connection → what the run's other ports make of it. */
export function silenceOf(evidence: Evidence): Silence {
  if (evidence.port === 25) return 'port-25';
  if (isNotOffered(evidence)) return 'not-offered';
  const others = settledOthers(evidence);
  if (others.some(connected)) return 'others-answer';
  const open = (evidence.reports ?? []).some(({ outcome }) => outcome === undefined);
  return !open && others.length > 1 && others.every(failedToConnect('timed-out')) ? 'all-silent' : 'alone';
}

export type ClosedPort = 'sinkholed' | 'this-computer' | 'not-offered' | 'local-firewall' | 'all-closed' | 'alone';

/** A refused connection → what the addresses, the times and the other ports make of it. */
export function closedPort(evidence: Evidence): ClosedPort {
  const addresses = addressesOf(evidence);
  if (isThisComputer(evidence.host)) return 'this-computer';
  if (addresses.length > 0 && addresses.every(leadsToItself)) return 'sinkholed';
  if (isNotOffered(evidence)) return 'not-offered';
  if (refusedByThisComputer(evidence)) return 'local-firewall';
  const others = settledOthers(evidence);
  return others.length > 1 && others.every(failedToConnect('refused')) ? 'all-closed' : 'alone';
}

/** A refusal far sooner than the same address answers on another port did not come from there. */
function refusedByThisComputer(evidence: Evidence): boolean {
  return attemptsHere(evidence).some(({ address, result, tookMs }) => {
    if (typeof result === 'string' || result.kind !== 'refused') return false;
    const answered = (evidence.attempts ?? []).filter((a) => a.address === address && a.result === 'connected');
    return answered.length > 0 && answered.every((a) => a.tookMs >= 10 && a.tookMs > 5 * tookMs);
  });
}

/** The best port of the run, when it is another one than this. */
export function betterPort(evidence: Evidence): Extract<Correction, { kind: 'use-port' }> | undefined {
  const { reports, provider, username, port } = evidence;
  const advice = recommend(reports ?? [], { provider, credentials: username !== undefined });
  if (advice.status !== 'recommended' || advice.report.endpoint.port === port) return undefined;
  return { kind: 'use-port', port: advice.report.endpoint.port, security: advice.report.endpoint.security };
}

/** True when everybody in the run accepted a connection and nobody said a word: something on the way answers for them. */
export function nobodySpoke(evidence: Evidence): boolean {
  const all = (evidence.reports ?? []).filter(({ endpoint }) => endpoint.host === evidence.host);
  return (
    all.length > 2 &&
    all.every(
      ({ outcome, transcript }) =>
        outcome?.status === 'failed' &&
        outcome.failure.kind === 'timed-out' &&
        (outcome.failure.stage === 'greeting' || outcome.failure.stage === 'tls') &&
        outcome.failure.bytes === 0 &&
        transcript.every(({ from }) => from === 'client'),
    )
  );
}
