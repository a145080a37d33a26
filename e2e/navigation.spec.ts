import type { Page } from '@playwright/test';
import { expect, test } from './fixtures';
import { fillAccount, goToPorts, passwordField } from './journey/account-step';
import { accepted } from './journey/message-step';
import { portRows } from './journey/ports-step';
import { practicePassword, reachPorts, reachSettings } from './journey/practice';
import { chooseAnotherServer } from './journey/provider-step';
import { settingsWork } from './journey/settings-step';
import { words } from './journey/words';

const early = {
  provider: /Choose who sends your email first/,
  account: /Fill in your account first/,
  ports: /Test the ports and choose one first/,
};

const at = (step: string) => new RegExp(`/setup/${step}$`);
const settled = { host: '127.0.0.1', username: 'shop', sender: 'other@example.test' };

async function expectLedTo(page: Page, asked: string, step: keyof typeof early): Promise<void> {
  await page.goto(`/setup/${asked}`);
  await expect(page).toHaveURL(at(step));
  await expect(page.getByText(early[step])).toBeVisible();
}

test('a step opened too early leads to the first unanswered one and says why', async ({ page }) => {
  for (const asked of ['account', 'ports', 'test', 'settings']) await expectLedTo(page, asked, 'provider');
  await chooseAnotherServer(page);
  for (const asked of ['ports', 'test', 'settings']) await expectLedTo(page, asked, 'account');
  await fillAccount(page, settled);
  await goToPorts(page);
  await expect(page.getByText(early.account)).toHaveCount(0);
  for (const asked of ['test', 'settings']) await expectLedTo(page, asked, 'ports');
});

test.describe('an address that is no step', () => {
  test.use({ tolerated: [/404/] });
  test('is not found', async ({ page }) => {
    for (const path of ['/setup/nowhere', '/setup']) expect((await page.goto(path))?.status()).toBe(404);
  });
});

test('Back shows every step as it was left, and Forward comes home to the proof', async ({ page, request }) => {
  await reachSettings(page);
  await page.goBack();
  await expect(page).toHaveURL(at('test'));
  await accepted(page);
  await page.goBack();
  await expect(page).toHaveURL(at('ports'));
  // What was found is still there; nothing has to be tried again.
  await expect(page.getByRole('button', { name: words.ports.go })).toBeVisible();
  await expect(portRows(page).filter({ hasText: words.ports.works })).not.toHaveCount(0);
  await page.goBack();
  await expect(page).toHaveURL(at('account'));
  await expect(page.getByLabel(words.account.senderAddress)).toHaveValue('shop@example.test');
  await expect(passwordField(page)).toHaveValue(await practicePassword(request));
  await page.goBack();
  await expect(page).toHaveURL(at('provider'));
  await expect(page.getByRole('radio', { name: words.provider.practice })).toBeChecked();
  for (const step of ['account', 'ports', 'test', 'settings']) {
    await page.goForward();
    await expect(page).toHaveURL(at(step));
  }
  await settingsWork(page);
});

test('every step survives a reload', async ({ page }) => {
  await reachSettings(page);
  await page.reload();
  await settingsWork(page);
  const shown = {
    test: page.getByRole('heading', { name: words.message.accepted }),
    ports: page.getByRole('button', { name: words.ports.go }),
    account: page.getByLabel(words.account.senderAddress),
    provider: page.getByRole('radio', { name: words.provider.practice, checked: true }),
  };
  for (const [step, locator] of Object.entries(shown)) {
    await page.goto(`/setup/${step}`);
    await page.reload();
    await expect(page).toHaveURL(at(step));
    await expect(locator).toBeVisible();
  }
});

test('two tabs hold two drafts', async ({ page, context }) => {
  await reachPorts(page);
  const other = await context.newPage();
  await other.goto('/setup/account');
  await expect(other).toHaveURL(at('provider'));
  await chooseAnotherServer(other);
  await fillAccount(other, settled);
  await goToPorts(other);
  for (const [tab, sender] of [
    [page, 'shop@example.test'],
    [other, settled.sender],
  ] as const) {
    await tab.reload();
    await expect(tab).toHaveURL(at('ports'));
    await tab.goto('/setup/account');
    await expect(tab.getByLabel(words.account.senderAddress)).toHaveValue(sender);
  }
});

test('"Set up another" starts clean', async ({ page }) => {
  await reachSettings(page);
  await page.getByRole('button', { name: words.settings.another }).click();
  await expect(page).toHaveURL(at('provider'));
  await expect(page.getByRole('radio').first()).toBeVisible();
  await expect(page.getByRole('radio', { checked: true })).toHaveCount(0);
  await expectLedTo(page, 'settings', 'provider');
  await chooseAnotherServer(page);
  await expect(page.getByLabel(words.account.host)).toHaveValue('');
  await expect(page.getByLabel(words.account.username)).toHaveValue('');
  await expect(page.getByLabel(words.account.senderAddress)).toHaveValue('');
  await expect(passwordField(page)).toHaveValue('');
});
