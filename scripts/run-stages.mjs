// Runs stages one after the other and counts: a stage without tests of its own counts as one.
import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync, rmSync } from 'node:fs';

const one = (result) => ({ passed: 0, failed: 0, skipped: 0, [result]: 1 });

function execute(node, command) {
  console.log(`\n> node ${command.join(' ')}`);
  const env = { ...process.env, NEXT_TELEMETRY_DISABLED: '1', CI: 'true' };
  return spawnSync(node, command, { stdio: 'inherit', env }).status === 0;
}

/** A stage → how many of its tests passed, failed and were skipped. Something that failed without a test is one too. */
async function run({ name, commands, report, node, obstacle }) {
  console.log(`\n${name}`);
  const { path = process.execPath, reason = obstacle?.() } = (await node?.()) ?? {};
  if (reason !== undefined) {
    console.log(`Skipped: ${reason}`);
    return one('skipped');
  }
  if (report !== undefined) rmSync(report.file, { force: true });
  const succeeded = commands.every((command) => execute(path, command));
  if (report === undefined) return one(succeeded ? 'passed' : 'failed');
  if (!existsSync(report.file)) return one('failed');
  const count = report.read(JSON.parse(readFileSync(report.file, 'utf8')));
  return !succeeded && count.failed === 0 ? { ...count, failed: 1 } : count;
}

const told = ({ passed, failed, skipped }) =>
  `${passed} passed, ${failed} failed${skipped > 0 ? `, ${skipped} skipped` : ''}`;

/** Runs them all, whatever fails, and says last, alone on its line, how many tests passed and failed. */
export async function runStages(stages) {
  const total = { passed: 0, failed: 0, skipped: 0 };
  const table = [];
  for (const stage of stages) {
    const count = await run(stage);
    for (const result of Object.keys(total)) total[result] += count[result];
    table.push(`${stage.name}: ${told(count)}`);
  }
  console.log(`\n${table.join('\n')}\n\n${told(total)}`);
  return total.failed === 0;
}
