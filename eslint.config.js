import boundaries from 'eslint-plugin-boundaries';
import checkFile from 'eslint-plugin-check-file';
import next from 'eslint-config-next';
import tseslint from 'typescript-eslint';
import { folders, onNode, packages, places } from './architecture.config.js';

const file = (category) => ({ file: { categories: category } });
/** Rows are folders, except the files that Next wants at the top. */
const from = (row) => (row === 'entry' ? file('entry') : { element: { type: row } });
const external = (source) => ({ module: { origin: 'external', source } });
const core = { module: { origin: 'core' } };

// A later policy overrules an earlier one.
const policies = [
  ...Object.entries(folders).map(([row, to]) => ({
    from: from(row),
    allow: { to: { element: { types: { anyOf: [row, ...to] } } } },
  })),
  ...Object.entries(packages).map(([row, source]) => ({ from: from(row), allow: { to: external(source) } })),
  ...onNode.map((row) => ({ from: from(row), allow: { to: core } })),
  // The lab and the benchmark run the program's own parts; a browser test sees it from outside only.
  { from: file('lab'), allow: { to: { element: { types: { anyOf: Object.keys(folders) } } } } },
  { from: file('test'), allow: { to: [core, external('*'), external('*/**'), { element: { type: 'e2e' } }] } },
  { from: file('fake'), allow: { to: external('fast-check') } },
  // Nobody imports a test, and only tests import what stands in for a server.
  { disallow: { to: [file('test'), file('fake')] } },
  ...['test', 'fake', 'lab'].map((category) => ({ from: file(category), allow: { to: file('fake') } })),
];

const namedExports = { selector: 'ExportDefaultDeclaration', message: 'Name what you export.' };
const serverOnly = {
  selector: 'Program:not(:has(ImportDeclaration[source.value="server-only"]))',
  message: "This folder never reaches a browser: import 'server-only'.",
};

export default tseslint.config(
  { ignores: ['.next/**', '.outport/**', 'node_modules/**', 'next-env.d.ts', 'test-results/**', 'public/**'] },
  ...next,
  {
    files: ['**/*.{ts,tsx}'],
    extends: [tseslint.configs.strictTypeChecked],
    languageOptions: { parserOptions: { projectService: true, tsconfigRootDir: import.meta.dirname } },
    rules: {
      '@typescript-eslint/switch-exhaustiveness-check': ['error', { considerDefaultExhaustiveForUnions: true }],
      '@typescript-eslint/restrict-template-expressions': ['error', { allowNumber: true }],
      '@typescript-eslint/no-confusing-void-expression': [
        'error',
        { ignoreArrowShorthand: true, ignoreVoidReturningFunctions: true },
      ],
      '@typescript-eslint/no-unused-vars': [
        'error',
        { argsIgnorePattern: '^_', varsIgnorePattern: '^_', ignoreRestSiblings: true },
      ],
      '@typescript-eslint/consistent-type-definitions': ['error', 'type'],
    },
  },
  {
    files: ['**/*.{ts,tsx,js,mjs}'],
    rules: { 'max-lines': ['error', 250], 'no-console': 'error', eqeqeq: 'error' },
  },
  { files: ['scripts/**', 'e2e/bench/**'], rules: { 'no-console': 'off' } },
  {
    files: ['lib/**', 'components/**', 'e2e/**'],
    ignores: ['**/*.config.ts'],
    rules: { 'no-restricted-syntax': ['error', namedExports] },
  },
  {
    // Playwright's own would run a page that nobody watches.
    files: ['e2e/**/*.spec.ts'],
    rules: {
      'no-restricted-imports': [
        'error',
        {
          paths: [
            { name: '@playwright/test', importNames: ['test', 'expect'], message: 'Import them from e2e/fixtures.' },
          ],
        },
      ],
    },
  },
  {
    files: ['lib/{network,practice,store}/**'],
    ignores: ['**/*.test.ts', 'lib/*/testing/**'],
    rules: { 'no-restricted-syntax': ['error', namedExports, serverOnly] },
  },
  {
    files: ['{app,components,lib,e2e}/**/*.{ts,tsx}', 'proxy.ts', 'instrumentation.ts'],
    plugins: { boundaries, 'check-file': checkFile },
    settings: {
      'boundaries/elements': Object.entries(places).map(([type, pattern]) => ({ type, pattern })),
      'boundaries/files': [
        { category: 'test', pattern: '**/*.test.ts' },
        { category: 'fake', pattern: 'lib/*/testing/**' },
        { category: 'lab', pattern: 'e2e/{lab,bench,wordpress}/**' },
        { category: 'entry', pattern: '{proxy,instrumentation}.ts' },
      ],
    },
    rules: {
      'boundaries/no-unknown-files': 'error',
      // Without checkAllOrigins packages are not looked at, and lib/smtp could import React while lint stays green.
      'boundaries/dependencies': [
        'error',
        { default: 'disallow', checkAllOrigins: true, checkInternals: true, checkUnknownLocals: true, policies },
      ],
      'check-file/filename-naming-convention': [
        'error',
        { '**/*.{ts,tsx}': 'KEBAB_CASE' },
        { ignoreMiddleExtensions: true },
      ],
      'check-file/filename-blocklist': [
        'error',
        Object.fromEntries(
          ['utils', 'helpers', 'common', 'index', 'types', 'constants'].map((name) => [
            `**/${name}.{ts,tsx}`,
            '*-named-after-its-content.ts',
          ]),
        ),
      ],
    },
  },
);
