/** Failures for tests: every arm of the union, every cause it knows, at every stage where it makes sense. */
import { stages, type Certificate, type Failure, type FailureKind, type Stage } from '../outcome';

export const certificate: Certificate = {
  subject: 'CN=mail.example.com',
  issuer: 'CN=Some authority',
  altNames: ['mail.example.com', 'smtp.example.com'],
  validFrom: '2026-01-01T00:00:00.000Z',
  validTo: '2027-01-01T00:00:00.000Z',
  fingerprint256: Array.from({ length: 32 }, () => 'AB').join(':'),
};

const afterConnect = stages.slice(stages.indexOf('connect') + 1);
const spoken = afterConnect.filter((stage) => stage !== 'tls');
const replyCodes = [421, 432, 450, 451, 452, 454, 500, 501, 502, 503, 504, 521, 525, 530, 534, 535, 538, 550, 551];
const moreReplyCodes = [552, 553, 554, 555, 571, 599];
const enhancedCodes = [undefined, '4.2.1', '4.7.0', '5.1.1', '5.2.2', '5.3.4', '5.7.1', '5.7.8', '5.7.9'];

type Place = { readonly stage: Stage; readonly secured: boolean };
type Arms = { readonly [K in FailureKind]: () => Extract<Failure, { kind: K }>[] };

function at(where: readonly Stage[]): Place[] {
  return where.flatMap((stage) => [false, true].map((secured) => ({ stage, secured })));
}

const arms: Arms = {
  'name-not-found': () =>
    (['no-such-name', 'no-address'] as const).map((cause) => ({
      stage: 'resolve',
      secured: false,
      kind: 'name-not-found',
      cause,
    })),
  'resolver-failed': () =>
    (['silent', 'refused', 'broken'] as const).map((cause) => ({
      stage: 'resolve',
      secured: false,
      kind: 'resolver-failed',
      cause,
    })),
  refused: () => at(['connect']).map((place) => ({ ...place, kind: 'refused' })),
  unreachable: () =>
    at(['connect', ...spoken]).flatMap((place) =>
      (['no-route', 'host', 'prohibited', 'denied-by-system'] as const).flatMap((cause) =>
        [true, false].map((local) => ({ ...place, kind: 'unreachable' as const, cause, local })),
      ),
    ),
  'timed-out': () =>
    at(['connect', ...afterConnect]).map((place) => ({ ...place, kind: 'timed-out', afterMs: 5000, bytes: 0 })),
  'closed-by-peer': () =>
    at(['connect', ...afterConnect]).flatMap((place) =>
      (['end', 'reset'] as const).map((how) => ({ ...place, kind: 'closed-by-peer' as const, how })),
    ),
  'protocol-violation': () =>
    at(spoken).flatMap((place) =>
      (['not-smtp', 'malformed', 'too-long', 'data-before-tls', 'out-of-step'] as const).map((cause) => ({
        ...place,
        kind: 'protocol-violation' as const,
        cause,
        sample: cause === 'too-long' ? '' : 'SSH-2.0',
      })),
    ),
  'negative-reply': () =>
    at(spoken).flatMap((place) =>
      [...replyCodes, ...moreReplyCodes].flatMap((code) =>
        enhancedCodes.map((enhanced) => ({
          ...place,
          kind: 'negative-reply' as const,
          command: place.stage === 'greeting' ? '' : 'COMMAND',
          reply: { code, text: ['no'], ...(enhanced === undefined ? {} : { enhanced }) },
        })),
      ),
    ),
  'starttls-not-offered': () =>
    [true, false].map((masked) => ({ stage: 'starttls', secured: false, kind: 'starttls-not-offered', masked })),
  'auth-not-offered': () =>
    at(['auth']).flatMap((place) =>
      [[], ['XOAUTH2'], ['OAUTHBEARER'], ['GSSAPI', 'NTLM']].map((mechanisms) => ({
        ...place,
        kind: 'auth-not-offered' as const,
        mechanisms,
      })),
    ),
  'extension-missing': () =>
    (['SMTPUTF8', 'SIZE'] as const).map((extension) => ({
      stage: 'mail-from',
      secured: true,
      kind: 'extension-missing',
      extension,
    })),
  'tls-failed': () =>
    (['peer-speaks-cleartext', 'no-common-version', 'other'] as const).map((reason) => ({
      stage: 'tls',
      secured: false,
      kind: 'tls-failed',
      reason,
      code: reason === 'other' ? '' : 'ERR_SSL_WRONG_VERSION_NUMBER',
    })),
  'certificate-rejected': () =>
    (['expired', 'not-yet-valid', 'self-signed', 'unknown-issuer', 'name-mismatch', 'other'] as const).flatMap(
      (reason) =>
        ([undefined, 'incomplete-chain', 'wrong-purpose', 'weak-key'] as const).map((cause) => ({
          stage: 'tls' as const,
          secured: false,
          kind: 'certificate-rejected' as const,
          reason,
          reasons: [reason],
          certificate: reason === 'name-mismatch' ? { ...certificate, altNames: [] } : certificate,
          chainLength: 1,
          ...(cause === undefined ? {} : { cause }),
        })),
    ),
  unexpected: () => at(stages).map((place) => ({ ...place, kind: 'unexpected' })),
};

/** The type of `arms` makes this complete: a new kind of failure does not compile until it is here. */
export const everyFailure: readonly Failure[] = Object.values(arms).flatMap((make): readonly Failure[] => make());
