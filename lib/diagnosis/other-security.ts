import type { Correction, Evidence } from './finding';
import { settledOthers } from './run-facts';

/** The other kind of encryption on the same port, unless the run tried it or the provider's table speaks against it. */
export function otherSecurity(evidence: Evidence): Extract<Correction, { kind: 'use-security' }> | undefined {
  const { port, security, variant } = evidence;
  const other = security === 'implicit-tls' ? 'starttls' : 'implicit-tls';
  const tried = settledOthers(evidence).find(({ endpoint }) => endpoint.port === port && endpoint.security === other);
  if (tried !== undefined && tried.outcome?.status !== 'usable') return undefined;
  const listed = variant?.ports.find((offered) => offered.port === port)?.security;
  if (tried === undefined && listed === security) return undefined;
  return { kind: 'use-security', port, security: other };
}

/** True when the run found this port working with another kind of encryption. */
export function worksOtherwise(evidence: Evidence): boolean {
  return settledOthers(evidence).some(
    ({ endpoint, outcome }) => endpoint.port === evidence.port && outcome?.status === 'usable',
  );
}

/** A correction, if there is one, as a finding carries it. */
export function offer(correction: Correction | undefined): { correction?: Correction } {
  return correction === undefined ? {} : { correction };
}
