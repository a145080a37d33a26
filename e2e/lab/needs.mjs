// What the lab needs of a machine, and the sentence that says what is missing.
import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { getPostfix } from './unpacked-postfix.mjs';

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

const binaries = {
  exim: ['/usr/sbin/exim4', 'exim4-daemon-light'],
  dovecot: ['/usr/sbin/dovecot', 'dovecot-core and dovecot-submissiond'],
};

/** The real mail servers that are not to be had: kind → why. */
export function lackingServers() {
  const missing = Object.entries(binaries).filter(([, [binary]]) => !existsSync(binary));
  const lacking = Object.fromEntries(
    missing.map(([server, [, packages]]) => [server, `${server} is not installed (Debian ${packages})`]),
  );
  // Postfix runs as Exim's user, and its logins are checked by Dovecot.
  const others = lacking.dovecot ?? lacking.exim;
  const reason = others ?? (getPostfix() ? undefined : 'Postfix could not be downloaded (Debian postfix)');
  return { ...lacking, ...(reason === undefined ? {} : { postfix: reason }) };
}
