/** Proof that a message came: what stands in the practice inbox, and where it is typed or pasted. */
import { expect, type BrowserContext, type Page } from '@playwright/test';
import { words } from './words';

const { arrival } = words;

export type ArrivedMail = { readonly code: string; readonly source: string };

/** Opens the newest message of the practice inbox in another tab and reads it as a person would. */
export async function readInbox(context: BrowserContext): Promise<ArrivedMail> {
  const page = await context.newPage();
  await page.goto('/practice/inbox');
  await page.getByRole('main').getByRole('listitem').getByRole('link').first().click();
  const shown = page.frameLocator('iframe').getByRole('heading', { level: 1 }).locator('~ p').first();
  const code = (await shown.textContent()) ?? '';
  const source = (await page.getByRole('region', { name: 'Source' }).textContent()) ?? '';
  await page.close();
  return { code, source };
}

/** Types a code and presses Enter. */
export async function typeCode(page: Page, code: string): Promise<void> {
  await page.getByLabel(arrival.code).fill(code);
  await page.getByLabel(arrival.code).press('Enter');
}

export async function arrived(page: Page): Promise<void> {
  await expect(page.getByText(arrival.matches)).toBeVisible();
  await expect(page.getByRole('heading', { level: 1, name: arrival.heading })).toBeVisible();
}

/** Opens the field if it is closed, and reads what is pasted into it. */
export async function pasteSource(page: Page, source: string): Promise<void> {
  const field = page.getByLabel(arrival.source);
  if (!(await field.isVisible())) await page.getByText(arrival.open).click();
  await field.fill(source);
  await page.getByRole('button', { name: arrival.read }).click();
}
