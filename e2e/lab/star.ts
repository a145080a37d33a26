/**
 * Machines on networks of their own, each joined to one in the middle where the mail servers live, and to nothing else
 * (star.py). A place has its own firewall; a server inside it is reached from this machine through a door.
 */
import { execFileSync, spawn } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';
import { nearRuleset, packetsCounted } from './firewall';
import type { Condition } from './scenario';

export type Closing = Pick<Condition, 'does' | 'port'>;
export type Place = {
  /** The words in front of a command that is to run there. */
  readonly inside: readonly string[];
  /** From now on its own firewall does these things to what goes out to the mail server, and nothing else. */
  close(closings: readonly Closing[]): void;
  /** How many packets the firewall met since. */
  stopped(): number;
};
export type Star<Name extends string> = {
  readonly middle: readonly string[];
  readonly places: Readonly<Record<Name, Place>>;
  stop(): Promise<void>;
};

const id = 'closed';

function place(namespace: string, address: string): Place {
  const inside = ['netns', 'exec', namespace];
  const nft = (words: readonly string[], input = '') =>
    execFileSync('ip', [...inside, 'nft', ...words], { encoding: 'utf8', input });
  return {
    inside: ['ip', ...inside],
    close(closings) {
      const conditions = closings.map((closing) => ({ at: 'near' as const, family: 4 as const, ...closing }));
      nft(['-f', '-'], `flush ruleset\n${nearRuleset([{ id, pair: { ipv4: address, ipv6: '::' }, conditions }])}`);
    },
    stopped: () => packetsCounted(nft(['-j', 'list', 'ruleset'])).get(id) ?? 0,
  };
}

/** Places around the mail server's address, which is also where they ask for names. */
export async function startStar<Name extends string>(names: readonly Name[], address: string): Promise<Star<Name>> {
  const words = ['--places', names.join(','), '--middle-addresses', address, '--resolver', address];
  const child = spawn('python3', ['-B', 'e2e/lab/star.py', ...words], { stdio: ['pipe', 'pipe', 'inherit'] });
  const gone = once(child, 'exit');
  const [line] = (await Promise.race([
    once(createInterface({ input: child.stdout }), 'line'),
    gone.then(() => Promise.reject(new Error('The namespaces could not be made.'))),
  ])) as [string];
  const made = JSON.parse(line) as Record<Name | 'middle', string>;
  return {
    middle: ['ip', 'netns', 'exec', made.middle],
    places: Object.fromEntries(names.map((name) => [name, place(made[name], address)])) as Record<Name, Place>,
    async stop() {
      child.stdin.end();
      await gone;
    },
  };
}
