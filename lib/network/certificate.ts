import 'server-only';
import tls from 'node:tls';
import type { Certificate, Failure, Trust } from '@/lib/smtp/outcome';
import { printable } from './transcript';

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
const causes: Readonly<Record<string, Cause>> = {
  INVALID_PURPOSE: 'wrong-purpose',
  EE_KEY_TOO_SMALL: 'weak-key',
  CA_KEY_TOO_SMALL: 'weak-key',
  CA_MD_TOO_WEAK: 'weak-key',
};

function name(entry: tls.Certificate | undefined): string {
  const text = entry?.CN ?? entry?.O ?? entry?.OU ?? '';
  return printable(Array.isArray(text) ? text.join(', ') : text).slice(0, 200);
}

function isoDate(text: string): string {
  const time = Date.parse(text);
  return Number.isNaN(time) ? printable(text).slice(0, 40) : new Date(time).toISOString();
}

/** Node's certificate → ours: names shortened, dates in ISO 8601. */
export function certificateFacts(peer: tls.PeerCertificate): Certificate {
  const altNames = (peer.subjectaltname ?? '').split(', ').filter((entry) => entry !== '');
  return {
    subject: name(peer.subject),
    issuer: name(peer.issuer),
    altNames: altNames.slice(0, 100).map((entry) => printable(entry.replace(/^(DNS|IP Address):/, '')).slice(0, 253)),
    validFrom: isoDate(peer.valid_from),
    validTo: isoDate(peer.valid_to),
    fingerprint256: peer.fingerprint256,
  };
}

function chainLength(peer: tls.DetailedPeerCertificate): number {
  const seen = new Set<string>();
  // Node leaves the issuer out where the server did not send it; its types do not say so.
  let next: Partial<tls.DetailedPeerCertificate> | undefined = peer;
  while (next?.fingerprint256 !== undefined && !seen.has(next.fingerprint256)) {
    seen.add(next.fingerprint256);
    next = next.issuerCertificate;
  }
  return seen.size;
}

/**
 * A finished handshake → undefined when the certificate is trusted and names the host (RFC 8314 §4.1, RFC 9525),
 * else what is wrong with it: the chain's problem before the name's, since Node stops at the first.
 */
export function certificateFailure(socket: tls.TLSSocket, host: string): Failure | undefined {
  const peer = socket.getPeerCertificate(true);
  const code = chainCode(socket);
  const nameError = tls.checkServerIdentity(host, peer);
  const reasons: Trust[] = [];
  if (code !== undefined) reasons.push(chainProblems[code] ?? 'other');
  if (nameError !== undefined) reasons.push('name-mismatch');
  const [reason] = reasons;
  if (reason === undefined) return undefined;
  const length = chainLength(peer);
  const incomplete =
    code === 'UNABLE_TO_VERIFY_LEAF_SIGNATURE' && length === 1 && peer.infoAccess?.['CA Issuers - URI'] !== undefined;
  const cause = incomplete ? 'incomplete-chain' : causes[code ?? ''];
  const facts = { reason, reasons, certificate: certificateFacts(peer), chainLength: length };
  return {
    stage: 'tls',
    secured: false,
    kind: 'certificate-rejected',
    ...facts,
    ...(cause === undefined ? {} : { cause }),
  };
}

/** Node declares an Error and gives the code as a string; a name mismatch is judged by `checkServerIdentity` instead. */
function chainCode(socket: tls.TLSSocket): string | undefined {
  const problem: unknown = socket.authorizationError;
  if (socket.authorized || problem === null || problem === undefined) return undefined;
  const code = problem instanceof Error ? problem.message : problem;
  if (typeof code !== 'string') return 'UNKNOWN';
  return code === 'ERR_TLS_CERT_ALTNAME_INVALID' ? undefined : code;
}
