/** STARTTLS and the handshake (RFC 3207, RFC 8446); the certificate has a table of its own. */
import type { Evidence, Rule } from '../finding';
import { belongsTo, greetedByStranger, isMaskedGreeting, isProvidersHost } from '../identity';
import { offer, otherSecurity, worksOtherwise } from '../other-security';
import { always, otherRefusal, otherwise, refusal, rfc, ruleFor, ruleOf, type FailureOf } from '../rule-table';
import { shown } from '../shown';
import { isInspector } from '../tls-inspectors';

const use465 = 'Use port 465, where encryption starts with the first byte.';
const unsent = 'No password was sent.';
const cpanel = 'https://docs.cpanel.net/whm/security-center/smtp-restrictions';
const leadAway = [
  'Try port 2525 or another of the provider’s ports; often only some are led away.',
  'Ask the web host to lift its “SMTP restrictions” for your account.',
  'Otherwise use the web host’s own mail server, or your provider’s HTTPS API.',
];

/** How the provider's table says encryption begins on this port. */
function listedAs({ variant, port }: Evidence): string | undefined {
  return variant?.ports.find((offered) => offered.port === port)?.security;
}

type Missing = 'masked' | 'inspected' | 'stripped' | 'plain';

/** STARTTLS is not on the list → who took it off, as far as can be seen (RFC 3207 §6). */
function missingStartTls({ masked }: FailureOf<'starttls-not-offered'>, evidence: Evidence): Missing {
  if (masked) return 'masked';
  if (isMaskedGreeting(evidence)) return 'inspected';
  return listedAs(evidence) === 'starttls' ? 'stripped' : 'plain';
}

const missing = (kind: Missing) => (failure: FailureOf<'starttls-not-offered'>, evidence: Evidence) =>
  missingStartTls(failure, evidence) === kind;

/** Whose certificate it is: a provider's server never shows one in which none of its names occurs. */
function hasStrangersCertificate(failure: FailureOf<'certificate-rejected'>, evidence: Evidence): boolean {
  const { certificate, reasons } = failure;
  return (
    isProvidersHost(evidence) &&
    reasons.includes('name-mismatch') &&
    !isInspector(certificate.issuer) &&
    ![certificate.subject, ...certificate.altNames].some((name) => belongsTo(name, evidence))
  );
}

const handshake = ['starttls', 'tls', 'greeting', 'ehlo'];

const handshakeCodes = {
  'old-tls': /(PROTOCOL_VERSION|UNSUPPORTED_PROTOCOL|NO_PROTOCOLS_AVAILABLE)$/,
  'client-certificate': /CERTIFICATE_REQUIRED$/,
  'name-unknown': /UNRECOGNIZED_NAME$/,
  'weak-key': /(DH_KEY_TOO_SMALL|EE_KEY_TOO_SMALL|BAD_DH_VALUE|LEGACY_.*)$/,
  alert: /ALERT_(INTERNAL_ERROR|ACCESS_DENIED|DECODE_ERROR|ILLEGAL_PARAMETER)$/,
} as const;
const coded = (name: keyof typeof handshakeCodes) => (failure: FailureOf<'tls-failed'>) =>
  failure.reason !== 'peer-speaks-cleartext' && handshakeCodes[name].test(failure.code);

export const tlsRules: readonly Rule[] = [
  ruleOf(
    'provider',
    'redirected',
    ['certificate-rejected', 'starttls-not-offered', 'tls-failed', 'negative-reply'],
    (failure, evidence) =>
      !failure.secured &&
      (failure.kind === 'certificate-rejected'
        ? hasStrangersCertificate(failure, evidence)
        : handshake.includes(failure.stage) && greetedByStranger(evidence) !== undefined),
    (failure, evidence) => ({
      title: `Another server answers in place of ${shown(evidence.host)}`,
      why: `It calls itself ${
        failure.kind === 'certificate-rejected'
          ? (failure.certificate.altNames[0] ?? failure.certificate.subject)
          : (greetedByStranger(evidence) ?? '')
      }. Usually the web host leads all outgoing mail to its own server. ${unsent}`,
      doThis: leadAway,
      source: cpanel,
    }),
  ),
  ruleOf(
    'provider',
    'implicit-port-in-the-clear',
    ['tls-failed'],
    ({ reason, stage }, evidence) =>
      reason === 'peer-speaks-cleartext' &&
      stage === 'tls' &&
      isProvidersHost(evidence) &&
      listedAs(evidence) === 'implicit-tls' &&
      evidence.security === 'implicit-tls',
    (_failure, { port, provider }) => ({
      title: `Port ${port} is answered in the clear, by somebody else`,
      why: `${provider?.shortName ?? 'The provider'} begins with encryption on this port. Usually the web host leads outgoing mail to its own server. ${unsent}`,
      doThis: leadAway,
      source: cpanel,
    }),
  ),
  ruleFor('starttls-masked', 'starttls-not-offered', missing('masked'), {
    title: 'Something on the way removes encryption',
    why: 'The server’s offer of STARTTLS arrives overwritten with X letters. A firewall that inspects mail does that.',
    doThis: [use465, 'Ask whoever runs this network to switch SMTP inspection off.'],
    source: rfc(3207, '6'),
  }),
  ruleFor('smtp-inspected', 'starttls-not-offered', missing('inspected'), {
    title: 'A firewall hides the mail server behind stars',
    why: 'The greeting arrives overwritten, and no encryption is offered. Firewalls with “SMTP inspection” do both.',
    doThis: [use465, 'Ask whoever runs this network to switch SMTP inspection off.'],
    source: rfc(3207, '6'),
  }),
  ruleFor('starttls-stripped', 'starttls-not-offered', missing('stripped'), (_failure, { port, provider }) => ({
    title: 'Encryption is taken away on the way',
    why: `${provider?.shortName ?? 'The provider'} offers STARTTLS on port ${port}, and the offer did not arrive. Something between removes it.`,
    doThis: [use465, 'Test from another network to see the difference.'],
    source: rfc(3207, '6'),
  })),
  otherwise('starttls-missing', 'starttls-not-offered', always, {
    title: 'This port offers no encryption',
    why: 'The server did not offer STARTTLS, so everything, a password included, would travel in the clear.',
    doThis: ['Use a port that encrypts: 465 usually does.', 'Ask whoever runs the server for STARTTLS on this port.'],
    source: rfc(8314, '4.1'),
  }),
  refusal(
    'starttls-unavailable',
    { at: ['starttls'], codes: 'transient' },
    {
      title: 'The server cannot encrypt right now',
      why: 'It offered STARTTLS and then said that TLS is not available for the moment: a fault on its side.',
      doThis: ['Test again in a few minutes, or use port 465.'],
      source: rfc(3207, '4'),
    },
  ),
  refusal(
    'starttls-unsupported',
    { at: ['starttls'], codes: [500, 501, 502, 503, 504] },
    {
      title: 'The server does not know STARTTLS after all',
      why: 'It listed STARTTLS and did not understand it. Usually a proxy on the way, or a half-finished setup.',
      doThis: [use465, 'Tell whoever runs the server.'],
      source: rfc(3207, '4'),
    },
  ),
  otherRefusal(
    'starttls-refused',
    { at: ['starttls'], codes: 'permanent' },
    {
      title: 'The server refused to encrypt',
      why: 'It offered STARTTLS and then declined. Its own words are below.',
      doThis: ['Use port 465.', 'Show the server’s words to whoever runs it.'],
      source: rfc(3207, '4'),
    },
  ),
  ruleFor(
    'implicit-tls-on-starttls-port',
    'tls-failed',
    ({ reason }, { security }) => reason === 'peer-speaks-cleartext' && security === 'implicit-tls',
    (_failure, evidence) => ({
      title: `Port ${evidence.port} does not start with encryption`,
      why: worksOtherwise(evidence)
        ? 'Outport began with encryption, and the server answered in the clear. With STARTTLS this port works.'
        : 'Outport began with encryption, and the server answered in the clear. Such a port usually wants STARTTLS.',
      doThis:
        otherSecurity(evidence) === undefined
          ? ['Use another port that works.']
          : [`Set the encryption of port ${evidence.port} to STARTTLS and test again.`],
      source: rfc(8314, '3.3'),
      ...offer(otherSecurity(evidence)),
    }),
  ),
  ruleFor(
    'cleartext-after-starttls',
    'tls-failed',
    ({ reason }, { security }) => reason === 'peer-speaks-cleartext' && security !== 'implicit-tls',
    {
      title: 'The server agreed to encrypt and then did not',
      why: 'After its yes to STARTTLS it went on in the clear. Usually a broken proxy on the way.',
      doThis: [use465],
      source: rfc(3207, '4'),
    },
  ),
  ruleFor('old-tls', 'tls-failed', coded('old-tls'), {
    title: 'The server’s encryption is out of date',
    why: 'It offers no TLS version that is still safe. Versions before 1.2 were retired in 2021.',
    doThis: [
      'Use another port or host that your provider names.',
      'Ask whoever runs the server to allow TLS 1.2 or 1.3.',
    ],
    source: rfc(8997, '2'),
  }),
  ruleFor('client-certificate-wanted', 'tls-failed', coded('client-certificate'), {
    title: 'The server wants a certificate from you',
    why: 'It lets in only clients that own a certificate of their own. Mail programs and websites do not.',
    doThis: ['Use the port your provider names for logging in by password, usually 465 or 587.'],
    source: rfc(8446, '6.2'),
  }),
  ruleFor('server-name-unknown', 'tls-failed', coded('name-unknown'), (_failure, { host }) => ({
    title: `The server does not know the name ${shown(host)}`,
    why: 'Encryption begins with the name of the host, and this server serves others.',
    doThis: ['Compare the host with your provider’s own page.'],
    source: rfc(6066, '3'),
  })),
  ruleFor('weak-encryption', 'tls-failed', coded('weak-key'), {
    title: 'The server’s encryption is too weak',
    why: 'Its keys are so short, or its method so old, that they protect nothing.',
    doThis: ['Use another port or host that your provider names.', 'Ask whoever runs the server to renew its keys.'],
    source: rfc(9325, '4.2'),
  }),
  ruleFor('handshake-refused', 'tls-failed', coded('alert'), {
    title: 'The server broke off while encryption was agreed on',
    why: 'It reported a fault of its own, or a filter on the way did.',
    doThis: ['Test again in a minute.', 'Use another port that works.'],
    source: rfc(8446, '6.2'),
  }),
  otherwise('tls-failed', 'tls-failed', always, ({ reason }) => ({
    title:
      reason === 'no-common-version' ? 'No kind of encryption suits both sides' : 'Encryption could not be started',
    why:
      reason === 'no-common-version'
        ? 'The server has no cipher that is still safe, or it wants a certificate from the client.'
        : 'The two sides did not agree. The code in the evidence says what one of them objected to.',
    doThis: ['Use another port that works.', 'Show the evidence to whoever runs the server.'],
    source: rfc(8446, '4.1.1'),
  })),
];
