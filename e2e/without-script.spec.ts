import type { Page } from '@playwright/test';
import { expect, test } from './fixtures';
import { chooseAnotherServer } from './journey/provider-step';
import { passwordField } from './journey/account-step';
import { canary } from './watch/canary';

const paths = [
  '/',
  ...['provider', 'account', 'ports', 'test', 'settings'].map((step) => `/setup/${step}`),
  '/ports',
  '/practice/inbox',
];

/** Nothing that a browser does on its own with a form can put a password into an address. */
async function expectHarmlessForms(page: Page): Promise<void> {
  for (const form of await page.locator('form').all()) await expect(form).toHaveAttribute('method', /^post$/i);
  for (const input of await page.locator('input[type="password"]').all()) {
    await expect(input).not.toHaveAttribute('name');
    await expect(input).toBeDisabled();
  }
  // Whoever types all the same, into whatever takes it, and presses Enter: the watch looks at what is then asked for.
  for (const input of await page.locator('input[type="password"]:enabled').all()) {
    await input.fill(canary);
    await input.press('Enter');
  }
}

test.describe('with scripts switched off', () => {
  test.use({ javaScriptEnabled: false });
  for (const path of paths)
    test(`the forms of ${path} cannot carry a password`, async ({ page }) => {
      await page.goto(path);
      await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
      await expectHarmlessForms(page);
    });
});

test.describe('with scripts that never arrive', () => {
  test.use({ tolerated: [/net::ERR_FAILED/] });
  test('no form of any page can carry a password', async ({ page }) => {
    await page.route('**/*.js', (route) => route.abort());
    for (const path of paths) {
      await page.goto(path);
      await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
      await expectHarmlessForms(page);
    }
  });
});

test('once the scripts run, the password field has no name and its form is posted', async ({ page }) => {
  await chooseAnotherServer(page);
  await expect(passwordField(page)).toBeEnabled();
  await expect(passwordField(page)).not.toHaveAttribute('name');
  await expect(page.locator('form').filter({ has: passwordField(page) })).toHaveAttribute('method', /^post$/i);
});
