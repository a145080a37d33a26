/**
 * The small internet: every scenario's addresses, names, servers and network, built in the far namespace, or, without
 * root, on loopback for those scenarios that need no more. Comes down without a trace.
 */
import { isIPv4 } from 'node:net';
import { pairOf, far, type Pair } from './address-plan';
import { hostOf, nameAnswerOf } from './ask';
import { makeIdentities } from './identities';
import { startNameServer, type NameAnswer } from './name-server';
import { setUpNetwork } from './namespace-network';
import { startPeers } from './peers';
import { startRealServers, withWhatTheyNeed, type RunningServer } from './real-servers';
import type { RealServer, Scenario } from './scenario';

export type Internet = {
  readonly authority: string;
  /** "address:port" → loopback port, where the addresses are not real. */
  readonly places: Readonly<Record<string, number>>;
  addressesOf(scenario: Scenario): Pair;
  heardBy(id: string): readonly (readonly string[])[];
  serverOf(scenario: Scenario): RunningServer | undefined;
  /** Packets the firewalls counted for each scenario so far. */
  packets(): Promise<ReadonlyMap<string, number>>;
  readonly onLoopback: boolean;
  stop(): Promise<void>;
};

const firstRealServer = 60_000;

function realServersOf(scenarios: readonly Scenario[]): RealServer[] {
  const wanted = scenarios.flatMap(({ servers, redirected }) => [
    ...(typeof servers === 'string' ? [servers] : []),
    ...(redirected === undefined ? [] : [redirected.to]),
  ]);
  return [...new Set(wanted)];
}

/** Builds what the scenarios need. `near` is the name of the near namespace, undefined for a lab on loopback. */
export async function buildInternet(scenarios: readonly Scenario[], near: string | undefined): Promise<Internet> {
  // Scenarios that dial the same name share its addresses, and what listens there.
  const hosts = [...new Set(scenarios.map(hostOf))];
  const pairs = new Map(
    scenarios.map((scenario) => {
      const host = hostOf(scenario);
      const pair = pairOf(hosts.indexOf(host) + 1);
      return [scenario.id, isIPv4(host) ? { ...pair, ipv4: host } : pair];
    }),
  );
  const kinds = withWhatTheyNeed(realServersOf(scenarios));
  const realPairs = new Map(kinds.map((kind, index) => [kind, pairOf(firstRealServer + index)]));
  const ownPair = (id: string): Pair => {
    const pair = pairs.get(id);
    if (pair === undefined) throw new Error(`${id} has no addresses`);
    return pair;
  };
  const addressesOf = ({ id, servers }: Scenario): Pair =>
    (typeof servers === 'string' ? realPairs.get(servers) : undefined) ?? ownPair(id);
  const identities = await makeIdentities(hosts.filter((host) => isIPv4(host)));
  if (near === undefined) {
    const peers = await startPeers(scenarios, ownPair, identities, 'loopback');
    const { places, heardBy, stop } = peers;
    const { authority } = identities;
    return {
      authority,
      places,
      addressesOf,
      heardBy,
      serverOf: () => undefined,
      packets: () => Promise.resolve(new Map()),
      onLoopback: true,
      stop,
    };
  }
  const names: Record<string, NameAnswer> = { 'ns.lab.test': [far.ipv4] };
  for (const scenario of scenarios) names[hostOf(scenario)] ??= nameAnswerOf(scenario, addressesOf(scenario));
  const network = setUpNetwork(
    near,
    scenarios.map((scenario) => ({ id: scenario.id, pair: addressesOf(scenario), conditions: scenario.network ?? [] })),
    scenarios.flatMap(({ id, redirected }) => {
      const to = redirected === undefined ? undefined : realPairs.get(redirected.to);
      return redirected === undefined || to === undefined
        ? []
        : [{ id, from: ownPair(id), port: redirected.port, to, toPort: redirected.toPort }];
    }),
  );
  const nameServer = await startNameServer(names);
  const peers = await startPeers(scenarios, ownPair, identities, 'own-addresses');
  const real = await startRealServers(realPairs, identities);
  return {
    authority: identities.authority,
    places: {},
    addressesOf,
    heardBy: peers.heardBy,
    serverOf: ({ servers }) => (typeof servers === 'string' ? real.get(servers) : undefined),
    packets: network.packets,
    onLoopback: false,
    stop: async () => {
      await Promise.all([nameServer.stop(), peers.stop(), ...[...real.values()].map((server) => server.stop())]);
    },
  };
}
