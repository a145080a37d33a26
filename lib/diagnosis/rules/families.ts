/** IPv4 and IPv6 told apart: one may be broken while the other carries the mail (RFC 8305). */
import type { Attempt } from '@/lib/probe/events';
import type { Failure } from '@/lib/smtp/outcome';
import type { Finding, Words } from '../finding';
import { rfc } from '../rule-table';

type Failed = { readonly attempt: Attempt; readonly failure: Failure };

/** The attempts of one family, if none of it connected and the other family did on the same endpoint. */
function brokenBeside(attempts: readonly Attempt[], family: 4 | 6): Failed[] {
  const connected = attempts.filter(({ result }) => result === 'connected');
  if (connected.some((attempt) => attempt.family === family)) return [];
  return attempts.flatMap((attempt) => {
    const { result } = attempt;
    if (attempt.family !== family || typeof result === 'string') return [];
    return connected.some(({ endpoint }) => endpoint === attempt.endpoint) ? [{ attempt, failure: result }] : [];
  });
}

function isNoRoute({ failure }: Failed): boolean {
  return failure.kind === 'unreachable' && failure.cause === 'no-route' && failure.local;
}

type FamilyRule = {
  readonly id: string;
  readonly family: 4 | 6;
  readonly when: (failed: readonly Failed[]) => boolean;
  readonly words: Words;
};

/** At most one matches per family: each looks at how all attempts of it ended. */
const familyRules: readonly FamilyRule[] = [
  {
    id: 'ipv6-absent',
    family: 6,
    when: (failed) => failed.every(isNoRoute),
    words: {
      severity: 'note',
      title: 'There is no IPv6 here, and none is needed',
      why: 'The mail server has an IPv6 address too, and this computer has no way to it. IPv4 works.',
      doThis: ['Nothing needs doing. If a program takes long to connect, tell it to use IPv4.'],
      source: rfc(8305),
    },
  },
  {
    id: 'ipv6-refused',
    family: 6,
    when: (failed) => failed.every(({ failure }) => failure.kind === 'refused'),
    words: {
      severity: 'note',
      title: 'The server does not take mail over IPv6',
      why: 'Its IPv6 address refuses what its IPv4 address accepts. Usually the service listens on one of them only.',
      doThis: ['Nothing needs doing. If a program fails to connect, tell it to use IPv4.'],
      source: rfc(8305),
    },
  },
  {
    id: 'ipv6-broken',
    family: 6,
    when: (failed) => !failed.every(isNoRoute) && !failed.every(({ failure }) => failure.kind === 'refused'),
    words: {
      severity: 'warning',
      title: 'IPv6 is broken between here and the server',
      why: 'Connections over IPv6 get lost, while IPv4 works. Programs that try IPv6 first may wait long or fail now and then.',
      doThis: [
        'Set the program that sends to IPv4, or switch IPv6 off on that machine.',
        'Ask the web host or internet provider to repair its IPv6.',
      ],
      source: rfc(8305),
    },
  },
  {
    id: 'ipv4-broken',
    family: 4,
    when: () => true,
    words: {
      severity: 'warning',
      title: 'Only IPv6 gets through to the server',
      why: 'Connections over IPv4 fail, while IPv6 works. Programs that use IPv4 alone will not reach it.',
      doThis: [
        'Make sure that the program that sends can use IPv6.',
        'Ask the web host or internet provider about outgoing mail over IPv4.',
      ],
      source: rfc(8305),
    },
  },
];

/** Every address tried in a run → what its families say. */
export function familyFindings(attempts: readonly Attempt[]): Finding[] {
  return familyRules.flatMap(({ id, family, when, words }) => {
    const failed = brokenBeside(attempts, family);
    if (failed.length === 0 || !when(failed)) return [];
    const evidence = failed.map(
      ({ attempt, failure }) => `${attempt.endpoint}: ${attempt.address}, ${failure.kind}, ${attempt.tookMs} ms`,
    );
    return [{ severity: 'note' as const, ...words, ruleId: id, evidence }];
  });
}
