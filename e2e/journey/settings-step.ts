/** The last step: what was proven, and the values to copy. */
import { expect, type Locator, type Page } from '@playwright/test';
import { words } from './words';

const { settings } = words;

export async function settingsWork(page: Page): Promise<void> {
  await expect(page.getByRole('heading', { level: 1, name: settings.works })).toBeVisible();
}

/** The proof no longer holds, and the page says so. */
export async function settingsNotTested(page: Page): Promise<void> {
  await expect(page).toHaveURL(/\/setup\/settings$/);
  await expect(page.getByRole('heading', { level: 1 })).not.toHaveText(settings.works);
  await expect(page.getByRole('main')).toContainText(settings.notTested);
  await expect(page.getByRole('main')).not.toContainText(settings.works);
}

export const snippet = (page: Page): Locator => page.getByRole('region', { name: settings.snippet });

/** One radio button for each program that the settings can be written for. */
export const formats = (page: Page): Locator => page.locator(`input[type="radio"][name="${settings.format}"]`);
