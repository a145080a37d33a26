// Everything that says whether a checkout is sound, in order. `npm run validate` runs what needs no browser and no second
// Node, `npm test` all of it. A stage is one or more command lines for Node, and perhaps a report that counts its tests.
import { whyNoNamespaces } from '../e2e/lab/needs.mjs';
import { getNode24 } from './node-24.mjs';
import { provide } from './needs.mjs';

const next = 'node_modules/next/dist/bin/next';
const vitest = 'node_modules/vitest/vitest.mjs';

/** Vitest's and Playwright's own counts, under the same names. */
const reports = {
  vitest: ({ numPassedTests, numFailedTests, numPendingTests, numTodoTests }) => ({
    passed: numPassedTests,
    failed: numFailedTests,
    skipped: numPendingTests + numTodoTests,
  }),
  playwright: ({ stats: { expected, unexpected, flaky, skipped } }) => ({
    passed: expected,
    failed: unexpected + flaky,
    skipped,
  }),
};

function unit(name, paths, rest) {
  const file = `.outport/${name.toLowerCase().replace(/\W+/g, '-')}.json`;
  const command = [vitest, 'run', ...paths, '--reporter=default', '--reporter=json', `--outputFile.json=${file}`];
  return { name, commands: [command], report: { file, read: reports.vitest }, ...rest };
}

/** The lab's scenarios; with `vantage` one of the web server's checks is asked, which reaches no loopback that plays a network. */
function verdicts(name, vantage) {
  const file = `.outport/verdicts${vantage === undefined ? '' : `-${vantage}`}.json`;
  const asked = vantage === undefined ? [] : ['--vantage', vantage];
  return {
    name,
    commands: [['scripts/lab.mjs', '--verdicts', ...asked, '--counts', file]],
    report: { file, read: (counts) => counts },
    onlyInTest: true,
  };
}

export const stages = [
  {
    name: 'Types',
    commands: [
      [next, 'typegen'],
      ['node_modules/typescript/bin/tsc', '--noEmit', '-p', '.'],
    ],
  },
  { name: 'Lint', commands: [['node_modules/eslint/bin/eslint.js', '.', '--max-warnings', '0']] },
  { name: 'Layout', commands: [['node_modules/prettier/bin/prettier.cjs', '--check', '.']] },
  {
    name: 'Dependency rules',
    commands: [
      ['node_modules/dependency-cruiser/bin/dependency-cruise.mjs', '--config', '.dependency-cruiser.mjs', '.'],
    ],
  },
  { name: 'Unused code', commands: [['node_modules/knip/bin/knip.js']] },
  { name: 'Build', commands: [['scripts/prepare.mjs']] },
  unit('Unit and network tests', []),
  // What runs in the program; the guards and the start need no second run, nor does what other programs make of a text.
  unit('Unit and network tests on Node 24', ['lib/', 'app/', '--exclude=lib/{exports,vantage}/**'], {
    onlyInTest: true,
    node: getNode24,
  }),
  verdicts('Verdicts of the lab'),
  {
    ...verdicts("Verdicts of the web server's check in PHP", 'php'),
    obstacle: () => whyNoNamespaces() ?? provide(['php'])[0],
  },
  { ...verdicts("Verdicts of the web server's check in a shell", 'shell'), obstacle: whyNoNamespaces },
  {
    name: 'End to end',
    commands: [['node_modules/@playwright/test/cli.js', 'test', '-c', 'e2e/playwright.config.ts']],
    report: { file: '.outport/playwright.json', read: reports.playwright },
    onlyInTest: true,
    obstacle: () => provide(['browser'])[0],
  },
];
