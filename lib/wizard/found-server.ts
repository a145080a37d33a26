/** A server that discovery found → what the account step begins with. */
import type { Candidate, UsernameForm } from '@/lib/discovery/candidate';
import type { TypedAddress } from '@/lib/discovery/address';
import { usualPorts, usualSecurity } from '@/lib/smtp/endpoint';
import type { Suggestion } from './draft';

type Typed = Extract<TypedAddress, { kind: 'address' | 'domain' }>;

/** The login that a form of user name makes of an address; empty where it cannot be told. */
function usernameOf(form: UsernameForm | undefined, typed: Typed): string {
  if (typeof form === 'object') return form.literal;
  if (typed.kind === 'domain') return '';
  return form === 'local-part' ? typed.local : `${typed.local}@${typed.domain}`;
}

/** The first question's answer, and the suggestion that goes with it. Nothing here has been tried yet. */
export function takeCandidate(
  candidate: Candidate,
  typed: Typed,
): { readonly provider: string; readonly suggestion: Suggestion } {
  const { provider, host, servers, usernameForm } = candidate;
  const address = typed.kind === 'address' ? `${typed.local}@${typed.domain}` : '';
  const login = { address, username: usernameOf(usernameForm, typed) };
  if (provider !== undefined) {
    const { id, variant } = provider;
    return { provider: id, suggestion: { ...login, ...(variant === undefined ? {} : { variant }) } };
  }
  // The usual ports are tried anyway; only what differs from them has to be named.
  const ports = servers
    .filter(
      ({ port, security }) => !(usualPorts as readonly number[]).includes(port) || security !== usualSecurity(port),
    )
    .map(({ port, security }) => ({ port, security }));
  return { provider: 'other', suggestion: { ...login, host, ports } };
}
