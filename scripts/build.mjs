// Builds when sources, lock file or Node version changed since the last build.
import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { exitOf, startNode } from './child.mjs';

const sources = [
  'app',
  'components',
  'lib',
  'public',
  'proxy.ts',
  'instrumentation.ts',
  'next.config.js',
  'tsconfig.json',
  'package-lock.json',
];

function addTo(hash, path) {
  if (!existsSync(path) || path.endsWith('.test.ts')) return;
  if (statSync(path).isDirectory()) for (const name of readdirSync(path).sort()) addTo(hash, join(path, name));
  else hash.update(path).update('\0').update(readFileSync(path)).update('\0');
}

/** Everything a build depends on, as one word. */
export function hashOfSources() {
  const hash = createHash('sha256').update(`${process.version} ${process.platform} ${process.arch}`);
  for (const source of sources) addTo(hash, source);
  return hash.digest('hex');
}

/** Runs `next build`; what it says is shown only when it fails. */
async function nextBuild() {
  process.stdout.write('Building...\n');
  const child = startNode(['node_modules/next/dist/bin/next', 'build'], {
    env: { NEXT_TELEMETRY_DISABLED: '1', NODE_ENV: 'production' },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let said = '';
  for (const stream of [child.stdout, child.stderr]) stream.setEncoding('utf8').on('data', (text) => (said += text));
  const built = (await exitOf(child)) === 0;
  if (!built) process.stderr.write(said);
  return built;
}

/**
 * True when `folder` holds a whole build of `hash` afterwards. The stamp goes before a build begins and comes when it is
 * done, with the build's own name in it, so that half a build, or another one, is never taken for it.
 */
export async function buildIfChanged({ folder = '.next', hash = hashOfSources(), build = nextBuild } = {}) {
  const stamp = join(folder, 'outport-stamp');
  const read = (file) => (existsSync(file) ? readFileSync(file, 'utf8') : '');
  const wanted = () => `${hash} ${read(join(folder, 'BUILD_ID'))}`;
  if (read(stamp) === wanted() && existsSync(join(folder, 'BUILD_ID'))) return true;
  rmSync(stamp, { force: true });
  if (!(await build())) return false;
  writeFileSync(`${stamp}.new`, wanted());
  renameSync(`${stamp}.new`, stamp);
  return true;
}
