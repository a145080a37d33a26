import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { isInstalled } from './install.mjs';

const locked = {
  '': { version: '0.1.0' },
  'node_modules/next': { version: '16.0.0' },
  'node_modules/swc-for-another-system': { version: '16.0.0', optional: true },
};

it.each([
  ['everything that this system needs', { 'node_modules/next': { version: '16.0.0' } }, true],
  [
    'the optional packages too',
    { 'node_modules/next': { version: '16.0.0' }, 'node_modules/swc-for-another-system': { version: '16.0.0' } },
    true,
  ],
  ['an older version', { 'node_modules/next': { version: '15.0.0' } }, false],
  [
    'an older version of an optional package',
    { 'node_modules/next': { version: '16.0.0' }, 'node_modules/swc-for-another-system': { version: '15.0.0' } },
    false,
  ],
  ['a package too few', {}, false],
  ['no note of npm, because it never finished', undefined, false],
])('a folder with %s counts as installed: %s', (_what, installed, expected) => {
  const folder = mkdtempSync(join(tmpdir(), 'outport-install-'));
  const [lock, note] = [join(folder, 'lock.json'), join(folder, 'note.json')];
  writeFileSync(lock, JSON.stringify({ packages: locked }));
  if (installed !== undefined) writeFileSync(note, JSON.stringify({ packages: installed }));
  expect(isInstalled(lock, note)).toBe(expected);
  rmSync(folder, { recursive: true });
});

it('this checkout is installed as locked', () => {
  expect(isInstalled()).toBe(true);
});
