import type { Rule } from '../finding';
import { always, rfc, ruleFor } from '../rule-table';

export const resolveRules: readonly Rule[] = [
  ruleFor(
    'name-unknown',
    'name-not-found',
    ({ cause }) => cause === 'no-such-name',
    (_f, { host }) => ({
      title: `There is no server called ${host}`,
      why: 'The name is usually mistyped, or it was copied from an old guide.',
      doThis: [
        'Compare the host name letter by letter with your provider’s own page.',
        'Change the host and test again.',
      ],
      source: rfc(1034),
    }),
  ),
  ruleFor(
    'name-without-address',
    'name-not-found',
    ({ cause }) => cause === 'no-address',
    (_f, { host }) => ({
      title: `${host} exists but has no address`,
      why: 'The name is in use for something else, often it is the bare domain instead of the mail server’s own name.',
      doThis: [
        'Look for the outgoing server’s name at your provider; it often begins with smtp. or mail.',
        'Change the host and test again.',
      ],
      source: rfc(1035),
    }),
  ),
  ruleFor('resolver-failed', 'resolver-failed', always, ({ cause }, { host }) => ({
    title: `${host} could not be looked up from here`,
    why:
      cause === 'silent'
        ? 'The DNS server of this network did not answer. That says nothing about the mail server.'
        : 'The DNS server of this network answered with an error. That says nothing about the mail server.',
    doThis: [
      'Check that this computer is online: open any website you have not visited today.',
      'Test again in a minute. If it stays so, ask whoever runs this network about its DNS.',
    ],
    source: rfc(1035),
  })),
];
