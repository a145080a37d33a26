/** What the web server's checks cannot tell apart: scenario → what is true as far as they can see, and why. */
import type { CheckProgram } from './check-file-probe';
import type { Scenario, Truth } from './scenario';

const unknownName = (finding: string): Truth => ({
  status: 'failed',
  failure: { kind: 'name-not-found', stage: 'resolve', cause: 'no-such-name' },
  finding,
});

/**
 * `dns_get_record` answers alike to a name that does not exist and to one without the records asked for. The check asks
 * for other kinds of record to tell them apart; these names have none in the lab. REFUSED and SERVFAIL are one to it.
 */
const unseenByPhp: Readonly<Record<string, Truth>> = {
  'name-without-address': unknownName('host-name-unknown'),
  'sendgrid-bare-domain': unknownName('host-name-unknown'),
  'name-server-refuses': {
    status: 'failed',
    failure: { kind: 'resolver-failed', stage: 'resolve', cause: 'broken' },
    finding: 'resolver-broken',
  },
};

const resolverFailed = (cause: 'silent' | 'broken'): Truth => ({
  status: 'failed',
  failure: { kind: 'resolver-failed', stage: 'resolve', cause },
  finding: `resolver-${cause}`,
});

/**
 * Python asks the system (getaddrinfo), which takes an answer about one family for all and waits for both. It shows no
 * chain, so that a missing link looks like an unknown issuer.
 */
const unseenByShell: Readonly<Record<string, Truth>> = {
  'name-server-refuses': resolverFailed('broken'),
  'name-ipv4-question-silent': resolverFailed('silent'),
  'name-half-known': {
    status: 'failed',
    failure: { kind: 'name-not-found', stage: 'resolve', cause: 'no-address' },
    finding: 'host-without-address',
  },
  'certificate-chain-incomplete': {
    status: 'failed',
    failure: { kind: 'certificate-rejected', stage: 'tls', reason: 'unknown-issuer' },
    finding: 'certificate-unknown-issuer',
  },
};

const unseen = { php: unseenByPhp, shell: unseenByShell } as const;

/** The bar for a whole check, by its own clock. */
const within = 8_000;

/** A scenario → the same with what the check can see of it, and the time that it may take. */
export function asCheckSees(scenario: Scenario, program: CheckProgram): Scenario {
  const truth = unseen[program][scenario.id];
  return {
    ...scenario,
    ...(truth === undefined ? {} : { truth: [truth] }),
    ...(scenario.within === undefined ? {} : { within }),
  };
}
