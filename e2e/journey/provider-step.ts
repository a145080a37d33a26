/** Question 1: who sends your email? */
import { expect, type Page } from '@playwright/test';
import { words } from './words';

/** Opens the wizard and goes on with a choice; `name` is what stands on its tile. */
export async function chooseProvider(page: Page, tile: RegExp, name: string): Promise<void> {
  await page.goto('/setup/provider');
  await page.getByRole('radio', { name: tile }).check();
  await page.getByRole('button', { name: words.provider.go(name), exact: true }).click();
}

/** On to the account step of a server that Outport knows nothing about. */
export async function chooseAnotherServer(page: Page): Promise<void> {
  await chooseProvider(page, words.provider.own, 'Another server');
  await expect(page.getByRole('heading', { level: 1, name: words.account.ownHeading })).toBeVisible();
}

/** Types a provider's name, takes the first that fits, and goes on to its account step. */
export async function findProvider(page: Page, name: string): Promise<void> {
  await page.goto('/setup/provider');
  const search = page.getByLabel(words.provider.search);
  await search.fill(name);
  await search.press('Enter');
  await page.getByRole('button', { name: words.provider.goUnanswered }).click();
  await expect(page.getByRole('heading', { level: 1, name: /^Your .* (account|server)$/ })).toBeVisible();
}
