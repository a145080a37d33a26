import 'server-only';
import tls from 'node:tls';
import type { Failure, Trust } from '@/lib/smtp/outcome';
import { certificateFacts } from './certificate';
import { trustedRoots } from './trusted-roots';

/** OpenSSL's verification codes (X509_V_ERR_*), as Node names them → what is wrong. */
const chainProblems: Readonly<Record<string, Trust>> = {
  CERT_HAS_EXPIRED: 'expired',
  CERT_NOT_YET_VALID: 'not-yet-valid',
  DEPTH_ZERO_SELF_SIGNED_CERT: 'self-signed',
  SELF_SIGNED_CERT_IN_CHAIN: 'unknown-issuer',
  UNABLE_TO_VERIFY_LEAF_SIGNATURE: 'unknown-issuer',
  UNABLE_TO_GET_ISSUER_CERT: 'unknown-issuer',
  UNABLE_TO_GET_ISSUER_CERT_LOCALLY: 'unknown-issuer',
  CERT_UNTRUSTED: 'unknown-issuer',
};

type Cause = NonNullable<Extract<Failure, { kind: 'certificate-rejected' }>['cause']>;
type Chain = readonly tls.DetailedPeerCertificate[];

const serverAuth = '1.3.6.1.5.5.7.3.1';
const anyPurpose = '2.5.29.37.0';
const fewestRsaBits = 2048;

/** The certificate above. Node leaves it out where there is none to be had; its types do not say so. */
function issuerOf(certificate: Partial<tls.DetailedPeerCertificate>): tls.DetailedPeerCertificate | undefined {
  return certificate.issuerCertificate;
}

/** The peer's certificate and those above it that the peer sent or that we trust. */
function chainFrom(peer: tls.DetailedPeerCertificate): Chain {
  const chain: tls.DetailedPeerCertificate[] = [];
  let next: tls.DetailedPeerCertificate | undefined = peer;
  while (next?.fingerprint256 !== undefined && !chain.some((seen) => seen.fingerprint256 === next?.fingerprint256)) {
    chain.push(next);
    next = issuerOf(next);
  }
  return chain;
}

/** Who vouches for the chain. OpenSSL reports the last problem it met, so an expired certificate hides this one. */
function anchorProblem(chain: Chain, authorities: readonly string[] | undefined): Trust | undefined {
  const top = chain.at(-1);
  if (top === undefined) return 'other';
  if (issuerOf(top)?.fingerprint256 !== top.fingerprint256) return 'unknown-issuer';
  if (trustedRoots(authorities).fingerprints.has(top.fingerprint256)) return undefined;
  return chain.length === 1 ? 'self-signed' : 'unknown-issuer';
}

function isForServers({ ext_key_usage: purposes }: tls.PeerCertificate): boolean {
  return purposes === undefined || purposes.includes(serverAuth) || purposes.includes(anyPurpose);
}

/** The server sent its own certificate only, and its issuer is one that could be had: known, or named by an address. */
function isIncomplete(chain: Chain, authorities: readonly string[] | undefined): boolean {
  const [peer] = chain;
  if (peer === undefined || chain.length !== 1 || anchorProblem(chain, authorities) !== 'unknown-issuer') return false;
  if (peer.infoAccess?.['CA Issuers - URI'] !== undefined) return true;
  const organization: unknown = peer.issuer.O;
  return typeof organization === 'string' && trustedRoots(authorities).organizations.has(organization);
}

function causeOf(
  code: string | undefined,
  chain: Chain,
  authorities: readonly string[] | undefined,
): Cause | undefined {
  if (code === undefined) return undefined;
  if (isIncomplete(chain, authorities)) return 'incomplete-chain';
  // Since OpenSSL 3.5's default level such a key is refused, under a code that Node has no name for.
  const isWeak = chain.some(({ modulus, bits }) => modulus !== undefined && (bits ?? 0) < fewestRsaBits);
  if (/(?:KEY_TOO_SMALL|MD_TOO_WEAK)$/.test(code) || (code === 'UNSPECIFIED' && isWeak)) return 'weak-key';
  return chain[0] === undefined || isForServers(chain[0]) ? undefined : 'wrong-purpose';
}

/** Node declares an Error and gives the code as a string. It is about the chain alone: names are compared by `namesHost`. */
function chainCode(socket: tls.TLSSocket): string | undefined {
  const problem: unknown = socket.authorizationError;
  if (socket.authorized || problem === null || problem === undefined) return undefined;
  const code = problem instanceof Error ? problem.message : problem;
  return typeof code === 'string' ? code : 'UNKNOWN';
}

/** RFC 9525. Names that Node cannot even read throw; such a certificate names nobody. */
function namesHost(host: string, peer: tls.PeerCertificate): boolean {
  try {
    return tls.checkServerIdentity(host, peer) === undefined;
  } catch {
    return false;
  }
}

/**
 * A finished handshake and its certificate → undefined when the certificate is trusted and names the host (RFC 8314 §4.1, RFC 9525),
 * else everything that is wrong with it, the chain before the name. `authorities` are the roots given for this
 * connection alone.
 */
export function certificateFailure(
  socket: tls.TLSSocket,
  peer: tls.DetailedPeerCertificate,
  host: string,
  authorities: readonly string[] | undefined,
): Failure | undefined {
  const chain = chainFrom(peer);
  const code = chainCode(socket);
  const reasons = new Set<Trust>();
  if (code !== undefined) {
    reasons.add(chainProblems[code] ?? 'other');
    const anchor = anchorProblem(chain, authorities);
    if (anchor !== undefined) reasons.add(anchor);
    if (!isForServers(peer)) reasons.add('other');
  }
  if (!namesHost(host, peer)) reasons.add('name-mismatch');
  const [reason] = reasons;
  if (reason === undefined) return undefined;
  const cause = causeOf(code, chain, authorities);
  return {
    stage: 'tls',
    secured: false,
    kind: 'certificate-rejected',
    reason,
    reasons: [...reasons],
    certificate: certificateFacts(peer),
    chainLength: chain.length,
    ...(cause === undefined ? {} : { cause }),
  };
}
