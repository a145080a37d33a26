// Installs the locked packages when they are missing or the lock file changed. Plain Node: it runs before anything is there.
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';

const stamp = '.outport/install-hash';

export function installPackages() {
  const hash = createHash('sha256').update(readFileSync('package-lock.json')).digest('hex');
  if (existsSync('node_modules') && (!existsSync(stamp) || readFileSync(stamp, 'utf8') === hash)) return remember(hash);
  process.stdout.write('Installing packages, once…\n');
  const result = spawnSync('npm', ['ci', '--no-audit', '--no-fund', '--loglevel=error'], {
    stdio: ['ignore', 'ignore', 'inherit'],
    shell: process.platform === 'win32',
  });
  if (result.status !== 0) {
    process.stderr.write('Outport could not install its packages. Check the network, then start again.\n');
    process.exit(1);
  }
  remember(hash);
}

function remember(hash) {
  mkdirSync('.outport', { recursive: true });
  writeFileSync(stamp, hash);
}
