/** What a discovery came to, in words for the person. */
import type { RouteOutcome } from './events';
import type { Route } from './rank';
import type { DiscoveryReport } from './report';

function outcomeOf({ routes }: DiscoveryReport, route: Route): RouteOutcome['result'] | undefined {
  return routes.find((each) => each.route === route)?.outcome?.result;
}

/** What the domain itself says about its mail; a search goes on all the same. Undefined where there is nothing to say. */
export function domainSentence(report: DiscoveryReport): string | undefined {
  const domain = report.domain ?? '';
  const isKnown = outcomeOf(report, 'table') === 'found';
  switch (outcomeOf(report, 'mx')) {
    case 'no-such-name':
      return isKnown
        ? undefined
        : `There is no domain ${domain}. Look at its spelling; a domain that was bought today may need some hours.`;
    case 'null-mx':
      return `${domain} says that it takes no mail (a null MX record). Replies to what you send from it will not arrive.`;
    case 'no-record':
      return `${domain} has no MX record, so replies to what you send from it may not arrive.`;
    case 'resolver-failed':
      return report.found.length > 0
        ? undefined
        : 'The name server of this network did not answer, so nothing could be looked up. Enter the server yourself, or try again.';
    default:
      return undefined;
  }
}

const problems: Readonly<Record<Extract<RouteOutcome, { result: 'document-refused' }>['problem'], string>> = {
  'too-large': 'The document is longer than 64 kB and was not read.',
  encoding: 'The document is not in UTF-8 and was not read.',
  doctype: 'The document declares a DOCTYPE, which can hide other text, and was not read.',
  malformed: 'The document is not well-formed XML.',
  'not-a-configuration': 'A page came, and no mail configuration.',
  'no-encrypted-server': 'The document names no outgoing server with encryption.',
};

const redirects: Readonly<Record<Extract<RouteOutcome, { result: 'redirect-refused' }>['cause'], string>> = {
  'not-https': 'It leads to an address without https, which was not followed.',
  'other-port': 'It leads to an unusual port, which was not followed.',
  'too-many': 'It leads on and on; the fourth address was not followed.',
  'no-location': 'It leads on without saying where.',
};

const resolver = {
  silent: 'The name server did not answer.',
  refused: 'The name server refused the question.',
  broken: 'The name server answered with a fault.',
} as const;

/** How one way ended → one sentence. */
export function outcomeSentence(outcome: RouteOutcome): string {
  switch (outcome.result) {
    case 'found':
      return 'Found.';
    case 'not-known':
      return 'Not in the list that Outport comes with.';
    case 'no-such-name':
      return 'There is no such name.';
    case 'no-record':
      return 'There is no such record.';
    case 'not-offered':
      return 'The domain says that it offers no submission.';
    case 'null-mx':
      return 'The domain says that it takes no mail.';
    case 'unknown-servers':
      return outcome.hosts.length === 0
        ? 'Its mail goes to servers that Outport does not know.'
        : `Its mail goes to servers that Outport does not know: ${outcome.hosts.join(', ')}.`;
    case 'resolver-failed':
      return resolver[outcome.cause];
    case 'not-admitted':
      return 'There is no public server of that name, or it was asked for too often.';
    case 'no-connection':
      return 'No web server answered there over https.';
    case 'certificate-rejected':
      return 'The web server has no certificate for that name, so what it says was not read.';
    case 'http-status':
      return `The web server has no such document (status ${outcome.status}).`;
    case 'redirect-refused':
      return redirects[outcome.cause];
    case 'document-refused':
      return problems[outcome.problem];
    case 'timed-out':
      return 'No complete answer came in time.';
    case 'unexpected':
      return 'Outport made a mistake here.';
  }
}
