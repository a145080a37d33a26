// What the lab needs of a machine, and the sentence that says what is missing.
import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync } from 'node:fs';
import { resolve } from 'node:path';

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
const unpacked = '.outport/debian-postfix';

/** Postfix and Exim exclude each other as packages, so Postfix is unpacked into a folder unless it is installed. */
function getPostfix() {
  if (existsSync('/usr/sbin/postfix')) return { folder: undefined };
  const folder = resolve(unpacked);
  if (existsSync(`${folder}/usr/sbin/postfix`)) return { folder };
  mkdirSync(unpacked, { recursive: true });
  const into = { cwd: unpacked, stdio: 'ignore' };
  const got =
    spawnSync('apt-get', ['download', '-qq', 'postfix'], into).status === 0 &&
    spawnSync('sh', ['-c', 'dpkg -x postfix_*.deb . && rm postfix_*.deb'], into).status === 0;
  return got ? { folder } : { reason: 'Postfix is not installed and could not be downloaded (Debian postfix)' };
}

/** The real mail servers: kind → why it is not to be had, and where Postfix was unpacked. */
export function realServers() {
  const missing = Object.entries(binaries).filter(([, [binary]]) => !existsSync(binary));
  const lacking = Object.fromEntries(
    missing.map(([server, [, packages]]) => [server, `${server} is not installed (Debian ${packages})`]),
  );
  const { folder, reason = lacking.dovecot ?? lacking.exim } = getPostfix();
  return { lacking: { ...lacking, ...(reason === undefined ? {} : { postfix: reason }) }, postfix: folder };
}
