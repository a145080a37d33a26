/** A handshake that failed on the web server → why, from OpenSSL's codes and from the certificate that was looked at afterwards. */
import { isIPv4, isIPv6 } from '@/lib/smtp/host';
import type { Failure, Trust } from '@/lib/smtp/outcome';
import type { SelfTestResult } from './self-test-result';

type Facts = Pick<SelfTestResult, 'openssl' | 'certificate' | 'at'>;
type Seen = NonNullable<SelfTestResult['certificate']>;

const place = { stage: 'tls', secured: false } as const;
const verifyFailed = 134;

/** OpenSSL's reasons in its SSL library (sslerr.h; from 1000 on the peer's alerts) → the names that the rules know. */
const reasonNames: Readonly<Record<number, string>> = {
  [verifyFailed]: 'ERR_SSL_CERTIFICATE_VERIFY_FAILED',
  258: 'ERR_SSL_UNSUPPORTED_PROTOCOL',
  267: 'ERR_SSL_WRONG_VERSION_NUMBER',
  394: 'ERR_SSL_DH_KEY_TOO_SMALL',
  1040: 'ERR_SSL_SSLV3_ALERT_HANDSHAKE_FAILURE',
  1070: 'ERR_SSL_TLSV1_ALERT_PROTOCOL_VERSION',
  1080: 'ERR_SSL_TLSV1_ALERT_INTERNAL_ERROR',
  1112: 'ERR_SSL_TLSV1_UNRECOGNIZED_NAME',
  1116: 'ERR_SSL_TLSV13_ALERT_CERTIFICATE_REQUIRED',
};

/** A packed code → its reason in the SSL library (number 20); OpenSSL 1.1 packs into 12 bits what 3.x packs into 23. */
function reasonOf(code: string): number | undefined {
  const packed = Number.parseInt(code, 16);
  if (packed >>> 23 === 20) return packed & 0x7fffff;
  return packed >>> 24 === 20 ? packed & 0xfff : undefined;
}

/** RFC 9525 §6.3: a wildcard stands for exactly one label, the leftmost. */
function isNamed({ altNames }: Seen, host: string): boolean {
  if (isIPv4(host) || isIPv6(host)) return altNames.includes(host);
  const name = host.toLowerCase();
  return altNames.some((entry) => {
    const own = entry.toLowerCase();
    return own === name || (own.startsWith('*.') && name.slice(name.indexOf('.')) === own.slice(1));
  });
}

function chainReason({ validFrom, validTo, isSelfIssued, chainLength }: Seen, at: number): Trust {
  if (Date.parse(validTo) < at * 1000) return 'expired';
  if (Date.parse(validFrom) > at * 1000) return 'not-yet-valid';
  return isSelfIssued && chainLength === 1 ? 'self-signed' : 'unknown-issuer';
}

/** Facts and the host that was used → the failure at the stage of encryption. */
export function tlsFailureOf({ openssl, certificate: seen, at }: Facts, host: string): Failure {
  const reasons = openssl.flatMap((code) => reasonOf(code) ?? []);
  const isChain = reasons.includes(verifyFailed);
  if (seen !== null && (isChain || !isNamed(seen, host))) {
    const { chainLength, isSelfIssued, namesIssuer, ...certificate } = seen;
    const wrong: Trust[] = [
      ...(isChain ? [chainReason(seen, at)] : []),
      ...(isNamed(seen, host) ? [] : (['name-mismatch'] as const)),
    ];
    const [reason = 'other'] = wrong;
    const isIncomplete = reason === 'unknown-issuer' && chainLength === 1 && namesIssuer && !isSelfIssued;
    return {
      ...place,
      kind: 'certificate-rejected',
      reason,
      reasons: wrong,
      certificate,
      chainLength,
      ...(isIncomplete ? { cause: 'incomplete-chain' } : {}),
    };
  }
  const [first] = reasons;
  const code = first === undefined ? (openssl[0] ?? '') : (reasonNames[first] ?? `OpenSSL ${first}`);
  if (first === 267) return { ...place, kind: 'tls-failed', reason: 'peer-speaks-cleartext', code };
  const isOld = first === 258 || first === 1070;
  return { ...place, kind: 'tls-failed', reason: isOld ? 'no-common-version' : 'other', code };
}
