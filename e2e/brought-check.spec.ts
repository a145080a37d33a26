import { execFile } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { expect, test } from './fixtures';
import { portsSettled } from './journey/ports-step';
import { openCheck, uploadFile } from './journey/web-check';
import { words } from './journey/words';
import { hasPhp } from './lab/has-php';
import { expectAccessible } from './watch/accessibility';

// Outport as it serves strangers: a web server can reach it, so the check file posts its result.
test.use({ mode: 'hosted', environment: { OUTPORT_DATA: '.outport/e2e-brought' } });
test.skip(!hasPhp, 'PHP is not installed');

// There is no such name (RFC 6761 §6.4), and the web server is told so.
const account = { host: 'web-check.invalid', sender: 'shop@example.test' };
const run = promisify(execFile);
const { webCheck } = words;

let folder: string;
test.beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'outport-brought-'));
});
test.afterEach(() => rmSync(folder, { recursive: true }));

test('a result that the web server posts appears by itself, outlives a reload, and gives way to a newer one', async ({
  page,
}) => {
  await openCheck(page, account);
  const file = await uploadFile(page, folder);
  const table = page.getByRole('table', { name: webCheck.table });
  await expect(table).toHaveCount(0);
  const { stdout } = await run('php', [file]);
  expect(stdout).toContain('Outport has the result now');
  await expect(table).toBeVisible();
  await expect(table.getByRole('row')).toHaveCount(5);
  await expectAccessible(page, 'a result that was posted');
  const when = page.getByText(/^Tried from your web server on/);
  const [first] = [await when.innerText()];

  await page.reload();
  await portsSettled(page);
  await expect(table).toBeVisible();
  await expect(when).toHaveText(first);
  // The same result once more is nothing to complain of.
  await expect(page.getByRole('alert').filter({ hasText: 'result' })).toHaveCount(0);

  // Behind another clock the second run is told from the first, whose moment is shown to the second.
  const later = join(folder, 'later.php');
  writeFileSync(later, readFileSync(file, 'utf8').replace('microtime(true)', '(microtime(true) + 90)'));
  await run('php', [later]);
  await expect(when).not.toHaveText(first);
  await expect(table).toBeVisible();
});

test('a result that was changed on the way is refused, and says so', async ({ page }) => {
  await openCheck(page, account);
  const file = await uploadFile(page, folder);
  const changed = join(folder, 'changed.php');
  writeFileSync(changed, readFileSync(file, 'utf8').replace("'sha256', $signed", "'sha256', $signed . 'x'"));
  await run('php', [changed]);
  await expect(page.getByRole('alert').filter({ hasText: 'The signature does not fit' })).toBeVisible();
  await expect(page.getByRole('table', { name: webCheck.table })).toHaveCount(0);
});

test('the report says what was seen from the web server', async ({ page }) => {
  await openCheck(page, account);
  await run('php', [await uploadFile(page, folder)]);
  await expect(page.getByRole('table', { name: webCheck.table })).toBeVisible();
  await page.getByRole('button', { name: words.report.makeLink }).click();
  const link = page.getByRole('link', { name: /\/r\// });
  const url = (await link.getAttribute('href', { timeout: 20_000 })) ?? '';
  await page.goto(url);
  await expect(page.getByRole('heading', { name: 'From the web server' })).toBeVisible();
  await expect(page.getByText(/^Tried from the web server on/)).toBeVisible();
});
