// Node 24 for the tests, from npm: an archive without an install script, in a folder of its own that git does not see.
import { spawnSync } from 'node:child_process';
import { resolve } from 'node:path';
import { startNpm, exitOf } from './child.mjs';

const version = '24.21.0';
const folder = resolve('.outport/node-24');

/** → `{ path }` of its binary, or `{ reason }` why it cannot be had. */
export async function getNode24() {
  if (process.versions.node.startsWith('24.')) return { path: process.execPath };
  if (process.platform !== 'linux') return { reason: 'npm supplies it for Linux only' };
  const name = `node-linux-${process.arch}`;
  const path = `${folder}/node_modules/${name}/bin/node`;
  const works = () => String(spawnSync(path, ['--version']).stdout).trim() === `v${version}`;
  if (works()) return { path };
  const flags = ['--no-save', '--no-package-lock', '--ignore-scripts', '--no-audit', '--no-fund', '--loglevel=error'];
  const install = startNpm(['install', '--prefix', folder, ...flags, `${name}@${version}`], {
    stdio: ['ignore', 'ignore', 'inherit'],
  });
  if ((await exitOf(install)) !== 0) return { reason: `npm could not supply ${name} ${version}` };
  return works() ? { path } : { reason: 'it does not run on this system' };
}
