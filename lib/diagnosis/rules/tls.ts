import type { Trust } from '@/lib/smtp/outcome';
import type { Evidence, Rule } from '../finding';
import { rfc, ruleFor } from '../rule-table';

const certificateWords: Readonly<
  Record<Trust, (evidence: Evidence, altNames: readonly string[]) => { title: string; why: string; doThis: string[] }>
> = {
  expired: () => ({
    title: 'The server’s certificate has expired',
    why: 'Its owner did not renew it. If the clock of this computer is wrong, a good certificate looks the same.',
    doThis: [
      'Check the date and time of this computer.',
      'Tell whoever runs the mail server to renew the certificate.',
    ],
  }),
  'not-yet-valid': () => ({
    title: 'The server’s certificate is not valid yet',
    why: 'Usually the clock of this computer is behind.',
    doThis: ['Set the date and time of this computer, then test again.'],
  }),
  'self-signed': () => ({
    title: 'The server vouches only for itself',
    why: 'Its certificate is signed by nobody else, so it could be anyone’s. No password is sent to such a server.',
    doThis: ['Ask whoever runs the server for a certificate from a public authority.'],
  }),
  'unknown-issuer': () => ({
    title: 'Nobody known vouches for this server',
    why: 'The certificate’s issuer is not one this computer trusts: a private authority, a missing intermediate certificate, or a program that reads encrypted traffic.',
    doThis: [
      'Ask whoever runs the server to install the full certificate chain.',
      'If it is your own authority, start Outport with NODE_EXTRA_CA_CERTS naming its file.',
    ],
  }),
  'name-mismatch': ({ host }, altNames) => ({
    title: `The certificate is not for ${host}`,
    why:
      altNames.length > 0
        ? `It is for ${altNames.slice(0, 5).join(', ')}. Either that is the server’s real name, or the connection was led to another server.`
        : 'It names no host at all.',
    doThis: [
      'If one of those names belongs to your provider, use it as host and test again.',
      'If not, do not send a password here: your web host may redirect mail to its own server. Ask it.',
    ],
  }),
  other: () => ({
    title: 'The server’s certificate is not acceptable',
    why: 'It breaks a rule that certificates for servers must keep.',
    doThis: ['Tell whoever runs the mail server; the evidence below says which rule.'],
  }),
};

export const tlsRules: readonly Rule[] = [
  ruleFor(
    'certificate-chain',
    'certificate-rejected',
    ({ cause }) => cause === 'incomplete-chain',
    () => ({
      title: 'The server leaves out part of its certificate',
      why: 'It sends its own certificate without the one that links it to a known authority. Browsers may fetch that link themselves; mail programs do not.',
      doThis: ['Ask whoever runs the server to install the full chain.'],
      source: rfc(5246),
    }),
  ),
  ruleFor(
    'certificate',
    'certificate-rejected',
    ({ cause }) => cause !== 'incomplete-chain',
    ({ reason, certificate }, evidence) => ({
      ...certificateWords[reason](evidence, certificate.altNames),
      source: rfc(9525),
    }),
  ),
  ruleFor(
    'cleartext-peer',
    'tls-failed',
    ({ reason }) => reason === 'peer-speaks-cleartext',
    (_f, { port }) => ({
      title: `Port ${port} does not start with encryption`,
      why: 'Outport began with encryption, and the server answered in the clear. This port probably wants STARTTLS.',
      doThis: [`Set the encryption of port ${port} to STARTTLS and test again.`],
      source: rfc(8314),
    }),
  ),
  ruleFor(
    'old-tls',
    'tls-failed',
    ({ reason }) => reason === 'no-common-version',
    () => ({
      title: 'The server’s encryption is out of date',
      why: 'It offers no TLS version or cipher that is still safe. Versions before 1.2 were retired in 2021.',
      doThis: ['Ask whoever runs the server to allow TLS 1.2 or 1.3, or use another provider.'],
      source: rfc(8997),
    }),
  ),
  ruleFor(
    'tls-failed',
    'tls-failed',
    ({ reason }) => reason === 'other',
    () => ({
      title: 'Encryption could not be started',
      why: 'The two sides did not agree. The code in the evidence says what the server’s or this side’s encryption objected to.',
      doThis: ['Use another port that works.', 'Show the evidence to whoever runs the server.'],
      source: rfc(8446),
    }),
  ),
  ruleFor(
    'starttls-masked',
    'starttls-not-offered',
    ({ masked }) => masked,
    () => ({
      title: 'Something on the way removes encryption',
      why: 'The server’s offer of STARTTLS arrives overwritten with X letters. A firewall that inspects mail does that.',
      doThis: [
        'Use port 465, where it cannot interfere.',
        'Ask whoever runs this network to switch SMTP inspection off.',
      ],
      source: `${rfc(3207)}#section-6`,
    }),
  ),
  ruleFor(
    'starttls-missing',
    'starttls-not-offered',
    ({ masked }) => !masked,
    () => ({
      title: 'This port offers no encryption',
      why: 'The server did not offer STARTTLS, so everything, a password included, would travel in the clear.',
      doThis: [
        'Use a port that encrypts: 465 usually does.',
        'If your provider says this port encrypts, somebody on the way removes the offer.',
      ],
      source: `${rfc(8314)}#section-4.1`,
    }),
  ),
  ruleFor(
    'starttls-refused',
    'negative-reply',
    ({ stage }) => stage === 'starttls',
    () => ({
      title: 'The server refused to encrypt',
      why: 'It offered STARTTLS and then declined. That is a fault on its side, often a passing one.',
      doThis: ['Test again in a few minutes, or use port 465.'],
      source: rfc(3207),
    }),
  ),
];
