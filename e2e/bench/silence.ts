/** The far side's firewall: drops what comes for the silent ports, as networks do that block them. Needs root. */
import { execFileSync } from 'node:child_process';
import type { MailHost } from './bench-place';

/** Hosts → nftables rules, one a line. */
function silenceRules(hosts: readonly MailHost[]): string {
  const rules = hosts
    .filter(({ silent }) => silent.length > 0)
    .flatMap(({ addresses: [ipv4, ipv6], silent }) => [
      `ip daddr ${ipv4} tcp dport { ${silent.join(', ')} } drop`,
      `ip6 daddr ${ipv6} tcp dport { ${silent.join(', ')} } drop`,
    ]);
  return `${['table inet bench {', 'chain enter {', 'type filter hook input priority 0', ...rules, '}', '}'].join('\n')}\n`;
}

export function silencePorts(hosts: readonly MailHost[]): void {
  execFileSync('nft', ['-f', '-'], { input: silenceRules(hosts) });
}
