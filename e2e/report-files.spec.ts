import type { Page } from '@playwright/test';
import { expect, test } from './fixtures';
import { reachOwnPorts, reachOwnSettings } from './journey/own-server';
import { portsSettled } from './journey/ports-step';
import { downloadReport } from './journey/report-section';
import { words } from './journey/words';
import { startExim, whyNoExim, type Exim } from './lab/exim';
import { expectAccessible } from './watch/accessibility';
import { canary, canaryForms } from './watch/canary';

const skipped = whyNoExim();
const login = { username: 'shopkeeper@mail.test', password: canary };
const sender = 'orders@shop.test';
const forms = ['HTML', 'Markdown', 'JSON'] as const;
const { report } = words;

type Read = {
  readonly masked: boolean;
  readonly ports: readonly {
    readonly port: number;
    readonly word: string;
    readonly finding?: { readonly title: string };
  }[];
};

const readJson = (text: string) => JSON.parse(text) as Read;

/** Each file, opened as a browser would open it or read as text. */
async function takeAll(page: Page): Promise<Record<(typeof forms)[number], string>> {
  const texts: [string, string][] = [];
  for (const form of forms) texts.push([form, (await downloadReport(page, form)).text]);
  return Object.fromEntries(texts) as Record<(typeof forms)[number], string>;
}

test.describe('of a run that worked', () => {
  test.skip(skipped !== undefined, skipped ?? '');
  let exim: Exim;
  test.beforeEach(async ({ certificates: { good } }) => {
    exim = await startExim({ certificate: good.cert, key: good.key, users: [login] });
  });
  test.afterEach(() => exim.stop());
  const server = () => ({ host: 'localhost', ...login, sender, port: exim.port });

  test('three files tell it, name nobody until its owner wants it, and never hold the password', async ({
    page,
    context,
  }) => {
    await reachOwnSettings(page, server());
    const hidden = await takeAll(page);
    for (const form of forms) {
      expect(canaryForms(hidden[form]), form).toEqual([]);
      expect(hidden[form], form).not.toMatch(/shopkeeper|orders@/);
      expect(hidden[form].replaceAll('\\', ''), form).toContain('o***@shop.test');
      expect(hidden[form].replaceAll('\\', ''), form).toContain(String(exim.port));
    }
    expect(readJson(hidden.JSON)).toMatchObject({
      version: 1,
      masked: true,
      vantage: 'local',
      host: 'localhost',
      message: { status: 'accepted', port: exim.port, to: 'o***@shop.test' },
      settings: { username: 's***@mail.test', claim: 'works', port: exim.port },
    });
    expect(readJson(hidden.JSON).ports.find(({ port }) => port === exim.port)?.word).toBe('Works');
    await page.getByRole('checkbox', { name: report.showNames }).check();
    const shown = await takeAll(page);
    for (const form of forms) {
      expect(canaryForms(shown[form]), form).toEqual([]);
      expect(shown[form].replaceAll('\\', ''), form).toContain(sender);
    }
    const file = await context.newPage();
    await file.setContent(hidden.HTML);
    await expect(file.getByRole('heading', { level: 1 })).toContainText(
      `localhost: message accepted on port ${exim.port}`,
    );
    await file.setViewportSize({ width: 320, height: 640 });
    expect(await file.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(320);
    await expectAccessible(file, 'the file of a report');
    await file.close();
  });

  test('my runs lists what was made, survives a reload, compares two, and forgets', async ({ page }) => {
    await reachOwnSettings(page, server());
    await downloadReport(page, 'JSON');
    await page.getByRole('checkbox', { name: report.showNames }).check();
    await downloadReport(page, 'JSON');
    await page.getByRole('link', { name: report.mine }).click();
    await expect(page.getByRole('heading', { level: 1, name: report.mine })).toBeVisible();
    await page.reload();
    const items = page.getByRole('listitem').filter({ hasText: `message accepted on port ${exim.port}` });
    await expect(items).toHaveCount(2);
    await expect(page.getByRole('heading', { name: report.compare })).toBeVisible();
    await expect(page.getByRole('main')).toContainText(/0 of \d+ ports changed/);
    await expectAccessible(page, 'my runs');
    expect(readJson((await downloadReport(page, 'JSON')).text).masked).toBe(false);
    expect(canaryForms(await page.evaluate(() => JSON.stringify(Object.entries(localStorage))))).toEqual([]);
    await page.getByRole('button', { name: report.forget }).first().click();
    await page.getByRole('button', { name: report.forget }).first().click();
    await expect(page.getByRole('main')).toContainText('Nothing here yet');
  });
});

test('where no port works, the report says of each port why', async ({ page }) => {
  await reachOwnPorts(page, { host: '127.0.0.1', username: 'shopkeeper', password: canary, sender });
  await portsSettled(page);
  await expect(page.getByRole('heading', { name: report.heading })).toBeVisible();
  await expectAccessible(page, 'the ports with a report to make');
  const { name, text } = await downloadReport(page, 'JSON');
  expect(name).toMatch(/^outport-127\.0\.0\.1-\d{4}-\d\d-\d\d\.json$/);
  const made = readJson(text);
  expect(made.ports.map(({ finding }) => finding?.title ?? '')).not.toContain('');
  expect(text).not.toContain('shopkeeper');
});
