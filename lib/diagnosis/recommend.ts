/** Reports → the endpoint to use, and why (RFC 8314 §3: implicit TLS before STARTTLS, both only when verified). */
import type { EndpointReport } from '@/lib/probe/report';
import type { Provider } from '@/lib/providers/provider';
import type { Endpoint } from '@/lib/smtp/endpoint';
import { authMechanisms } from '@/lib/smtp/reply';

export type Recommendation =
  | {
      readonly status: 'recommended';
      readonly report: EndpointReport;
      readonly reason: string;
      readonly runnersUp: readonly EndpointReport[];
      readonly note?: string;
      readonly final: boolean;
    }
  /** Nothing verified works and no password is involved. Whoever uses this must have ticked what is `exposed`. */
  | {
      readonly status: 'unencrypted';
      readonly report: EndpointReport;
      readonly endpoint: Endpoint & { readonly security: 'cleartext' };
      readonly exposed: readonly string[];
      readonly reason: string;
      readonly final: boolean;
    }
  | { readonly status: 'none'; readonly reason: string; readonly final: boolean };

export type RecommendOptions = { readonly provider?: Provider | undefined; readonly credentials: boolean };

const passwordMechanisms = ['PLAIN', 'LOGIN', 'CRAM-MD5'];

/** Whether mail can be submitted on this endpoint: verified encryption, and a login by password where one is needed. */
export function usableFor({ outcome }: EndpointReport, credentials: boolean): boolean {
  if (outcome?.status !== 'usable' || outcome.tls === undefined) return false;
  return !credentials || authMechanisms(outcome.capabilities).some((name) => passwordMechanisms.includes(name));
}

/** Whether somebody answered here in the clear and will take mail so: cleartext was asked for, or STARTTLS is missing. */
function worksInTheClear({ endpoint, outcome }: EndpointReport): boolean {
  if (outcome?.status === 'usable') return endpoint.security === 'cleartext';
  return outcome?.status === 'failed' && outcome.failure.kind === 'starttls-not-offered';
}

/** Port 25 is not offered without encryption either. */
function isClearCandidate({ port, security }: Endpoint): boolean {
  return port !== 25 && security === 'cleartext';
}

/** Lower is better; undefined is never recommended. Port 25 is for mail between servers (RFC 6409 §3.1). */
function rank({ endpoint }: EndpointReport, provider?: Provider): number | undefined {
  const { port, security } = endpoint;
  if (port === 25 || security === 'cleartext') return undefined;
  if (provider?.portPreference?.prefer === port) return 0;
  const avoided = provider?.portPreference?.avoid === port ? 100 : 0;
  if (port === 465 && security === 'implicit-tls') return 1 + avoided;
  if (port === 587 && security === 'starttls') return 2 + avoided;
  return (security === 'implicit-tls' ? 3 : 4) + avoided;
}

function reasonFor({ endpoint }: EndpointReport, provider?: Provider): string {
  const { port, security } = endpoint;
  const preference = provider?.portPreference;
  if (preference?.prefer === port) return preference.because;
  const isImplicit = security === 'implicit-tls';
  if (port === 465 && isImplicit)
    return 'Port 465 encrypts from the first byte, and its certificate was checked. The standard prefers it for sending programs.';
  if (port === 587 && !isImplicit)
    return 'Port 587 is the standard port for sending programs. It upgrades to encryption before anything private is said, and its certificate was checked.';
  const how = isImplicit ? 'It encrypts from the first byte' : 'It upgrades to encryption';
  return `Port ${port} works here. ${how}, and its certificate was checked.`;
}

function providerNote(provider: Provider | undefined, report: EndpointReport): { note?: string } {
  const advice = provider?.recommends;
  if (provider === undefined || advice === undefined || advice.port === report.endpoint.port) return {};
  const isAvoided = provider.portPreference?.avoid === report.endpoint.port;
  const verb = advice.confidence === 'documented' ? 'recommends' : 'usually recommends';
  return {
    note: `${provider.shortName} itself ${verb} ${advice.port}. ${isAvoided ? 'Use that one where it works.' : 'Both are good; the difference is only when encryption starts.'}`,
  };
}

/** What stands open without encryption; on this computer itself there is nobody on the way (RFC 6761 §6.3). */
function exposure({ host, port }: Endpoint): { readonly exposed: readonly string[]; readonly reason: string } {
  if (host === 'localhost' || host === '127.0.0.1' || host === '::1')
    return {
      exposed: ['the message, from other programs on this computer'],
      reason: `Port ${port} takes mail without encryption. The server is on this computer, so nothing crosses a network on the way to it.`,
    };
  return {
    exposed: ['the whole message', 'sender and recipient', 'who answers: nobody vouches for the server'],
    reason: `No port offers verified encryption. Port ${port} takes mail without it, and everybody on the way can read and change it. That can be right for a relay inside your own network.`,
  };
}

/** The best of what works in the clear, in plan order; only for mail without a password, and never on port 25. */
function inTheClear(reports: readonly EndpointReport[], final: boolean): Recommendation | undefined {
  const report = reports.find((candidate) => candidate.endpoint.port !== 25 && worksInTheClear(candidate));
  if (report === undefined) return undefined;
  const { host, port, family } = report.endpoint;
  return {
    status: 'unencrypted',
    report,
    endpoint: { host, port, security: 'cleartext', ...(family === undefined ? {} : { family }) },
    ...exposure(report.endpoint),
    final,
  };
}

/** All reports of a run, in any state → the best endpoint so far. `final` says that no better one is still open. */
export function recommend(
  reports: readonly EndpointReport[],
  { provider, credentials }: RecommendOptions,
): Recommendation {
  const ranked = reports
    .flatMap((report) => {
      const value = rank(report, provider);
      return value === undefined ? [] : [{ report, value }];
    })
    .sort((a, b) => a.value - b.value);
  const usable = ranked.filter(({ report }) => usableFor(report, credentials));
  const open = ranked.filter(({ report }) => report.outcome === undefined);
  const [best] = usable;
  if (best !== undefined)
    return {
      status: 'recommended',
      report: best.report,
      reason: reasonFor(best.report, provider),
      runnersUp: usable.slice(1).map(({ report }) => report),
      ...providerNote(provider, best.report),
      final: open.every(({ value }) => value >= best.value),
    };
  const clear = credentials ? [] : reports.filter(({ endpoint }) => isClearCandidate(endpoint));
  const final = open.length === 0 && clear.every(({ outcome }) => outcome !== undefined);
  return (
    (credentials ? undefined : inTheClear(reports, final)) ?? {
      status: 'none',
      reason: noneReason(reports, credentials),
      final,
    }
  );
}

/** Advice → every endpoint that works with verified encryption, best first. */
export function workingEndpoints(advice: Recommendation): readonly EndpointReport[] {
  return advice.status === 'recommended' ? [advice.report, ...advice.runnersUp] : [];
}

function noneReason(reports: readonly EndpointReport[], credentials: boolean): string {
  const isSubmission = ({ endpoint }: EndpointReport) => endpoint.port !== 25;
  const encrypted = reports.filter((report) => usableFor(report, false));
  if (credentials && encrypted.some(isSubmission))
    return 'Ports answer, but none of those meant for sending offers both verified encryption and a login by password.';
  if (encrypted.length > 0)
    return 'Only port 25 answers with verified encryption. It is meant for mail between servers, so Outport does not recommend it for sending.';
  if (credentials && reports.some(worksInTheClear))
    return 'Only unencrypted ports answer, and a password is never sent over those.';
  return 'No port meant for sending offers verified encryption from here.';
}
