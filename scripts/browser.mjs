// Gets a browser for the end-to-end tests where there is none: Debian's package where root may install, else Playwright's own.
import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';

const quietly = { stdio: ['ignore', 'ignore', 'inherit'], env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' } };
const works = (command, args) => spawnSync(command, args, quietly).status === 0;

/** True when a browser is there afterwards. */
export function getBrowser() {
  if (existsSync('/usr/bin/chromium')) return true;
  if (process.getuid?.() === 0 && existsSync('/usr/bin/apt-get')) {
    return (
      works('apt-get', ['update', '-qq']) &&
      works('apt-get', ['install', '-y', '-qq', '--no-install-recommends', 'chromium', 'php-cli'])
    );
  }
  return works('npx', ['playwright', 'install', 'chromium']);
}
