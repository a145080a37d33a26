/** What a server shows of itself when encryption starts, and which faults make Outport stop there. */
import { literals } from '../address-plan';
import { goodbye, implicit, secured } from '../dialogue';
import type { IdentityName } from '../identities';
import type { FailureFacts, ScenarioEntry, ScriptedPeer, Sight } from '../scenario';

const on465 = { probe: [{ port: 465, security: 'implicit-tls' }] } as const;
const dialogue = [...implicit(), ...goodbye];
const noLogin = { neverHeard: [/./] };

/** A server on 465 whose certificate is to be refused before a word is said. */
function rejected(
  id: string,
  what: string,
  identity: IdentityName,
  facts: Omit<FailureFacts, 'kind'>,
  finding: string,
  sees: readonly Sight[],
): ScenarioEntry {
  return {
    id,
    what,
    servers: { 465: { says: dialogue, implicitTls: true, identity } },
    ask: on465,
    truth: [
      { status: 'failed', failure: { kind: 'certificate-rejected', stage: 'tls', secured: false, ...facts }, finding },
    ],
    witness: { sees },
    record: noLogin,
  };
}

/** A server on 465 that is to be accepted. */
function trusted(id: string, what: string, peer: Partial<ScriptedPeer>, tls?: string): ScenarioEntry {
  return {
    id,
    what,
    servers: { 465: { says: dialogue, implicitTls: true, ...peer } },
    ask: on465,
    truth: [{ status: 'usable', ...(tls === undefined ? {} : { tls }) }],
    witness: { sees: [...(tls === undefined ? [] : [`TLS: ${tls}`]), 'certificate: trusted', 'name: fits', /^< 250/] },
  };
}

const one = (reason: string) => ({ reason, reasons: [reason] });

export const certificateScenarios: readonly ScenarioEntry[] = [
  rejected(
    'certificate-expired',
    'the certificate ran out yesterday',
    'expired',
    one('expired'),
    'certificate-expired',
    ['certificate: CERT_HAS_EXPIRED', 'name: fits'],
  ),
  rejected(
    'certificate-not-yet-valid',
    'the certificate is valid from tomorrow on',
    'not-yet-valid',
    one('not-yet-valid'),
    'certificate-not-yet',
    ['certificate: CERT_NOT_YET_VALID'],
  ),
  rejected(
    'certificate-self-signed',
    'the certificate is signed by itself',
    'self-signed',
    one('self-signed'),
    'certificate-self-signed',
    ['certificate: DEPTH_ZERO_SELF_SIGNED_CERT'],
  ),
  rejected(
    'certificate-private-root',
    'a private authority vouches, and is sent along',
    'private-root',
    one('unknown-issuer'),
    'certificate-unknown-issuer',
    ['certificate: SELF_SIGNED_CERT_IN_CHAIN'],
  ),
  rejected(
    'certificate-unknown-issuer',
    'a private authority vouches, and is not sent along',
    'unknown-leaf',
    { ...one('unknown-issuer'), chainLength: 1, cause: undefined },
    'certificate-unknown-issuer',
    ['certificate: UNABLE_TO_VERIFY_LEAF_SIGNATURE'],
  ),
  rejected(
    'certificate-unknown-chain',
    'an intermediate of an unknown authority vouches',
    'unknown-chain',
    one('unknown-issuer'),
    'certificate-unknown-issuer',
    ['certificate: UNABLE_TO_GET_ISSUER_CERT_LOCALLY'],
  ),
  rejected(
    'certificate-chain-incomplete',
    'the intermediate certificate is missing',
    'missing-intermediate',
    { ...one('unknown-issuer'), cause: 'incomplete-chain' },
    'certificate-chain',
    ['certificate: UNABLE_TO_VERIFY_LEAF_SIGNATURE'],
  ),
  rejected(
    'certificate-wrong-name',
    'the certificate is for another host',
    'wrong-name',
    { ...one('name-mismatch'), certificate: { altNames: ['other.test', 'mail.other.test'] } },
    'certificate-another-name',
    ['certificate: ERR_TLS_CERT_ALTNAME_INVALID', 'name: does not fit'],
  ),
  rejected(
    'certificate-wildcard-too-short',
    'the wildcard covers one label fewer',
    'wildcard-too-short',
    one('name-mismatch'),
    'wildcard-too-deep',
    ['certificate: ERR_TLS_CERT_ALTNAME_INVALID', 'name: does not fit'],
  ),
  rejected(
    'certificate-two-faults',
    'expired, and for another host',
    'expired-wrong-name',
    { reason: 'expired', reasons: ['expired', 'name-mismatch'] },
    'certificate-expired',
    ['certificate: CERT_HAS_EXPIRED', 'name: does not fit'],
  ),
  rejected(
    'certificate-for-clients',
    'the certificate is not for servers',
    'client-only',
    { ...one('other'), cause: 'wrong-purpose' },
    'certificate-purpose',
    ['certificate: INVALID_PURPOSE'],
  ),
  {
    id: 'certificate-expired-starttls',
    what: 'the certificate behind STARTTLS ran out yesterday',
    servers: { 587: { says: [...secured(), ...goodbye], identity: 'expired' } },
    ask: { probe: [{ port: 587, security: 'starttls' }] },
    truth: [
      {
        status: 'failed',
        failure: { kind: 'certificate-rejected', stage: 'tls', ...one('expired') },
        finding: 'certificate-expired',
      },
    ],
    witness: { sees: [/^< 220.*TLS/, 'certificate: CERT_HAS_EXPIRED'] },
  },
  {
    id: 'certificate-keeps-password',
    what: 'a message is to go to a server with a self-signed certificate',
    servers: { 587: { says: [...secured(), ...goodbye], identity: 'self-signed' } },
    ask: { message: { port: 587, security: 'starttls', username: 'lab', password: 'correct horse battery staple' } },
    truth: [
      {
        status: 'failed',
        failure: { kind: 'certificate-rejected', stage: 'tls', ...one('self-signed') },
        finding: 'certificate-self-signed',
      },
    ],
    witness: { sees: ['certificate: DEPTH_ZERO_SELF_SIGNED_CERT'], login: 'none' },
    record: { neverHeard: [/^AUTH/i, /^MAIL/i] },
  },
  {
    id: 'tls-too-old',
    what: 'the server speaks nothing newer than TLS 1.1',
    servers: {
      465: {
        says: dialogue,
        implicitTls: true,
        tls: { minVersion: 'TLSv1', maxVersion: 'TLSv1.1', ciphers: 'DEFAULT@SECLEVEL=0' },
      },
    },
    ask: on465,
    truth: [
      {
        status: 'failed',
        failure: { kind: 'tls-failed', stage: 'tls', reason: 'no-common-version' },
        finding: 'old-tls',
      },
    ],
    witness: { sees: ['TLS: TLSv1.1', 'certificate: trusted'], oldTls: true },
  },
  {
    id: 'tls-weak-ciphers',
    what: 'the server knows TLS 1.2, but only ciphers nobody should use',
    servers: {
      465: {
        says: dialogue,
        implicitTls: true,
        identity: 'good-rsa',
        tls: { maxVersion: 'TLSv1.2', ciphers: 'NULL-SHA256@SECLEVEL=0' },
      },
    },
    ask: on465,
    truth: [
      {
        status: 'failed',
        failure: { kind: 'tls-failed', stage: 'tls', code: /HANDSHAKE_FAILURE$/ },
        finding: 'tls-failed',
      },
    ],
    witness: { sees: [/^TLS: ERR_SSL_.*HANDSHAKE_FAILURE$/] },
  },
  trusted('tls-1-2-only', 'a good server that knows TLS 1.2 alone', { tls: { maxVersion: 'TLSv1.2' } }, 'TLSv1.2'),
  trusted('tls-1-3-only', 'a good server that knows TLS 1.3 alone', { tls: { minVersion: 'TLSv1.3' } }, 'TLSv1.3'),
  trusted('certificate-rsa', 'a good server with an RSA key', { identity: 'good-rsa' }),
  trusted('certificate-full-chain', 'the intermediate certificate is sent along', { identity: 'good-chain' }),
  trusted('certificate-expires-soon', 'the certificate runs out in twelve hours', { identity: 'expires-soon' }),
  trusted('common-name-only', 'the certificate has its name in the old place alone', { identity: 'common-name-only' }),
  {
    ...trusted('certificate-for-address', 'an address is dialled, and the certificate names it', {
      identity: 'for-address',
    }),
    host: literals[0],
  },
  {
    ...rejected(
      'certificate-not-for-address',
      'an address is dialled, and the certificate names hosts alone',
      'good',
      one('name-mismatch'),
      'address-as-host',
      ['certificate: ERR_TLS_CERT_ALTNAME_INVALID', 'name: does not fit'],
    ),
    host: literals[1],
  },
];
