import type { Page } from '@playwright/test';
import { expect, port, test } from './fixtures';
import { fillAccount, goToPorts } from './journey/account-step';
import { goUntested, portsSettled } from './journey/ports-step';
import { words } from './journey/words';
import { sampleReport } from './lab/sample-report';
import { rawRequest } from './raw-http';
import { expectAccessible } from './watch/accessibility';
import { canary, canaryForms } from './watch/canary';

const { report } = words;
const origin = `http://127.0.0.1:${port}`;

// Outport as it serves strangers.
test.use({ mode: 'hosted', environment: { OUTPORT_DATA: '.outport/e2e-hosted' } });

const server = { host: '127.0.0.1', username: 'shopkeeper', password: canary, sender: 'orders@shop.test' };

/** No port of a private address is tried for strangers; the settings are there all the same. */
async function reachUntestedSettings(page: Page): Promise<void> {
  await page.goto('/setup/provider');
  await page.getByRole('radio', { name: words.provider.own }).check();
  await page.getByRole('button', { name: words.provider.go('Another server'), exact: true }).click();
  await fillAccount(page, server);
  await goToPorts(page);
  await portsSettled(page);
  await goUntested(page);
  await expect(page).toHaveURL(/\/setup\/settings$/); // the ports step offers a report, too
  await expect(page.getByRole('heading', { name: report.heading })).toBeVisible();
}

async function makeReport(page: Page): Promise<{ readonly url: string; readonly token: string }> {
  await page.getByRole('button', { name: report.makeLink }).click();
  const link = page.getByRole('link', { name: `${origin}/r/` });
  await expect(link).toBeVisible({ timeout: 20_000 });
  const token = await page.getByText('delete token').first().locator('code').innerText();
  return { url: (await link.getAttribute('href')) ?? '', token };
}

test('a report is read at its address by whoever has it, found by nobody, and deleted by its maker', async ({
  page,
  browser,
  request,
}) => {
  await reachUntestedSettings(page);
  const { url, token } = await makeReport(page);
  await expectAccessible(page, 'the settings with the link of a report');
  expect(new URL(url).pathname).toMatch(/^\/r\/[\w-]{22}$/);
  const answer = await request.get(url);
  expect(answer.headers()).toMatchObject({
    'cache-control': 'no-store',
    'x-robots-tag': 'noindex, nofollow, noarchive',
    'referrer-policy': 'no-referrer',
    'x-frame-options': 'DENY',
  });
  const html = await answer.text();
  expect(Buffer.byteLength(html)).toBeLessThan(30_000);
  expect(html).toContain('<meta name="robots" content="noindex">');
  expect(html).not.toContain('<script');
  expect(canaryForms(html)).toEqual([]);
  expect(html).not.toMatch(/shopkeeper|orders@/);
  expect(html).not.toContain(token);

  // Somebody else, in both colour schemes and on a narrow screen.
  for (const colorScheme of ['light', 'dark'] as const) {
    const context = await browser.newContext({ colorScheme, viewport: { width: 320, height: 640 } });
    const reader = await context.newPage();
    await reader.goto(url);
    await expect(reader.getByRole('heading', { level: 1 })).toContainText('127.0.0.1');
    await reader.getByText('Delete this report').click();
    await expectAccessible(reader, `the report, ${colorScheme}`);
    await reader.getByLabel(/^The delete token/).fill(token.slice(1) + token.slice(0, 1));
    await reader.getByRole('button', { name: 'Delete it' }).click();
    await expect(reader.getByRole('heading', { level: 1 })).toHaveText('Nothing was deleted');
    await context.close();
  }
  const json = (await (await request.get(`${url}?as=json`)).json()) as { readonly settings: unknown };
  expect(json.settings).toMatchObject({ username: 's***', from: 'o***@shop.test', claim: 'not-tested' });
  expect(await (await request.get(`${url}?as=markdown`)).text()).toContain('# Outport report');

  await page.getByRole('button', { name: 'Delete it now' }).click();
  await expect(page.getByText('The report is deleted.')).toBeVisible();
  expect((await request.get(url)).status()).toBe(404);
});

test('my runs opens and compares what Outport keeps, without its delete token', async ({ page }) => {
  await reachUntestedSettings(page);
  const first = await makeReport(page);
  await page.getByRole('link', { name: report.mine }).click();
  await page.goBack();
  const second = await makeReport(page);
  await page.goto('/runs');
  await expect(page.getByRole('link', { name: /^Open/ })).toHaveCount(2);
  await expect(page.getByRole('main')).toContainText(/ports changed|No port was tried/);
  const stored = await page.evaluate(() => JSON.stringify(Object.entries(localStorage)));
  for (const { token } of [first, second]) expect(stored).not.toContain(token);
  await page.getByRole('link', { name: /^Open/ }).first().click();
  await expect(page.getByText('Delete this report')).toBeVisible();
});

test('the page of a report can be used to delete it, and what is not there says so', async ({ page, request }) => {
  await reachUntestedSettings(page);
  const { url, token } = await makeReport(page);
  await page.goto(url);
  await page.getByText('Delete this report').click();
  await page.getByLabel(/^The delete token/).fill(token);
  await page.getByRole('button', { name: 'Delete it' }).click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('The report is deleted');
  for (const path of [url, '/r/AAAAAAAAAAAAAAAAAAAAAA', '/r/x', '/r/%00'])
    expect((await request.get(path)).status(), path).toBeGreaterThanOrEqual(400);
});

test('the route takes reports only: from its own pages, in their form, in bounds, and not too many', async () => {
  const Host = `127.0.0.1:${port}`;
  const json = { 'Content-Type': 'application/json', 'X-Forwarded-For': '192.0.2.9' };
  const send = (body: string, more: Readonly<Record<string, string>> = {}) =>
    rawRequest(port, '/api/reports', { ...json, Host, ...more }, body);
  expect((await send(sampleReport, { Host: 'rebound.test' })).status).toBe(403);
  expect((await send(sampleReport, { Origin: 'http://other.test' })).status).toBe(403);
  expect((await send(sampleReport, { 'Content-Type': 'text/plain' })).status).toBe(415);
  expect((await send(JSON.stringify({ ...JSON.parse(sampleReport), password: 'x' }))).status).toBe(400);
  expect((await send(JSON.stringify({ ...JSON.parse(sampleReport), provider: 'a\nb' }))).status).toBe(400);
  expect((await send(`${sampleReport}${' '.repeat(262_144)}`)).status).toBe(413);
  const answers = [];
  for (let time = 0; time < 21; time += 1) answers.push((await send(sampleReport)).status);
  expect(answers).toEqual([...Array<number>(20).fill(201), 429]);
});
