/** Reports → the endpoint to use, and why (RFC 8314 §3: implicit TLS before STARTTLS, both only when verified). */
import type { EndpointReport } from '@/lib/probe/report';
import type { Provider } from '@/lib/providers/provider';
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
  | { readonly status: 'none'; readonly reason: string; readonly final: boolean };

export type RecommendOptions = { readonly provider?: Provider | undefined; readonly credentials: boolean };

const passwordMechanisms = ['PLAIN', 'LOGIN', 'CRAM-MD5'];

/** Whether mail can be submitted on this endpoint: verified encryption, and a login by password where one is needed. */
export function usableFor({ outcome }: EndpointReport, credentials: boolean): boolean {
  if (outcome?.status !== 'usable' || outcome.tls === undefined) return false;
  return !credentials || authMechanisms(outcome.capabilities).some((name) => passwordMechanisms.includes(name));
}

/** Lower is better; undefined is never recommended. Port 25 is for mail between servers (RFC 6409 §3.1). */
function rank({ endpoint }: EndpointReport, provider?: Provider): number | undefined {
  const { port, security } = endpoint;
  if (port === 25 || security === 'cleartext') return undefined;
  if (provider?.portPreference?.prefer === port) return 0;
  const avoided = provider?.portPreference?.avoid === port ? 100 : 0;
  if (port === 465) return 1 + avoided;
  if (port === 587) return 2 + avoided;
  return (security === 'implicit-tls' ? 3 : 4) + avoided;
}

function reasonFor({ endpoint }: EndpointReport, provider?: Provider): string {
  const preference = provider?.portPreference;
  if (preference?.prefer === endpoint.port) return preference.because;
  if (endpoint.port === 465)
    return 'Port 465 encrypts from the first byte, and its certificate was checked. The standard prefers it for sending programs.';
  if (endpoint.port === 587)
    return 'Port 587 is the standard port for sending programs. It upgrades to encryption before anything private is said, and its certificate was checked.';
  const how = endpoint.security === 'implicit-tls' ? 'It encrypts from the first byte' : 'It upgrades to encryption';
  return `Port ${endpoint.port} works here. ${how}, and its certificate was checked.`;
}

function providerNote(provider: Provider | undefined, report: EndpointReport): { note?: string } {
  const advice = provider?.recommends;
  if (provider === undefined || advice === undefined || advice.port === report.endpoint.port) return {};
  const verb = advice.confidence === 'documented' ? 'recommends' : 'usually recommends';
  return {
    note: `${provider.shortName} itself ${verb} ${advice.port}. Both are good; the difference is only when encryption starts.`,
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
  if (best === undefined) return { status: 'none', reason: noneReason(reports, credentials), final: open.length === 0 };
  return {
    status: 'recommended',
    report: best.report,
    reason: reasonFor(best.report, provider),
    runnersUp: usable.slice(1).map(({ report }) => report),
    ...providerNote(provider, best.report),
    final: open.every(({ value }) => value >= best.value),
  };
}

function noneReason(reports: readonly EndpointReport[], credentials: boolean): string {
  const connects = reports.some(({ outcome }) => outcome?.status === 'usable');
  if (connects && credentials)
    return 'Ports answer, but none of those meant for sending offers both verified encryption and a login by password.';
  return 'No port meant for sending offers verified encryption from here.';
}
