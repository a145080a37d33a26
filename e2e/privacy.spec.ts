import { readFile } from 'node:fs/promises';
import { expect, test } from './fixtures';
import { fillAccount, goToPorts, passwordField } from './journey/account-step';
import { reachOwnMessage, reachOwnSettings } from './journey/own-server';
import { portsSettled } from './journey/ports-step';
import { chooseAnotherServer } from './journey/provider-step';
import { forEachFormat, snippet } from './journey/settings-step';
import { words } from './journey/words';
import { startExim, whyNoExim, type Exim } from './lab/exim';
import { canary, canaryForms } from './watch/canary';

const skipped = whyNoExim();
const login = { username: 'shop@mail.test', password: canary };
const sender = 'orders@shop.test';
const nowhere = { host: 'localhost', ...login, sender };

test.describe('with Exim', () => {
  test.skip(skipped !== undefined, skipped ?? '');
  test.use({ permissions: ['clipboard-read', 'clipboard-write'] });
  let exim: Exim;
  test.beforeEach(async ({ certificates: { good } }) => {
    exim = await startExim({ certificate: good.cert, key: good.key, users: [login] });
  });
  test.afterEach(() => exim.stop());
  const server = () => ({ ...nowhere, port: exim.port });

  test('one request carries the password, and no snippet, copy or file does', async ({ page }) => {
    const carriers: string[] = [];
    page.on('request', (request) => {
      if (canaryForms(request.postData() ?? '').length > 0) carriers.push(`${request.method()} ${request.url()}`);
    });
    await reachOwnSettings(page, server());
    let given = 0;
    await forEachFormat(page, async (isExpressible) => {
      if (!isExpressible) return;
      given += 1;
      expect(canaryForms(await snippet(page).innerText())).toEqual([]);
      const [download] = await Promise.all([
        page.waitForEvent('download'),
        page.getByRole('button', { name: words.settings.download }).click(),
      ]);
      expect(canaryForms(await readFile(await download.path(), 'utf8'))).toEqual([]);
      await page.getByRole('button', { name: words.settings.copySnippet }).click();
      await expect(page.getByText(words.settings.copied).first()).toBeVisible();
      const copied = await page.evaluate(() => navigator.clipboard.readText());
      expect(copied).toContain('localhost');
      expect(canaryForms(copied)).toEqual([]);
    });
    expect(given).toBeGreaterThan(20);
    expect(carriers).toEqual([new URL('/api/test-message', page.url()).href.replace(/^/, 'POST ')]);
  });

  test.describe('switched on', () => {
    test.use({ passwordMayBeShown: true });
    test('the password stands in the snippet only while its owner switches it on', async ({ page }) => {
      await reachOwnSettings(page, server());
      await expect(page.getByRole('checkbox', { name: words.settings.include })).not.toBeChecked();
      await page.getByRole('checkbox', { name: words.settings.include }).check();
      expect(canaryForms(await snippet(page).innerText())).not.toEqual([]);
      await page.getByRole('checkbox', { name: words.settings.include }).uncheck();
      expect(canaryForms(await page.content())).toEqual([]);
      await page.getByRole('checkbox', { name: words.settings.include }).check();
      await page.goBack();
      await page.goForward();
      await expect(page.getByRole('checkbox', { name: words.settings.include })).not.toBeChecked();
      expect(canaryForms(await page.content())).toEqual([]);
    });
  });

  test('a password typed at the test step is kept no more than one of the account step', async ({ page }) => {
    await reachOwnMessage(page, { ...server(), password: '' });
    await page.getByLabel(words.message.password).and(page.locator('input')).fill(canary);
    await page.getByRole('button', { name: words.message.send }).click();
    await expect(page.getByRole('heading', { name: words.message.accepted })).toBeVisible();
    await page.reload();
    await page.goto('/setup/account');
    await expect(passwordField(page)).toHaveValue('');
  });
});

test('the HTML of a page never holds the password, not even as an attribute of its field', async ({ page }) => {
  await chooseAnotherServer(page);
  await fillAccount(page, nowhere);
  expect(canaryForms(await page.content())).toEqual([]);
  await goToPorts(page);
  await portsSettled(page);
  await page.goBack();
  await expect(passwordField(page)).toHaveValue(canary);
  expect(canaryForms(await page.content())).toEqual([]);
});

test('a password pasted as part of an address is dropped', async ({ page }) => {
  await chooseAnotherServer(page);
  await page.getByLabel(words.account.host).fill(`smtp://shop:${encodeURIComponent(canary)}@localhost:2526`);
  await page.getByLabel(words.account.senderAddress).focus();
  await expect(page.getByLabel(words.account.host)).toHaveValue('localhost');
  await expect(page.getByLabel(words.account.username)).toHaveValue('shop');
  await expect(passwordField(page)).toHaveValue('');
});

test('a reload keeps the answers but not the password', async ({ page }) => {
  await chooseAnotherServer(page);
  await fillAccount(page, nowhere);
  await goToPorts(page);
  await page.goto('/setup/account');
  await expect(page.getByLabel(words.account.senderAddress)).toHaveValue(sender);
  await expect(passwordField(page)).toHaveValue('');
});

test('a password in the wrong place of a request is never said back', async ({ request, outport }) => {
  const message = {
    endpoint: { host: 'localhost', port: 1, security: 'starttls' },
    ...login,
    from: { name: '', address: sender },
    to: sender,
  };
  const wrong: readonly unknown[] = [
    { ...message, [canary]: 1 },
    { ...message, endpoint: { ...message.endpoint, host: canary } },
    { ...message, endpoint: { ...message.endpoint, security: canary } },
    { ...message, endpoint: { ...message.endpoint, security: 'cleartext' } },
    { ...message, from: { name: '', address: canary } },
    { ...message, to: canary },
    { ...message, username: undefined },
    { ...message, password: `${canary}\n${canary}` },
    { ...message, password: canary.repeat(50) },
    { endpoints: [{ ...message.endpoint, password: canary }] },
    [canary],
    canary,
  ];
  for (const path of ['/api/probe', '/api/test-message', '/api/discover']) {
    for (const data of wrong) {
      const response = await request.post(path, {
        data: JSON.stringify(data),
        headers: { 'Content-Type': 'application/json' },
      });
      expect(response.status(), JSON.stringify(data)).toBe(400);
      expect(canaryForms(`${await response.text()}${JSON.stringify(response.headers())}`)).toEqual([]);
    }
    const broken = await request.post(path, {
      data: `{"password": "${canary}`,
      headers: { 'Content-Type': 'application/json' },
    });
    expect(broken.status()).toBe(400);
    expect(canaryForms(await broken.text())).toEqual([]);
    const asked = await request.get(`${path}?password=${encodeURIComponent(canary)}`);
    expect(asked.status()).toBe(405);
    expect(canaryForms(await asked.text())).toEqual([]);
  }
  expect(canaryForms(outport.output())).toEqual([]);
});
