import { execFile, spawn, type ChildProcess } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import type { Page } from '@playwright/test';
import { expect, test } from './fixtures';
import { fillAccount, goToPorts } from './journey/account-step';
import { portsSettled } from './journey/ports-step';
import { chooseAnotherServer } from './journey/provider-step';
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
  await chooseAnotherServer(page);
  await fillAccount(page, { host, sender: 'shop@example.test' });
  await goToPorts(page);
  await portsSettled(page);
  await page.getByRole('button', { name: webCheck.open }).click();
  const downloading = page.waitForEvent('download');
  await page.getByRole('button', { name: webCheck.download }).click();
  const file = join(folder, 'outport-check.php');
  await (await downloading).saveAs(file);
  return file;
}

test('what the file prints can be pasted, once, and stands beside what was seen from here', async ({ page }) => {
  const file = await makeFile(page);
  const { stdout } = await php('php', [file]);
  await page.getByLabel(webCheck.paste).fill(stdout.replace('outport1.', 'outport1.x'));
  await page.getByRole('button', { name: webCheck.take }).click();
  await expect(page.getByRole('alert').filter({ hasText: 'result' })).toBeVisible();
  await expectAccessible(page, 'a result that was refused');
  await page.getByLabel(webCheck.paste).fill(stdout);
  await page.getByRole('button', { name: webCheck.take }).click();
  const rows = page.getByRole('table', { name: webCheck.table }).getByRole('row');
  await expect(rows).toHaveCount(5);
  await expect(rows.nth(1)).toContainText('465');
  await expect(page.getByText('Your web server sees the same: no port works')).toBeVisible();
  await expectAccessible(page, 'two vantages');
});

test('the file’s own page brings the result back to the tab that made it, and keeps it out of the address', async ({
  page,
  context,
}) => {
  await makeFile(page);
  const [port = 0] = await freePorts(1);
  server = spawn('php', ['-S', `127.0.0.1:${port}`, '-t', folder], { stdio: 'ignore' });
  const address = `http://127.0.0.1:${port}/outport-check.php`;
  expect(await untilAnswered(['127.0.0.1'], [port], () => server?.exitCode === null)).toBe(true);
  await page.getByLabel(webCheck.site).fill(`http://127.0.0.1:${port}`);
  const link = page.getByRole('link', { name: new RegExp(`^Open ${address}`) });
  const opening = context.waitForEvent('page');
  await link.click();
  const there = await opening;
  await there.getByRole('button').first().click();
  await there
    .getByRole('link', { name: /Outport/ })
    .first()
    .click();
  await expect(there.getByText('The result is left for the tab')).toBeVisible();
  expect(new URL(there.url()).hash).toBe('');
  await expect(page.getByRole('table', { name: webCheck.table })).toBeVisible();
});

test('a file that was changed is not believed', async ({ page }) => {
  const file = await makeFile(page);
  const other = join(folder, 'changed.php');
  writeFileSync(other, readFileSync(file, 'utf8').replaceAll(host, 'other-check.invalid'));
  const { stdout } = await php('php', [other]);
  await page.getByLabel(webCheck.paste).fill(stdout);
  await page.getByRole('button', { name: webCheck.take }).click();
  await expect(page.getByText('The result is about other servers or ports')).toBeVisible();
});
