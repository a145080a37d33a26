// Everything that says whether this checkout is sound, in one run, with one closing line that counts every test.
import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync, rmSync } from 'node:fs';
import { getBrowser } from './browser.mjs';
import { installPackages } from './install.mjs';

const env = { ...process.env, NEXT_TELEMETRY_DISABLED: '1', CI: 'true' };
const count = { passed: 0, failed: 0, skipped: 0 };

function run(command, args) {
  console.log(`\n> ${command} ${args.join(' ')}`);
  return spawnSync(command, args, { stdio: 'inherit', env, shell: process.platform === 'win32' }).status === 0;
}

/** A stage without tests of its own counts as one. */
function stage(command, args) {
  if (run(command, args)) count.passed += 1;
  else count.failed += 1;
}

function vitest() {
  const report = '.outport/vitest.json';
  rmSync(report, { force: true });
  const passed = run('npx', ['vitest', 'run', '--reporter=default', '--reporter=json', `--outputFile.json=${report}`]);
  if (!existsSync(report)) return void (count.failed += 1);
  const found = JSON.parse(readFileSync(report, 'utf8'));
  count.passed += found.numPassedTests;
  count.failed += found.numFailedTests;
  count.skipped += found.numPendingTests;
  if (!passed && found.numFailedTests === 0) count.failed += 1;
}

function browser() {
  const report = '.outport/playwright.json';
  rmSync(report, { force: true });
  if (!getBrowser()) {
    console.log('No browser can be had here: the end-to-end tests are skipped.');
    return void (count.skipped += 1);
  }
  const passed = run('npx', ['playwright', 'test', '-c', 'e2e/playwright.config.ts']);
  if (!existsSync(report)) return void (count.failed += 1);
  const { expected, unexpected, flaky, skipped } = JSON.parse(readFileSync(report, 'utf8')).stats;
  count.passed += expected;
  count.failed += unexpected + flaky;
  count.skipped += skipped;
  if (!passed && unexpected + flaky === 0) count.failed += 1;
}

installPackages();
stage('npx', ['next', 'typegen']);
stage('npx', ['tsc', '--noEmit', '-p', '.']);
vitest();
stage(process.execPath, ['scripts/build.mjs']);
browser();

console.log(`\n${count.passed} passed, ${count.failed} failed${count.skipped > 0 ? `, ${count.skipped} skipped` : ''}`);
process.exit(count.failed > 0 ? 1 : 0);
