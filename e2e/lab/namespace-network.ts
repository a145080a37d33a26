/** Routes, firewalls and routing rules of the two namespaces. Runs in the far one, and needs root. */
import { execFile, execFileSync } from 'node:child_process';
import { promisify } from 'node:util';
import { farPrefixes, near as nearAddresses } from './address-plan';
import {
  farRuleset,
  nearRoutingRules,
  nearRuleset,
  packetsCounted,
  type Conditioned,
  type Redirection,
} from './firewall';

function run(command: string, words: readonly string[], input = ''): string {
  return execFileSync(command, words, { encoding: 'utf8', input });
}

const runLater = promisify(execFile);

export type NamespaceNetwork = {
  /** Packets that the firewalls of both sides counted for each scenario so far. */
  readonly packets: () => Promise<ReadonlyMap<string, number>>;
};

/** `near` is the name of the near side's namespace. What is set up here ends with the namespaces. */
export function setUpNetwork(
  near: string,
  scenarios: readonly Conditioned[],
  redirections: readonly Redirection[],
): NamespaceNetwork {
  // The far side answers for every address of the prefixes, without carrying them one by one.
  run('ip', ['route', 'add', 'local', farPrefixes.ipv4, 'dev', 'lo']);
  run('ip', ['-6', 'route', 'add', 'local', farPrefixes.ipv6, 'dev', 'lo']);
  run('sysctl', ['-qw', 'net.ipv6.ip_nonlocal_bind=1', 'net.netfilter.nf_conntrack_acct=1']);
  run('ip', ['-n', near, 'route', 'add', farPrefixes.ipv4, 'dev', 'line', 'src', nearAddresses.ipv4]);
  run('ip', ['-n', near, '-6', 'route', 'add', farPrefixes.ipv6, 'dev', 'line', 'src', nearAddresses.ipv6]);
  for (const words of nearRoutingRules(scenarios)) run('ip', ['-n', near, ...words]);
  const inNear = ['netns', 'exec', near, 'nft'];
  run('nft', ['-f', '-'], farRuleset(scenarios, redirections));
  run('ip', [...inNear, '-f', '-'], nearRuleset(scenarios));
  return {
    async packets() {
      const listings = await Promise.all([
        runLater('nft', ['-j', 'list', 'ruleset']),
        runLater('ip', [...inNear, '-j', 'list', 'ruleset']),
      ]);
      const counted = new Map<string, number>();
      for (const [id, packets] of listings.flatMap(({ stdout }) => [...packetsCounted(stdout)]))
        counted.set(id, (counted.get(id) ?? 0) + packets);
      return counted;
    },
  };
}
