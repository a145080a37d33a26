/**
 * SRV records for submission: `_submissions._tcp` for TLS from the first byte (RFC 8314 §5.1), `_submission._tcp` for
 * STARTTLS (RFC 6186 §3.1).
 */
import { normalizeHost } from '@/lib/smtp/host';
import { isOwnHost, type Candidate, type SubmissionServer } from './candidate';
import type { KnownServers } from './known-servers';

export type SrvRecord = {
  readonly priority: number;
  readonly weight: number;
  readonly port: number;
  readonly name: string;
};

/** Services in the order they are proposed: RFC 8314 §3 prefers TLS from the first byte. */
export const submissionServices = [
  { service: '_submissions._tcp', security: 'implicit-tls' },
  { service: '_submission._tcp', security: 'starttls' },
] as const;
type Service = (typeof submissionServices)[number];
export type Answered = Service & { readonly records: readonly SrvRecord[] };

/** RFC 2782: a target of "." says that the service is decidedly not available at this domain. */
export function isNotOffered(records: readonly SrvRecord[]): boolean {
  return records.length > 0 && records.every(({ name }) => /^\.?$/.test(name));
}

/**
 * Lower priority first. RFC 2782 draws among equals by weight to spread load; one person who tries again must see the
 * same answer again, so the heaviest comes first, then the first by name.
 */
function byPreference(a: SrvRecord, b: SrvRecord): number {
  return a.priority - b.priority || b.weight - a.weight || a.name.localeCompare(b.name);
}

type Target = { readonly server: SubmissionServer; readonly record: string };

function targets(domain: string, { service, security, records }: Answered): Target[] {
  return [...records].sort(byPreference).flatMap(({ priority, weight, port, name }) => {
    const host = normalizeHost(name);
    if (host === undefined || port === 0) return [];
    const record = `${service}.${domain}. SRV ${priority} ${weight} ${port} ${host}.`;
    return [{ server: { host, port, security }, record }];
  });
}

/** The answers of both services → one candidate for each host. */
export function srvCandidates(domain: string, answers: readonly Answered[], known: KnownServers): Candidate[] {
  const byHost = new Map<string, Target[]>();
  for (const target of answers.flatMap((answered) => targets(domain, answered))) {
    const { host } = target.server;
    byHost.set(host, [...(byHost.get(host) ?? []), target]);
  }
  return [...byHost].map(([host, found]) => {
    const provider = known.providerOfHost(host);
    return {
      host,
      ...(provider === undefined ? {} : { provider }),
      servers: found.map(({ server }) => server),
      provenance: [{ from: 'srv', records: found.map(({ record }) => record) }],
      thirdParty: !isOwnHost(host, domain),
    };
  });
}
