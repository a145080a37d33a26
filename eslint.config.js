import boundaries from 'eslint-plugin-boundaries';
import checkFile from 'eslint-plugin-check-file';
import next from 'eslint-config-next';
import tseslint from 'typescript-eslint';
import { folders, onNode, packages, places } from './architecture.config.js';

const element = (type) => ({ element: { type } });
const external = (source) => ({ module: { origin: 'external', source } });
const core = { module: { origin: 'core' } };

const policies = [
  ...Object.entries(folders).map(([row, to]) => ({
    from: element(row),
    allow: { to: { element: { types: { anyOf: [row, ...to] } } } },
  })),
  ...Object.entries(packages).map(([row, source]) => ({ from: element(row), allow: { to: external(source) } })),
  ...onNode.map((row) => ({ from: element(row), allow: { to: core } })),
  // The lab and the benchmark run the program's own parts; a browser test sees it from outside only.
  { from: { file: { categories: 'lab' } }, allow: { to: { element: { types: { anyOf: Object.keys(folders) } } } } },
  { from: { file: { categories: 'test' } }, allow: { to: [core, external('*'), external('*/**')] } },
  { from: { file: { categories: 'test' } }, allow: { to: { element: { type: 'e2e' } } } },
  { from: { file: { categories: 'test' } }, allow: { to: { file: { categories: 'fake' } } } },
  // Nobody imports a test, and only tests import what stands in for a server.
  { disallow: { to: { file: { categories: 'test' } } } },
  {
    from: { file: { categories: { noneOf: ['test', 'fake', 'lab'] } } },
    disallow: { to: { file: { categories: 'fake' } } },
  },
];

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
    rules: {
      'no-restricted-syntax': ['error', { selector: 'ExportDefaultDeclaration', message: 'Name what you export.' }],
    },
  },
  {
    files: ['{app,components,lib,e2e}/**/*.{ts,tsx}', 'proxy.ts', 'instrumentation.ts'],
    plugins: { boundaries, 'check-file': checkFile },
    settings: {
      'import/resolver': { typescript: { alwaysTryTypes: true } },
      'boundaries/elements': [
        ...Object.entries(places).map(([type, pattern]) => ({ type, pattern })),
        { type: 'entry', pattern: '{proxy,instrumentation}.ts', mode: 'file' },
      ],
      'boundaries/files': [
        { category: 'test', pattern: '**/*.test.ts' },
        { category: 'fake', pattern: 'lib/network/testing/**' },
        { category: 'lab', pattern: 'e2e/{lab,bench,wordpress}/**' },
      ],
    },
    rules: {
      'boundaries/no-unknown-files': 'error',
      // Without checkAllOrigins packages are not looked at, and lib/smtp could import React while lint stays green.
      'boundaries/dependencies': [
        'error',
        { default: 'disallow', checkAllOrigins: true, checkUnknownLocals: true, policies },
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
