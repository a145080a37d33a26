/** What PHP cannot tell apart: scenario → what is true as far as PHP can see, and why. */
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
const unseen: Readonly<Record<string, Truth>> = {
  'name-without-address': unknownName('host-name-unknown'),
  'sendgrid-bare-domain': unknownName('host-name-unknown'),
  'name-server-refuses': {
    status: 'failed',
    failure: { kind: 'resolver-failed', stage: 'resolve', cause: 'broken' },
    finding: 'resolver-broken',
  },
};

/** The bar for a whole check, the start of PHP included. */
const within = 8_000;

/** A scenario → the same with what PHP can see of it, and the time that a check may take. */
export function asPhpSees(scenario: Scenario): Scenario {
  const truth = unseen[scenario.id];
  return {
    ...scenario,
    ...(truth === undefined ? {} : { truth: [truth] }),
    ...(scenario.within === undefined ? {} : { within }),
  };
}
