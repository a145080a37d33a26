/** Fixtures of certificates, as OpenSSL judges them. */
import type { Certificate, Failure } from '@/lib/smtp/outcome';
import { at, certificate, heard, seen, type Fixture } from './evidence';

type Rejected = Extract<Failure, { kind: 'certificate-rejected' }>;

function rejected(
  reasons: readonly Rejected['reason'][],
  more: { cause?: NonNullable<Rejected['cause']>; certificate?: Partial<Certificate> } = {},
): Failure {
  const [reason = 'other'] = reasons;
  return {
    stage: 'tls',
    secured: false,
    kind: 'certificate-rejected',
    reason,
    reasons: [...reasons],
    certificate: certificate(more.certificate),
    chainLength: 1,
    ...(more.cause === undefined ? {} : { cause: more.cause }),
  };
}

function fixture(
  rule: string,
  evidence: Fixture['evidence'],
  from = 'OpenSSL, certificate made for the case',
): Fixture {
  return { rule, seen: 'recorded', from, evidence };
}

const sendgrid = at('smtp.sendgrid.net');
const hosters = { subject: 'box4711.hoster.example', altNames: ['box4711.hoster.example'] };

export const certificateFixtures: readonly Fixture[] = [
  {
    ...fixture(
      'antivirus-inspects',
      seen(rejected(['unknown-issuer'], { certificate: { issuer: 'Avast Web/Mail Shield Root' } })),
    ),
    seen: 'reported',
    from: 'issuer names of antivirus programs',
  },
  {
    ...fixture('gateway-inspects', seen(rejected(['unknown-issuer'], { certificate: { issuer: 'Zscaler Root CA' } }))),
    seen: 'reported',
    from: 'issuer names of company gateways',
  },
  fixture('certificate-chain', seen(rejected(['unknown-issuer'], { cause: 'incomplete-chain' }))),
  fixture('certificate-purpose', seen(rejected(['other'], { cause: 'wrong-purpose' }))),
  fixture('certificate-weak', seen(rejected(['other'], { cause: 'weak-key' }))),
  fixture('certificate-expired', seen(rejected(['expired']))),
  fixture('certificate-expired', seen(rejected(['expired', 'name-mismatch']))),
  fixture('certificate-not-yet', seen(rejected(['not-yet-valid']))),
  fixture('certificate-self-signed', seen(rejected(['self-signed']))),
  fixture('certificate-unknown-issuer', seen(rejected(['unknown-issuer']))),
  fixture('certificate-names-nobody', seen(rejected(['name-mismatch'], { certificate: { altNames: [] } }))),
  fixture('address-as-host', seen(rejected(['name-mismatch']), { host: '203.0.113.5' })),
  fixture(
    'wildcard-too-deep',
    seen(rejected(['name-mismatch'], { certificate: { altNames: ['*.example.com'] } }), {
      host: 'smtp.mail.example.com',
    }),
  ),
  fixture(
    'certificate-another-name',
    seen(rejected(['name-mismatch'], { certificate: hosters }), {
      transcript: heard('220 box4711.hoster.example ESMTP'),
    }),
  ),
  fixture(
    'redirected',
    seen(rejected(['name-mismatch'], { certificate: hosters }), sendgrid),
    'a firewall that redirects to Exim',
  ),
  fixture(
    'redirected',
    seen(rejected(['self-signed', 'name-mismatch'], { certificate: hosters }), sendgrid),
    'a firewall that redirects to Exim',
  ),
  fixture('certificate-rejected', seen(rejected(['other']))),
];
