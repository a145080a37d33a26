import { readdirSync, readFileSync } from 'node:fs';
import { ESLint } from 'eslint';
import { describe, expect, it } from 'vitest';
import { folders, onNode, packages, places, pure } from './architecture.config.js';

/**
 * The guards, guarded. Popular lint rules pass silently when they are set up a little wrong, so every cell of the import
 * matrix is linted here as a two-line source under an invented path, and each further rule sees what it must refuse.
 */
const guards = /^(boundaries\/|check-file\/|no-restricted-syntax$)/;
const eslint = new ESLint({
  ruleFilter: ({ ruleId }) => guards.test(ruleId),
  // An invented file belongs to no TypeScript project; the guards need no types.
  overrideConfig: [
    { files: ['**/*.{ts,tsx}'], languageOptions: { parserOptions: { projectService: false, project: false } } },
  ],
});

/** The rules that report a source under a path, in order. */
async function reports(linter: ESLint, filePath: string, text: string): Promise<string[]> {
  const [result] = await linter.lintText(text, { filePath, warnIgnored: true });
  if (result === undefined || result.messages.some(({ fatal, ruleId }) => fatal === true || ruleId === null))
    throw new Error(`${filePath} was not linted: ${JSON.stringify(result?.messages)}`);
  return result.messages.map(({ ruleId }) => String(ruleId));
}

const importing = (specifier: string) => `import * as target from '${specifier}';\nexport const seen = target;\n`;
const refused = async (from: string, specifier: string) =>
  (await reports(eslint, from, importing(specifier))).includes('boundaries/dependencies');

const rows = Object.keys(folders) as (keyof typeof folders)[];
const home = (row: string) => (places as Partial<Record<string, string>>)[row];
const inventedFile = (row: string) => (row === 'entry' ? 'proxy.ts' : `${String(home(row))}/invented-file.ts`);

/** A file that stands in a folder and in no more specific one, as it is imported. */
function fileOf(row: string): string {
  const place = home(row);
  if (place === undefined) return '@/proxy';
  const inside = Object.values(places).filter((other) => other.startsWith(`${place}/`));
  const path = readdirSync(place, { recursive: true })
    .map((name) => `${place}/${String(name).replaceAll('\\', '/')}`)
    .filter((name) => /^[^.]+\.tsx?$/.test(name) && !name.includes('/testing/'))
    .find((name) => !inside.some((other) => name.startsWith(`${other}/`)));
  if (path === undefined) throw new Error(`${place} has no file to import.`);
  return `@/${path.replace(/\.tsx?$/, '')}`;
}

const manifest = JSON.parse(readFileSync('package.json', 'utf8')) as Record<string, Record<string, string>>;
const installed = Object.keys({ ...manifest['dependencies'], ...manifest['devDependencies'] })
  .filter((name) => !name.startsWith('@types/'))
  .map((name) => ({ name, specifier: name }));
const subpaths = ['zod/mini', 'next/server', 'next/link', 'react/jsx-runtime'].map((specifier) => ({
  name: specifier.replace(/\/[^/]+$/, ''),
  specifier,
}));
const core = ['node:net', 'node:fs/promises', 'child_process'];

describe('the import matrix, cell by cell', () => {
  it.each(rows)('%s imports what its row holds and nothing else', { timeout: 90_000 }, async (row) => {
    const cells = [
      ...rows.map((to) => ({
        specifier: fileOf(to),
        allowed: to !== 'entry' && (to === row || (folders[row] as readonly string[]).includes(to)),
      })),
      ...[...installed, ...subpaths].map(({ name, specifier }) => ({
        specifier,
        allowed: (packages[row] as readonly string[]).includes(name),
      })),
      ...core.map((specifier) => ({ specifier, allowed: onNode.includes(row) })),
    ];
    const wrong: string[] = [];
    for (const { specifier, allowed } of cells)
      if ((await refused(inventedFile(row), specifier)) === allowed)
        wrong.push(`${specifier} is ${allowed ? 'refused' : 'let through'}`);
    expect(wrong).toEqual([]);
    expect(cells.length).toBeGreaterThan(rows.length + Object.keys(packages).length);
  });

  it('keeps sockets, React and Next out of what runs everywhere, and the network out of what people see', () => {
    for (const row of pure as (keyof typeof folders)[]) {
      expect(['zod', 'tldts']).toEqual(expect.arrayContaining([...packages[row]]));
      expect(pure).toEqual(expect.arrayContaining([...folders[row]]));
    }
    for (const row of ['components', 'app'] as const) {
      expect(folders[row]).not.toContain('network');
      expect(folders[row]).not.toContain('practice');
      expect(folders[row]).not.toContain('store');
    }
    expect(onNode).toEqual(['network', 'practice', 'store', 'e2e']);
  });

  it('stands in ARCHITECTURE.md as it is enforced', () => {
    const document = readFileSync('ARCHITECTURE.md', 'utf8');
    const written = [...document.matchAll(/^\| `lib\/(\S+)` +\|[^|]*\| ([^|]*)\|$/gm)];
    const enforced = [...pure, 'network', 'practice', 'store'] as (keyof typeof folders)[];
    expect(Object.fromEntries(written.map(([, row, may = '']) => [row, may.trim()]))).toEqual(
      Object.fromEntries(enforced.map((row) => [row, folders[row].join(', ')])),
    );
  });

  it.each([
    ['a type', `import type { Seen } from 'react';\nexport type Shown = Seen;\n`],
    ['an export from elsewhere', `export { useState } from 'react';\n`],
    ['an import while running', `export const late = import('react');\n`],
    ['require', `export const late = require('react');\n`],
    ['a path upwards', importing('../network/dial')],
    ['a file that is not there', importing('./not-there')],
    ['a package that is not installed', importing('not-installed')],
    ['a folder outside the matrix', importing('@/scripts/build.mjs')],
  ])('sees %s', async (_what, text) => {
    expect(await reports(eslint, 'lib/smtp/invented-file.ts', text)).toContain('boundaries/dependencies');
  });

  it('knows every file', async () => {
    expect(await reports(eslint, 'lib/somewhere/invented-file.ts', 'export const seen = 1;\n')).toEqual([
      'boundaries/no-unknown-files',
    ]);
  });
});

describe('tests and what stands in for a server', () => {
  const fake = '@/lib/network/testing/scripted-server';
  const test = '@/lib/network/wire.test';

  it.each([
    ['lib/network/invented-file.ts', fake, true],
    ['lib/network/testing/invented-file.ts', fake, false],
    ['lib/network/invented-file.test.ts', fake, false],
    ['lib/wizard/invented-file.test.ts', fake, false],
    ['app/api/invented-file.ts', fake, true],
    ['e2e/invented-file.spec.ts', fake, true],
    ['e2e/lab/invented-file.ts', fake, false],
    ['lib/network/invented-file.ts', test, true],
    ['lib/network/invented-file.test.ts', test, true],
    ['e2e/lab/invented-file.ts', test, true],
    ['lib/network/invented-file.test.ts', 'vitest', false],
    ['lib/network/invented-file.ts', 'vitest', true],
  ])('from %s, importing %s is refused: %s', async (from, specifier, expected) => {
    expect(await refused(from, specifier)).toBe(expected);
  });
});

describe('the rules beside the matrix', () => {
  it.each(['utils', 'helpers', 'common', 'index', 'types', 'constants'])('no file is called %s', async (name) => {
    for (const path of [`lib/smtp/${name}.ts`, `components/ui/${name}.tsx`, `app/setup/${name}.ts`])
      expect(await reports(eslint, path, 'export const seen = 1;\n')).toEqual(['check-file/filename-blocklist']);
  });

  it.each(['lib/smtp/camelCase.ts', 'components/ui/CopyButton.tsx', 'e2e/lab/snake_case.ts'])(
    '%s is not in kebab case',
    async (path) => {
      expect(await reports(eslint, path, 'export const seen = 1;\n')).toEqual([
        'check-file/filename-naming-convention',
      ]);
    },
  );

  it.each([
    ['lib/smtp/invented-file.ts', ['no-restricted-syntax']],
    ['components/ui/invented-file.tsx', ['no-restricted-syntax']],
    ['app/ports/invented-file.tsx', []],
  ])('a default export in %s is reported by %j', async (path, expected) => {
    expect(await reports(eslint, path, 'const seen = 1;\nexport default seen;\n')).toEqual(expected);
  });

  it.each([
    ['lib/network/invented-file.ts', ['no-restricted-syntax']],
    ['lib/practice/invented-file.ts', ['no-restricted-syntax']],
    ['lib/store/invented-file.ts', ['no-restricted-syntax']],
    ['lib/network/invented-file.test.ts', []],
    ['lib/network/testing/invented-file.ts', []],
    ['lib/smtp/invented-file.ts', []],
  ])('%s without server-only is reported by %j', async (path, expected) => {
    expect(await reports(eslint, path, 'export const seen = 1;\n')).toEqual(expected);
  });

  // It makes the whole program's types, which takes its time on a busy machine.
  it('types are looked at, and everything counts', { timeout: 180_000 }, async () => {
    const text = [
      `type Light = 'red' | 'green';`,
      'async function wait(): Promise<void> { await Promise.resolve(); }',
      'export function seen(light: Light, other: any): number {',
      '  wait();',
      `  console.log(light == other);`,
      `  switch (light) { case 'red': return 1; }`,
      '  return 0;',
      '}',
      ...Array.from({ length: 250 }, () => '// line'),
    ].join('\n');
    const found = await reports(new ESLint(), 'lib/smtp/endpoint.ts', text);
    expect(new Set(found)).toEqual(
      new Set([
        '@typescript-eslint/no-explicit-any',
        '@typescript-eslint/no-floating-promises',
        '@typescript-eslint/switch-exhaustiveness-check',
        'no-console',
        'eqeqeq',
        'max-lines',
      ]),
    );
  });
});
