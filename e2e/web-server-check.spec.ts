import { execFile, spawn, type ChildProcess } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import type { Page } from '@playwright/test';
import { expect, test } from './fixtures';
import { openCheck, openFile, pasteResult, uploadFile } from './journey/web-check';
import { words } from './journey/words';
import { freePorts } from './lab/free-ports';
import { hasPhp } from './lab/has-php';
import { untilAnswered } from './lab/until-answered';
import { expectAccessible } from './watch/accessibility';

test.skip(!hasPhp, 'PHP is not installed');

// Not this computer, so that a web server elsewhere can be asked about it; there is no such name (RFC 6761 §6.4).
const host = 'web-check.invalid';
const php = promisify(execFile);
const { webCheck } = words;

let folder: string;
let server: ChildProcess | undefined;
test.beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'outport-web-check-'));
});
test.afterEach(() => {
  server?.kill();
  rmSync(folder, { recursive: true });
});

/** Goes to the ports, and downloads the check file into the folder of the "web server". */
async function makeFile(page: Page): Promise<string> {
  await openCheck(page, { host, sender: 'shop@example.test' });
  return uploadFile(page, folder);
}

test('what the file prints can be pasted, once, and stands beside what was seen from here', async ({ page }) => {
  const file = await makeFile(page);
  const { stdout } = await php('php', [file]);
  await pasteResult(page, stdout.replace('outport1.', 'outport1.x'));
  await expect(page.getByRole('alert').filter({ hasText: 'result' })).toBeVisible();
  await expectAccessible(page, 'a result that was refused');
  await pasteResult(page, stdout);
  const rows = page.getByRole('table', { name: webCheck.table }).getByRole('row');
  await expect(rows).toHaveCount(5);
  await expect(rows.nth(1)).toContainText('465');
  await expect(page.getByText('Your web server sees the same: no port works')).toBeVisible();
  await expectAccessible(page, 'two vantages');
});

test('the file’s own page brings the result back to the tab that made it, and keeps it out of the address', async ({
  page,
}) => {
  await makeFile(page);
  const [port = 0] = await freePorts(1);
  server = spawn('php', ['-S', `127.0.0.1:${port}`, '-t', folder], { stdio: 'ignore' });
  expect(await untilAnswered(['127.0.0.1'], [port], () => server?.exitCode === null)).toBe(true);
  const there = await openFile(page, `http://127.0.0.1:${port}`);
  expect(new URL(there.url()).hash).toBe('');
  await expect(page.getByRole('table', { name: webCheck.table })).toBeVisible();
});

test('a file that was changed is not believed', async ({ page }) => {
  const file = await makeFile(page);
  const other = join(folder, 'changed.php');
  writeFileSync(other, readFileSync(file, 'utf8').replaceAll(host, 'other-check.invalid'));
  const { stdout } = await php('php', [other]);
  await pasteResult(page, stdout);
  await expect(page.getByText('The result is about other servers or ports')).toBeVisible();
});
