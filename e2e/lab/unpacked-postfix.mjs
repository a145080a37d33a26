// Postfix for the tests. It is unpacked from Debian's package, not installed: that would remove Exim.
import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, readdirSync, renameSync, rmSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

/** Where it lies once it was unpacked. */
export const postfixFolder = fileURLToPath(new URL('../../.outport/debian-postfix', import.meta.url));
export const postfixMaster = `${postfixFolder}/usr/lib/postfix/sbin/master`;

const works = (command, args, cwd) => spawnSync(command, args, { cwd, stdio: 'ignore' }).status === 0;

/** True when it is there afterwards. */
export function getPostfix() {
  if (existsSync(postfixMaster)) return true;
  const half = `${postfixFolder}.unpacking`;
  for (const left of [half, postfixFolder]) rmSync(left, { recursive: true, force: true });
  mkdirSync(half, { recursive: true });
  if (!works('apt-get', ['download', '-qq', '-o', 'APT::Sandbox::User=root', 'postfix'], half)) return false;
  const file = readdirSync(half).find((name) => name.endsWith('.deb'));
  if (file === undefined || !works('dpkg-deb', ['-x', file, '.'], half)) return false;
  rmSync(`${half}/${file}`);
  renameSync(half, postfixFolder);
  return true;
}
