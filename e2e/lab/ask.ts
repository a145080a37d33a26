/** What a scenario asks, with the lab's own defaults filled in. */
import type { Pair } from './address-plan';
import { labDomain } from './identities';
import { envelope, type Asked, type Job } from './job';
import type { NameAnswer, RecordAnswer } from './name-server';
import type { AskedMessage, OwnAnswer, Scenario } from './scenario';

/** The name a scenario dials. */
export function hostOf(scenario: Scenario): string {
  return scenario.host ?? `${scenario.id}.${labDomain}`;
}

/** The endpoints a scenario asks for, one for a message. */
export function endpointsOf(scenario: Scenario): Asked<AskedMessage>[] {
  const host = hostOf(scenario);
  if ('probe' in scenario.ask) return scenario.ask.probe.map((endpoint) => ({ host, ...endpoint }));
  return [{ host, ...envelope, ...scenario.ask.message }];
}

const late = 400;

function recordAnswer(answer: OwnAnswer, own: string): RecordAnswer {
  if (answer === 'own') return [own];
  return answer === 'own-late' ? { lateBy: late, addresses: [own] } : answer;
}

/** A scenario and the addresses that were given to it → what the name server answers for its name. */
export function nameAnswerOf({ addresses }: Scenario, { ipv4, ipv6 }: Pair): NameAnswer {
  if (addresses === 'ipv4') return [ipv4];
  if (addresses === 'ipv6') return [ipv6];
  if (addresses === undefined) return [ipv4, ipv6];
  if (!('A' in addresses)) return addresses;
  return { A: recordAnswer(addresses.A, ipv4), AAAA: recordAnswer(addresses.AAAA, ipv6) };
}

/** A scenario → the job for the near side. */
export function jobOf(scenario: Scenario, addresses: readonly string[] | undefined): Job {
  const { id, through, witness } = scenario;
  const { sees: _sees, ...rest } = witness;
  const endpoints = endpointsOf(scenario);
  const [first] = endpoints;
  if (first === undefined) throw new Error(`${id} asks for nothing`);
  return {
    id,
    ask: 'probe' in scenario.ask ? { probe: endpoints } : { message: first },
    witness: rest,
    ...(through === undefined ? {} : { through }),
    ...(addresses === undefined ? {} : { addresses }),
  };
}
