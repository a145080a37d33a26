/** Evidence → the lines that stand behind a finding: the place, the server's words, our deadline, the certificate. */
import type { EndpointReport } from '@/lib/probe/report';
import type { Attempt } from '@/lib/probe/events';
import type { Failure } from '@/lib/smtp/outcome';
import type { Evidence } from './finding';
import { greeting } from './identity';
import { attemptsHere, settledOthers } from './run-facts';
import { listed, printable } from './shown';

/** A reply may have a hundred lines; what it says stands in the first. */
const mostLines = 20;

function result({ endpoint, outcome }: EndpointReport): string {
  const name = `Port ${endpoint.port} (${endpoint.security})`;
  if (outcome?.status === 'usable') return `${name}: works`;
  return outcome?.status === 'failed' ? `${name}: ${outcome.failure.kind} at ${outcome.failure.stage}` : name;
}

function attempt({ address, family, result: fate, tookMs }: Attempt): string {
  return `${address} (IPv${family}): ${typeof fate === 'string' ? fate : fate.kind}, ${tookMs} ms`;
}

function detail(failure: Failure, vantage: Evidence['vantage']): string[] {
  switch (failure.kind) {
    case 'negative-reply':
      return failure.reply.text
        .slice(0, mostLines)
        .map(
          (line) =>
            `${failure.reply.code} ${printable(line)}${failure.command === '' ? '' : ` (after ${failure.command})`}`,
        );
    case 'timed-out':
      return [`Waited ${failure.afterMs} ms; ${failure.bytes} bytes came.`];
    case 'protocol-violation':
      return failure.sample === '' ? [] : [`It said: ${printable(failure.sample)}`];
    case 'tls-failed':
      return failure.code === '' ? [] : [failure.code];
    case 'certificate-rejected':
      return [
        `Subject ${failure.certificate.subject}, issued by ${failure.certificate.issuer}`,
        `Valid ${failure.certificate.validFrom} to ${failure.certificate.validTo}`,
        `Names: ${listed(failure.certificate.altNames) || 'none'}`,
        `Reasons: ${[...failure.reasons, ...(failure.cause === undefined ? [] : [failure.cause])].join(', ')}`,
      ];
    case 'auth-not-offered':
      return [`Offered: ${listed(failure.mechanisms) || 'nothing'}`];
    case 'unreachable':
      return [
        `Told by ${failure.local ? (vantage === 'web-server' ? 'the web server' : 'this computer') : 'the network'}: ${failure.cause}`,
      ];
    default:
      return [`Outport calls this “${failure.kind}”.`];
  }
}

/** Every line of evidence, the place first. */
export function evidenceLines(evidence: Evidence): string[] {
  const { failure, host, port, security, vantage } = evidence;
  const place = `${host}, port ${port}, ${security}, at the stage “${failure.stage}”${failure.secured ? ', encrypted' : ''}`;
  const words = greeting(evidence);
  return [
    place,
    ...detail(failure, vantage),
    ...(words === undefined ? [] : [`Greeting: 220 ${printable(words)}`]),
    ...attemptsHere(evidence).map(attempt),
    ...settledOthers(evidence).map(result),
  ];
}
