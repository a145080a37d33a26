import { expect, test } from './fixtures';
import { findProvider } from './journey/provider-step';
import { words } from './journey/words';
import { canary } from './watch/canary';

test('a provider is found by a former name, and Enter takes the first that fits', async ({ page }) => {
  await page.goto('/setup/provider');
  const search = page.getByLabel(words.provider.search);
  await search.fill('sendinblue');
  await expect(page.getByRole('radio')).toHaveCount(1);
  await search.press('Enter');
  await expect(page.getByRole('radio', { name: /^Brevo/ })).toBeChecked();
  await page.getByRole('button', { name: words.provider.goUnanswered }).click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Your Brevo account');
});

test('a name that nobody has leads to a server of one’s own', async ({ page }) => {
  await page.goto('/setup/provider');
  await page.getByLabel(words.provider.search).fill('nobody at all');
  await expect(page.getByRole('status').getByText('No provider of that name.')).toBeVisible();
  await page.getByRole('button', { name: 'Use another server by its host name' }).click();
  await expect(page.getByRole('heading', { level: 1, name: words.account.ownHeading })).toBeVisible();
});

test('all providers can be shown, and what was chosen stays in sight', async ({ page }) => {
  await page.goto('/setup/provider');
  await page.getByRole('button', { name: /^Show all \d+ providers$/ }).click();
  await page.getByRole('radio', { name: /^Fastmail/ }).check();
  await page.getByRole('button', { name: 'Show fewer' }).click();
  await expect(page.getByRole('radio', { name: /^Fastmail/ })).toBeChecked();
});

test('Amazon SES asks for its region, and tells a secret key from an SMTP password', async ({ page }) => {
  await findProvider(page, 'Amazon SES');
  await page.getByLabel('Which AWS region is your SES in?').selectOption('Europe (Frankfurt)');
  await page
    .getByLabel(/^SMTP password/)
    .and(page.locator('input'))
    .fill('x'.repeat(40));
  await expect(page.locator('#password-warning')).toContainText('secret');
  await page.getByLabel('SMTP user name').fill('shop@example.com');
  await expect(page.locator('#username-warning')).toBeVisible();
});

test('Postmark’s token is asked for once, and stands in no storage and no snippet', async ({ page }) => {
  await findProvider(page, 'Postmark');
  await expect(page.getByLabel(/user name/i)).toHaveCount(0);
  await page
    .getByLabel(/^Server API token/)
    .and(page.locator('input'))
    .fill(canary);
  await page.getByLabel(words.account.senderAddress).fill('shop@example.com');
  await page.getByRole('button', { name: words.account.go }).click();
  await page.getByRole('button', { name: words.ports.goUntested }).click({ timeout: 30_000 });
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(words.settings.notTested);
  await expect(page.getByRole('definition').getByText('The same as the password')).toBeVisible();
});

test('what a password cannot help against is said before one is asked for', async ({ page }) => {
  await findProvider(page, 'Outlook.com');
  const warning = page.getByText('2024');
  await expect(warning.first()).toBeVisible();
});
