import { expect, test } from '@playwright/test';
import { reachPorts, reachSettings } from './practice-journey';

test('from the start page to working settings in at most 8 presses, and the mail stands in the inbox', async ({
  page,
}) => {
  expect(await reachSettings(page)).toBeLessThanOrEqual(8);
  await page.goto('/practice/inbox');
  await expect(page.getByRole('listitem').filter({ hasText: 'Outport test' }).first()).toBeVisible();
});

test('a silent port does not hold the others back, and every port has its row', async ({ page }) => {
  await reachPorts(page);
  const rows = page.getByRole('list', { name: 'Ports' }).locator('> li');
  await expect(rows).toHaveCount(process.platform === 'win32' ? 3 : 4);
  await expect(rows.filter({ hasText: 'plays 465' })).toContainText('Recommended');
  await expect(rows.filter({ hasText: 'No answer' })).toHaveCount(process.platform === 'win32' ? 0 : 1, {
    timeout: 10_000,
  });
});

test('a wrong password is explained, and corrected with one field and one press', async ({ page, request }) => {
  await reachPorts(page);
  const practice = (await (await request.get('/practice/server')).json()) as { password: string };
  await page.getByRole('button', { name: 'Back' }).click();
  await page.getByLabel(/^Password/).fill('wrong');
  await page.getByRole('button', { name: 'Continue to the ports' }).click();
  await page.getByRole('button', { name: /^Continue with port/ }).click();
  await page.getByRole('button', { name: 'Send test email' }).click();
  await expect(page.getByRole('heading', { name: 'The server refused the login' })).toBeVisible();
  await page.getByLabel(/^Password/).fill(practice.password);
  await page.getByRole('button', { name: 'Try again' }).click();
  await expect(page.getByRole('heading', { name: 'The mail server accepted the message' })).toBeVisible();
});

test('a step opened too early leads to the first unanswered one and says why', async ({ page }) => {
  await page.goto('/setup/settings');
  await expect(page).toHaveURL(/\/setup\/provider$/);
  await expect(page.getByText('Choose who sends your email first.')).toBeVisible();
});

test('a reload keeps the answers but not the password', async ({ page }) => {
  await reachPorts(page);
  await page.goto('/setup/account');
  await expect(page.getByLabel('Sender address')).toHaveValue('shop@example.test');
  await expect(page.getByLabel(/^Password/)).toHaveValue('');
});
