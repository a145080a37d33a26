// Gets the oldest and the newest PHP that the check file is made for, as WebAssembly: Debian has one PHP at a time. They
// are 130 MB unpacked, so they stay out of package.json. 3.0.40 is the first that has 8.5 and runs on Node 20.
import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';

const folder = '.outport/php-wasm';
const packages = ['universal', 'node-7-4', 'node-8-5'].map((name) => `@php-wasm/${name}`);

/** Whether they are here. */
export const hasPhpWasm = () => packages.every((name) => existsSync(`${folder}/node_modules/${name}/package.json`));

/** True when they are there afterwards. */
export function getPhpWasm() {
  const pinned = packages.map((name) => `${name}@3.0.40`);
  const words = ['install', '--prefix', folder, '--ignore-scripts', '--no-audit', '--no-fund', ...pinned];
  spawnSync('npm', words, { stdio: ['ignore', 'ignore', 'inherit'] });
  return hasPhpWasm();
}
