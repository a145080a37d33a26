/** What the parts need of a machine, and the sentence that says what is missing. */
import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';

const works = (command: string, word: string) => spawnSync(command, [word], { stdio: 'ignore' }).status === 0;

/** Why no line between two network namespaces can be made here; undefined when it can. */
export function whyNoLine(): string | undefined {
  if (process.platform !== 'linux') return 'network namespaces are a part of Linux';
  if (process.getuid?.() !== 0) return 'making network namespaces needs root';
  if (!works('python3', '--version')) return 'python3 is not installed';
  if (!works('ip', '-V')) return 'the command ip is not installed (Debian package iproute2)';
  if (!works('nft', '--version')) return 'the command nft is not installed (Debian package nftables)';
  return existsSync('/dev/net/tun') ? undefined : 'there is no /dev/net/tun';
}

export const hasSwaks = (): boolean => works('swaks', '--version');
