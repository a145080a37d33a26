import { execFileSync, spawnSync } from 'node:child_process';
import { chmodSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { freePorts } from '@/e2e/lab/free-ports';
import { hasPhp } from '@/e2e/lab/has-php';
import { runShellCheck } from '@/e2e/lab/php-check';
import { startScriptedServer } from '@/lib/network/testing/scripted-server';
import { readCheckResult } from './check-result';
import { checkFile, checkFileName } from './check-file';
import { checkAddress, phpCommand, shellCheck, wpCliCommand } from './shell-check';
import { sampleRun } from './testing/sample-run';

const hasPython = spawnSync('python3', ['-V']).status === 0;

test('the key stands behind the #, and nowhere else in the address', () => {
  const run = sampleRun();
  expect(checkAddress('https://shop.example/outport-check.php#x', run)).toBe(
    `https://shop.example/outport-check.php#key=${run.key}`,
  );
});

test('the commands name the file', () => {
  for (const command of [phpCommand, wpCliCommand]) expect(command).toMatch(new RegExp(` ${checkFileName}$`));
});

test.skipIf(!hasPhp)(
  'WP-CLI can run the file: it evaluates it inside a function, where WordPress set REQUEST_METHOD',
  async () => {
    const run = sampleRun([{ host: '127.0.0.1', port: 1, security: 'starttls' }]);
    const evaluate = `class WP_CLI {} $_SERVER['REQUEST_METHOD'] = 'GET';
    (function () { eval('?>' . stream_get_contents(STDIN)); })();`;
    const said = execFileSync('php', ['-d', 'error_reporting=-1', '-r', evaluate], {
      input: checkFile(run),
      encoding: 'utf8',
    });
    expect(said).not.toMatch(/Warning|Notice|Deprecated|Fatal/);
    expect(await readCheckResult(said, run)).toMatchObject({ result: { by: 'wp-cli' } });
  },
);

test('the script does not hold the key of the page', () => {
  const run = sampleRun();
  expect(shellCheck(run)).not.toContain(run.key);
});

test.skipIf(!hasPython)('two ports are tried at once, and the result is taken', async () => {
  const server = await startScriptedServer({ dialogue: [{ say: '554 \u001b[31mno\r\n' }] });
  const [closed = 0] = await freePorts(1);
  const run = sampleRun([
    { host: '127.0.0.1', port: server.port, security: 'starttls' },
    { host: '127.0.0.1', port: closed, security: 'implicit-tls' },
  ]);
  const said = await runShellCheck(run);
  expect(said).not.toContain('\u001b');
  const reading = await readCheckResult(said, run);
  expect(reading).toMatchObject({ status: 'taken', result: { by: 'shell', problems: [] } });
  const endpoints = reading.status === 'taken' ? reading.report.endpoints : [];
  expect(endpoints.map(({ outcome }) => outcome)).toMatchObject([
    { failure: { kind: 'negative-reply', stage: 'greeting' } },
    { failure: { kind: 'refused', stage: 'connect' } },
  ]);
  await server.stop();
});

test.skipIf(!hasPython)('over its hour it says so and tries nothing', async () => {
  const said = await runShellCheck(sampleRun(undefined, Date.now() - 3 * 3_600_000));
  expect(said).toMatch(/^This check is over/);
  expect(said).not.toContain('BEGIN OUTPORT RESULT');
});

test('without Python it says what takes a connection, and that Outport cannot take it over', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'outport-no-python-'));
  const none = join(folder, 'python3');
  writeFileSync(none, '#!/bin/sh\nexit 1\n');
  chmodSync(none, 0o755);
  const server = await startScriptedServer({ dialogue: [] });
  const [closed = 0] = await freePorts(1);
  const run = sampleRun([
    { host: '127.0.0.1', port: server.port, security: 'starttls' },
    { host: '127.0.0.1', port: closed, security: 'starttls' },
  ]);
  const said = await runShellCheck(run, { PATH: `${folder}:${process.env['PATH'] ?? ''}` });
  expect(said).toContain(`127.0.0.1 port ${server.port}: a connection is made`);
  expect(said).toContain(`127.0.0.1 port ${closed}: no connection`);
  expect(said).toContain('cannot be taken over');
  expect(said).not.toContain('BEGIN OUTPORT RESULT');
  await server.stop();
  rmSync(folder, { recursive: true, force: true });
});
