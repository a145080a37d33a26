/** The scripted servers of all scenarios: on addresses of their own, or on free ports of loopback that stand for them. */
import { startScriptedServer, type ScriptedServer } from '@/lib/network/testing/scripted-server';
import type { Pair } from './address-plan';
import type { Identities } from './identities';
import type { Scenario, ScriptedPeer } from './scenario';

export type Peers = {
  /** The lines each scenario's peers heard from others than the witness, one list a connection. */
  readonly heardBy: (id: string) => readonly (readonly string[])[];
  /** "address:port" → the loopback port that stands for it; empty where the addresses are real. */
  readonly places: Readonly<Record<string, number>>;
  readonly stop: () => Promise<void>;
};

function start(
  peer: ScriptedPeer,
  identities: Identities,
  at: { address?: string; port?: number },
): Promise<ScriptedServer> {
  return startScriptedServer({
    dialogue: peer.says,
    tls: { ...identities.of[peer.identity ?? 'good'], ...peer.tls },
    ...(peer.implicitTls === undefined ? {} : { implicitTls: peer.implicitTls }),
    ...at,
  });
}

const isWitness = (heard: readonly string[]) => heard.includes('EHLO witness.test');

/** Starts every scripted server of the scenarios, `pairOf` telling each scenario's addresses. */
export async function startPeers(
  scenarios: readonly Scenario[],
  pairOf: (id: string) => Pair,
  identities: Identities,
  where: 'own-addresses' | 'loopback',
): Promise<Peers> {
  const running = new Map<string, ScriptedServer[]>();
  const places: Record<string, number> = {};
  for (const { id, servers } of scenarios) {
    if (servers === undefined || typeof servers === 'string') continue;
    const own: ScriptedServer[] = [];
    running.set(id, own);
    for (const [key, peer] of Object.entries(servers)) {
      const port = Number(key);
      const { ipv4, ipv6 } = pairOf(id);
      const addresses = [...(peer.family === 6 ? [] : [ipv4]), ...(peer.family === 4 ? [] : [ipv6])];
      for (const address of addresses) {
        const server = await start(peer, identities, where === 'loopback' ? {} : { address, port });
        own.push(server);
        if (where === 'loopback') places[`${address}:${port}`] = server.port;
      }
    }
  }
  const all = [...running.values()].flat();
  return {
    places,
    heardBy: (id) => (running.get(id) ?? []).flatMap(({ sessions }) => sessions.filter((heard) => !isWitness(heard))),
    stop: async () => {
      await Promise.all(all.map((server) => server.stop()));
    },
  };
}
