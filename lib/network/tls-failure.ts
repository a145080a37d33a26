import 'server-only';
import type { Failure, Stage } from '@/lib/smtp/outcome';

type Reason = Extract<Failure, { kind: 'tls-failed' }>['reason'];

/**
 * OpenSSL's reason codes as Node spells them → why encryption failed. Only what a code proves: a handshake_failure alert
 * may mean ciphers, curves or a client certificate, so it is `other`. OpenSSL 3.0 and 3.5 agree on these two.
 */
const reasons: readonly (readonly [RegExp, Reason])[] = [
  [/^ERR_SSL_WRONG_VERSION_NUMBER$/, 'peer-speaks-cleartext'],
  [/(?:ALERT_PROTOCOL_VERSION|UNSUPPORTED_PROTOCOL|WRONG_SSL_VERSION|NO_PROTOCOLS_AVAILABLE)$/, 'no-common-version'],
];

/**
 * A code → the failure of encryption it stands for, or undefined when it is none. Under TLS 1.3 a server's alert may come
 * after the handshake (RFC 8446 §4.4.2.4, a client certificate that is missing), so `place` may be a later stage.
 */
export function tlsFailure(
  code: string,
  place: { readonly stage: Stage; readonly secured: boolean },
): Failure | undefined {
  if (!/^(?:ERR_SSL_|ERR_TLS_|EPROTO$)/.test(code)) return undefined;
  const reason = reasons.find(([pattern]) => pattern.test(code))?.[1] ?? 'other';
  return { ...place, kind: 'tls-failed', reason, code };
}
