import type { Page } from '@playwright/test';
import { expect, test } from './fixtures';
import { words } from './journey/words';
import { expectAccessible } from './watch/accessibility';

/** Types an address into the first question and has its server looked for. */
async function lookFor(page: Page, address: string): Promise<void> {
  await page.goto('/setup/provider');
  await page.getByLabel(words.provider.search).fill(address);
  await expect(page.getByRole('button', { name: words.provider.discover })).toBeVisible();
  await page.getByLabel(words.provider.search).press('Enter');
}

test('an address leads to its provider, whose questions are answered already; its local part leaves nobody’s computer', async ({
  page,
}) => {
  const sent: string[] = [];
  page.on('request', (request) => sent.push(`${request.url()} ${request.postData() ?? ''}`));
  await lookFor(page, 'Ann Cantrell <ann.cantrell@gmail.com>');
  await page.getByRole('button', { name: /^Use Google/ }).click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Your Google account');
  await expect(page.getByLabel('Google address')).toHaveValue('ann.cantrell@gmail.com');
  await expect(page.getByLabel(words.account.senderAddress)).toHaveValue('ann.cantrell@gmail.com');
  expect(sent.some((request) => request.includes('/api/discover'))).toBe(true);
  expect(sent.filter((request) => request.includes('cantrell'))).toEqual([]);
});

test('a domain that is written down brings its server, and the way it was found', async ({ page }) => {
  await lookFor(page, 'ann@gmx.de');
  await expect(page.getByText('Written down for gmx.de.')).toBeVisible();
  await page.getByRole('button', { name: 'Use mail.gmx.net' }).click();
  await expect(page.getByLabel(words.account.host)).toHaveValue('mail.gmx.net');
  await expect(page.getByLabel(words.account.username)).toHaveValue('ann@gmx.de');
});

test('a slip in a well-known domain is offered, and one press corrects it and looks again', async ({ page }) => {
  await lookFor(page, 'ann@gmial.com');
  await page.getByRole('button', { name: 'Use gmail.com' }).click();
  await expect(page.getByLabel(words.provider.search)).toHaveValue('ann@gmail.com');
  await expect(page.getByRole('button', { name: /^Use Google/ })).toBeVisible();
});

test('half an address, and one that cannot send, are told so, and nothing typed is lost', async ({ page }) => {
  await lookFor(page, 'ann@');
  await expect(page.getByText('Write the part after the @ as well, like ann@example.com.')).toBeVisible();
  await lookFor(page, 'ann@mailinator.com');
  await expect(page.getByText(/thrown away/)).toBeVisible();
  await expect(page.getByLabel(words.provider.search)).toHaveValue('ann@mailinator.com');
});

test('where nothing is found the server’s name can be typed, and the address comes along', async ({ page }) => {
  await lookFor(page, 'ann@nobody.invalid');
  await expect(page.getByRole('status').getByText('Nothing was found.')).toBeVisible();
  await page.getByRole('button', { name: 'Type the server’s name' }).click();
  await expect(page.getByRole('heading', { level: 1, name: words.account.ownHeading })).toBeVisible();
  await expect(page.getByLabel(words.account.senderAddress)).toHaveValue('ann@nobody.invalid');
});

for (const colorScheme of ['light', 'dark'] as const) {
  test.describe(`${colorScheme}, 320 px`, () => {
    test.use({ colorScheme, viewport: { width: 320, height: 700 } });
    test('axe finds nothing where a server was found and where none was', async ({ page }) => {
      await lookFor(page, 'ann@gmx.de');
      await page.getByText('How Outport looked').click();
      await expectAccessible(page, 'a server that was found');
      await lookFor(page, 'ann@gmial.com');
      await expect(page.getByRole('button', { name: 'Use gmail.com' })).toBeVisible();
      await expectAccessible(page, 'a slip that is offered');
    });
  });
}
