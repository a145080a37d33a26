/** What is wrong with a certificate (RFC 5280 §6, RFC 9525), and who can put it right. */
import { isIpLiteral } from '../address-literal';
import type { Correction, Evidence, Rule } from '../finding';
import { dialableNames, isProvidersHost, namesItself } from '../identity';
import { always, otherwise, rfc, ruleFor, type FailureOf } from '../rule-table';
import { connectedAddresses } from '../run-facts';
import { listed, shown } from '../shown';
import { inspectorOf } from '../tls-inspectors';

type Rejected = FailureOf<'certificate-rejected'>;
type Trouble =
  | NonNullable<Rejected['cause']>
  | Exclude<Rejected['reason'], 'name-mismatch' | 'other'>
  | 'antivirus'
  | 'gateway'
  | 'address-as-host'
  | 'wildcard-too-deep'
  | 'names-nobody'
  | 'another-name'
  | 'other';

/** Two labels below a wildcard, where it covers one (RFC 9525 §6.3). */
function isTooDeep(altNames: readonly string[], host: string): boolean {
  return altNames.some((name) => {
    const base = name.startsWith('*.') ? name.slice(1).toLowerCase() : undefined;
    return base !== undefined && host.endsWith(base) && host.slice(0, -base.length).includes('.');
  });
}

/** The chain is judged before the name, as the handshake does; within the name, what is seen of it decides. */
function troubleOf({ reason, cause, certificate }: Rejected, { host }: Evidence): Trouble {
  const inspector = inspectorOf(certificate.issuer);
  if (inspector !== undefined && (reason === 'unknown-issuer' || reason === 'self-signed')) return inspector;
  if (cause !== undefined) return cause;
  if (reason !== 'name-mismatch') return reason;
  if (certificate.altNames.length === 0) return 'names-nobody';
  if (isIpLiteral(host)) return 'address-as-host';
  return isTooDeep(certificate.altNames, host) ? 'wildcard-too-deep' : 'another-name';
}

const trouble = (kind: Trouble) => (failure: Rejected, evidence: Evidence) => troubleOf(failure, evidence) === kind;

const askForNew = 'Tell whoever runs the mail server to put it right.';
const compareHost = 'Compare the host with your provider’s own page: a wrong host often shows such a certificate.';
const unsent = 'No password is sent to such a server.';
const day = (iso: string) => iso.slice(0, 10);

/** A second fault, which stays hidden behind the first in most programs. */
function alsoWrongName({ reason, reasons, certificate }: Rejected): string {
  if (reason === 'name-mismatch' || !reasons.includes('name-mismatch')) return '';
  return ` Its name does not fit either: it is for ${certificate.altNames[0] ?? certificate.subject}.`;
}

/**
 * The name to use instead: the one the server greets with if the certificate has it, else the first. Never for a
 * known provider's host, whose name is right and whose password another server must not get.
 */
function nameInstead(failure: Rejected, evidence: Evidence): { correction?: Correction } {
  const names = dialableNames(failure.certificate.altNames, evidence.host);
  const own = namesItself(evidence);
  const name = names.find((candidate) => candidate === own) ?? names[0];
  const addresses = connectedAddresses(evidence);
  if (name === undefined || addresses.length === 0 || isProvidersHost(evidence)) return {};
  return { correction: { kind: 'use-host', host: name, sameAddressAs: addresses } };
}

export const certificateRules: readonly Rule[] = [
  ruleFor('antivirus-inspects', 'certificate-rejected', trouble('antivirus'), ({ certificate }) => ({
    title: 'An antivirus program opens the encrypted connection',
    why: `The certificate was made by ${certificate.issuer} on this computer instead of the mail server’s own. It could read the password. ${unsent}`,
    doThis: [
      'Switch off the scanning of encrypted mail in that program, and test again.',
      'Your website’s server is not affected unless the same program runs there.',
    ],
    source: rfc(9325),
  })),
  ruleFor('gateway-inspects', 'certificate-rejected', trouble('gateway'), ({ certificate }) => ({
    title: 'This network opens the encrypted connection',
    why: `The certificate was made by ${certificate.issuer}, a box that reads encrypted traffic. It could read the password. ${unsent}`,
    doThis: [
      'Test from another network, such as a phone’s, to see the difference.',
      'Ask whoever runs this network to let mail through unopened.',
    ],
    source: rfc(9325),
  })),
  ruleFor('certificate-chain', 'certificate-rejected', trouble('incomplete-chain'), {
    title: 'The server leaves out part of its certificate',
    why: 'It sends its own certificate without the one that links it to a known authority. Browsers may fetch that link themselves; mail programs do not.',
    doThis: [
      'Use another port that works; it may be set up better.',
      'Tell whoever runs the server to install the full chain.',
    ],
    source: rfc(8446, '4.4.2'),
  }),
  ruleFor('certificate-purpose', 'certificate-rejected', trouble('wrong-purpose'), {
    title: 'The certificate is not meant for servers',
    why: 'It says itself what it may be used for, and a mail server is not on that list.',
    doThis: [compareHost, askForNew],
    source: rfc(5280, '4.2.1.12'),
  }),
  ruleFor('certificate-weak', 'certificate-rejected', trouble('weak-key'), {
    title: 'The certificate’s key is too weak',
    why: 'Its key or signature is of a kind that can be forged today.',
    doThis: [compareHost, askForNew],
    source: rfc(9325, '4.5'),
  }),
  ruleFor('certificate-expired', 'certificate-rejected', trouble('expired'), (failure) => ({
    title: 'The server’s certificate has expired',
    why: `It ended on ${day(failure.certificate.validTo)} and was not renewed. If the clock of this computer is wrong, a good certificate looks the same.${alsoWrongName(failure)}`,
    doThis: [
      'Check the date and time of this computer.',
      'Tell whoever runs the mail server to renew the certificate.',
    ],
    source: rfc(5280, '4.1.2.5'),
  })),
  ruleFor('certificate-not-yet', 'certificate-rejected', trouble('not-yet-valid'), (failure) => ({
    title: `The server’s certificate begins only on ${day(failure.certificate.validFrom)}`,
    why: `Usually the clock of this computer is behind.${alsoWrongName(failure)}`,
    doThis: ['Set the date and time of this computer, then test again.'],
    source: rfc(5280, '4.1.2.5'),
  })),
  ruleFor('certificate-self-signed', 'certificate-rejected', trouble('self-signed'), (failure) => ({
    title: 'The server vouches only for itself',
    why: `Its certificate is signed by nobody else, so it could be anyone’s. ${unsent}${alsoWrongName(failure)}`,
    doThis: [compareHost, 'Ask whoever runs the server for a certificate from a public authority.'],
    source: rfc(5280, '6.1'),
  })),
  ruleFor('certificate-unknown-issuer', 'certificate-rejected', trouble('unknown-issuer'), (failure) => ({
    title: 'Nobody known vouches for this server',
    why: `The certificate’s issuer, ${failure.certificate.issuer}, is not one this computer trusts: usually a private authority, or part of the chain is missing.${alsoWrongName(failure)}`,
    doThis: [
      'If it is your own authority, start Outport with NODE_EXTRA_CA_CERTS naming its file.',
      'If not, compare the host with your provider’s own page.',
      'Ask whoever runs the server to install the full chain.',
    ],
    source: rfc(5280, '6.1'),
  })),
  ruleFor('certificate-names-nobody', 'certificate-rejected', trouble('names-nobody'), {
    title: 'The certificate names no host at all',
    why: 'So it proves nothing about who answers. Usually it is one that the server’s software made on installation.',
    doThis: [compareHost, askForNew],
    source: rfc(9525, '6.1'),
  }),
  ruleFor('address-as-host', 'certificate-rejected', trouble('address-as-host'), (failure, evidence) => ({
    title: `The certificate is not for ${shown(evidence.host)}`,
    why: `You entered an address as host, and the certificate is for a name: ${listed(failure.certificate.altNames)}.`,
    doThis: ['Enter the server’s name as host, as your provider gives it, and test again.'],
    source: rfc(9525, '6.4'),
    ...nameInstead(failure, evidence),
  })),
  ruleFor('wildcard-too-deep', 'certificate-rejected', trouble('wildcard-too-deep'), ({ certificate }, { host }) => ({
    title: `The certificate stops one level above ${shown(host)}`,
    why: `It is for ${listed(certificate.altNames)}. The star stands for one part of a name, and this host has one more.`,
    doThis: ['Use a host name with one part less, if your provider names one.', askForNew],
    source: rfc(9525, '6.3'),
  })),
  ruleFor('certificate-another-name', 'certificate-rejected', trouble('another-name'), (failure, evidence) => ({
    title: `The certificate is not for ${shown(evidence.host)}`,
    why: `It is for ${listed(failure.certificate.altNames)}. Either that is the server’s real name, or the connection was led to another server.`,
    doThis: [
      'If one of those names belongs to your provider, use it as host and test again.',
      'If not, send no password here: your web host may redirect mail to its own server. Ask it.',
    ],
    source: rfc(9525, '6.1'),
    ...nameInstead(failure, evidence),
  })),
  otherwise('certificate-rejected', 'certificate-rejected', always, {
    title: 'The server’s certificate is not acceptable',
    why: `It breaks a rule that certificates for servers must keep. ${unsent}`,
    doThis: [compareHost, 'Tell whoever runs the mail server; the evidence says which rule.'],
    source: rfc(5280, '6.1'),
  }),
];
