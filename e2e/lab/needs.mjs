// What the lab needs of a machine, and the sentence that says what is missing.
import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';

const works = (command, args) => spawnSync(command, args, { stdio: 'ignore' }).status === 0;

/** Why no network of our own can be made here; undefined when it can. */
export function whyNoNamespaces() {
  if (process.platform !== 'linux') return 'network namespaces are a part of Linux';
  if (process.getuid() !== 0) return 'making network namespaces needs root';
  if (!works('python3', ['--version'])) return 'python3 is not installed';
  if (!works('ip', ['-V'])) return 'the command ip is not installed (Debian package iproute2)';
  if (!works('sysctl', ['-V'])) return 'the command sysctl is not installed (Debian package procps)';
  if (!works('nft', ['--version'])) return 'the command nft is not installed (Debian package nftables)';
  if (!existsSync('/dev/net/tun')) return 'there is no /dev/net/tun';
  return undefined;
}

const servers = {
  exim: ['/usr/sbin/exim4', 'exim4-daemon-light'],
  dovecot: ['/usr/sbin/dovecot', 'dovecot-core and dovecot-submissiond'],
};

/** Real mail servers that are not here → why, in a sentence. */
export function lackingServers() {
  return Object.fromEntries(
    Object.entries(servers)
      .filter(([, [binary]]) => !existsSync(binary))
      .map(([server, [, packages]]) => [server, `${server} is not installed (Debian ${packages})`]),
  );
}
