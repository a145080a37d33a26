/** The look-up of the host's name (RFC 1034, RFC 1035). */
import type { Rule } from '../finding';
import { nearHost, submissionHostOf } from '../near-host';
import { otherwise, rfc, ruleFor } from '../rule-table';
import { shown } from '../shown';

const isOnline = 'Check that this computer is online: open a website you have not visited today.';

export const resolveRules: readonly Rule[] = [
  ruleFor(
    'host-name-mistyped',
    'name-not-found',
    ({ cause }, { host, directory }) => cause === 'no-such-name' && nearHost(host, directory) !== undefined,
    (_failure, { host, directory }) => ({
      title: `There is no server called ${shown(host)}`,
      why: `It looks like a slip of the keyboard: ${nearHost(host, directory) ?? ''} is a mail server that Outport knows.`,
      doThis: [`Change the host to ${nearHost(host, directory) ?? ''} and test again.`],
      source: rfc(1035, '4.1.1'),
      correction: { kind: 'use-host', host: nearHost(host, directory) ?? host },
    }),
  ),
  ruleFor(
    'host-name-unknown',
    'name-not-found',
    ({ cause }, { host, directory }) => cause === 'no-such-name' && nearHost(host, directory) === undefined,
    (_failure, { host }) => ({
      title: `There is no server called ${shown(host)}`,
      why: 'The name is usually mistyped, or it was copied from an old guide.',
      doThis: [
        'Compare the host name letter by letter with your provider’s own page.',
        'Change the host and test again.',
      ],
      source: rfc(1035, '4.1.1'),
    }),
  ),
  ruleFor(
    'bare-domain',
    'name-not-found',
    ({ cause }, { host, directory }) => cause === 'no-address' && submissionHostOf(host, directory) !== undefined,
    (_failure, { host, directory }) => ({
      title: `${shown(host)} is a domain, not a mail server`,
      why: `The domain exists, and its outgoing mail server has a name of its own: ${submissionHostOf(host, directory) ?? ''}.`,
      doThis: [`Change the host to ${submissionHostOf(host, directory) ?? ''} and test again.`],
      source: rfc(2308, '2.2'),
      correction: { kind: 'use-host', host: submissionHostOf(host, directory) ?? host },
    }),
  ),
  ruleFor(
    'host-without-address',
    'name-not-found',
    ({ cause }, { host, directory }) => cause === 'no-address' && submissionHostOf(host, directory) === undefined,
    (_failure, { host }) => ({
      title: `${shown(host)} exists but has no address`,
      why: 'The name is in use for something else. Often it is the bare domain instead of the mail server’s own name.',
      doThis: [
        'Look for the outgoing server’s name at your provider; it often begins with smtp. or mail.',
        'Change the host and test again.',
      ],
      source: rfc(2308, '2.2'),
    }),
  ),
  ruleFor(
    'resolver-silent',
    'resolver-failed',
    ({ cause }) => cause === 'silent',
    (_failure, { host }) => ({
      title: `Nobody answered when ${shown(host)} was looked up`,
      why: 'The DNS server of this network is silent, or a firewall swallows the questions. It says nothing about the mail server.',
      doThis: [isOnline, 'Test again in a minute.', 'If it stays so, ask whoever runs this network about its DNS.'],
      source: rfc(1035, '7.2'),
    }),
  ),
  ruleFor(
    'resolver-refused',
    'resolver-failed',
    ({ cause }) => cause === 'refused',
    (_failure, { host }) => ({
      title: `The DNS server here refuses to look up ${shown(host)}`,
      why: 'It answered, and said that it does not serve this computer or this name. It says nothing about the mail server.',
      doThis: [
        'Look at the DNS servers set on this computer; the automatic setting is usually right.',
        'Test again. If it stays so, ask whoever runs this network.',
      ],
      source: rfc(1035, '4.1.1'),
    }),
  ),
  otherwise(
    'resolver-broken',
    'resolver-failed',
    ({ cause }) => cause === 'broken',
    (_failure, { host }) => ({
      title: `The look-up of ${shown(host)} failed`,
      why: 'The DNS server reported a fault: its own, or one in the settings of that domain. A computer without any DNS looks the same.',
      doThis: [isOnline, 'Test again in a minute.', 'If other names work, tell whoever runs that domain.'],
      source: rfc(1035, '4.1.1'),
    }),
  ),
];
