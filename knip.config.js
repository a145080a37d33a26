/** @type {import('knip').KnipConfig} */
const configuration = {
  entry: [
    'scripts/*.mjs',
    'e2e/**/*.spec.ts',
    // Each runs in a network namespace of its own, started by path.
    'e2e/{bench,lab}/{near,far,middle}-side.ts',
    'e2e/bench/{run-typescript.mjs,bench.ts,fill-store.ts}',
    'e2e/lab/run-php-wasm.mjs',
    'lib/store/testing/{keep-on-writing,sent-message}.ts',
  ],
  project: ['**/*.{ts,tsx,js,mjs}'],
  playwright: { config: 'e2e/playwright.config.ts' },
  // Read from its folder and put into the page, not imported.
  ignoreDependencies: ['axe-core'],
  // Programs of the system: scripts/needs.mjs gets them.
  exclude: ['binaries'],
};

export default configuration;
