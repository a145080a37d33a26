// Installs the locked packages when they are not there as locked. Plain Node: it runs before anything is there.
import { readFileSync } from 'node:fs';
import { exitOf, startNpm } from './child.mjs';

const packagesOf = (lock) => JSON.parse(readFileSync(lock, 'utf8')).packages;

/** npm notes what it installed when it is done, so a killed installation shows. Optional packages are another system's. */
export function isInstalled(lock = 'package-lock.json', installed = 'node_modules/.package-lock.json') {
  let there;
  try {
    there = packagesOf(installed);
  } catch {
    return false;
  }
  return Object.entries(packagesOf(lock)).every(
    ([path, { version, optional }]) =>
      path === '' || there[path]?.version === version || (there[path] === undefined && optional === true),
  );
}

/** True when the packages are there afterwards. What builds Outport is wanted too, whatever NODE_ENV says. */
export async function installPackages() {
  if (isInstalled()) return true;
  process.stdout.write('Installing packages, once...\n');
  const args = ['ci', '--include=dev', '--no-audit', '--no-fund', '--loglevel=error'];
  return (await exitOf(startNpm(args, { stdio: ['ignore', 'ignore', 'inherit'] }))) === 0;
}
