import { execFile } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it } from 'vitest';

/** Stages as source text → what is printed, line by line, and the process's exit code. Every command is really run. */
function runStages(stages: string): Promise<{ readonly lines: readonly string[]; readonly code: number }> {
  const folder = mkdtempSync(join(tmpdir(), 'outport-stages-'));
  const text = `
    import { runStages } from ${JSON.stringify(new URL('./run-stages.mjs', import.meta.url).href)};
    const exits = (code) => [['-e', 'process.exit(' + code + ')']];
    const writes = (counts, code = 0) => [
      ['-e', 'require("fs").writeFileSync("report.json", ' + JSON.stringify(JSON.stringify(counts)) + '); process.exit(' + code + ')'],
    ];
    const report = { file: 'report.json', read: (counts) => counts };
    process.exitCode = (await runStages([${stages}])) ? 0 : 1;`;
  return new Promise((resolve) => {
    execFile(process.execPath, ['--input-type=module', '-e', text], { cwd: folder }, (error, stdout) => {
      rmSync(folder, { recursive: true });
      resolve({ lines: stdout.trimEnd().split('\n'), code: error === null ? 0 : Number(error.code) });
    });
  });
}

it.each([
  ['a stage without tests counts as one', `{ name: 'A', commands: exits(0) }`, '1 passed, 0 failed', 0],
  ['and so does one that failed', `{ name: 'A', commands: exits(3) }`, '0 passed, 1 failed', 1],
  [
    'its second command is not run after the first failed',
    `{ name: 'A', commands: [...exits(1), ...writes({ passed: 9 })], report }`,
    '0 passed, 1 failed',
    1,
  ],
  [
    'tests are counted from the report',
    `{ name: 'A', commands: writes({ passed: 5, failed: 0, skipped: 2 }), report }`,
    '5 passed, 0 failed, 2 skipped',
    0,
  ],
  [
    'tests that failed are not counted twice',
    `{ name: 'A', commands: writes({ passed: 5, failed: 2, skipped: 0 }, 1), report }`,
    '5 passed, 2 failed',
    1,
  ],
  [
    'a command that failed though no test did is a failure',
    `{ name: 'A', commands: writes({ passed: 5, failed: 0, skipped: 0 }, 1), report }`,
    '5 passed, 1 failed',
    1,
  ],
  [
    'an old report is not taken for a new one',
    `{ name: 'A', commands: writes({ passed: 5, failed: 0, skipped: 0 }), report }, { name: 'B', commands: exits(0), report }`,
    '5 passed, 1 failed',
    1,
  ],
  [
    'what cannot be had is skipped',
    `{ name: 'A', commands: exits(1), obstacle: () => 'no browser' }, { name: 'B', commands: exits(1), node: async () => ({ reason: 'no Node' }) }`,
    '0 passed, 0 failed, 2 skipped',
    0,
  ],
  [
    'all are run, whatever fails',
    `{ name: 'A', commands: exits(1) }, { name: 'B', commands: exits(0) }`,
    '1 passed, 1 failed',
    1,
  ],
])('%s', async (_what, stages, last, code) => {
  const result = await runStages(stages);
  expect([result.lines.at(-1), result.code]).toEqual([last, code]);
});

it('a stage that is skipped says why', async () => {
  const { lines } = await runStages(`{ name: 'A', commands: exits(1), obstacle: () => 'no browser can be had' }`);
  expect(lines).toContain('Skipped: no browser can be had');
});
