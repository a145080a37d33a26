/** The last step: what was proven, and the values to copy. */
import { expect, type Locator, type Page } from '@playwright/test';
import { words } from './words';

const { settings } = words;

export const snippet = (page: Page): Locator => page.getByRole('region', { name: settings.snippet });

export async function settingsWork(page: Page): Promise<void> {
  await expect(page.getByRole('heading', { level: 1, name: settings.works })).toBeVisible();
}

/** Nothing of these values was tried, and the page says so. */
export async function settingsNotTested(page: Page): Promise<void> {
  await expect(snippet(page)).toBeVisible(); // before that the page does not know its draft yet
  await expect(page.getByRole('heading', { level: 1 })).toContainText(settings.notTested);
  await expect(page.getByRole('main')).not.toContainText(settings.works);
}

/** The port was tried with these values, a message was not. */
export async function settingsConnect(page: Page): Promise<void> {
  await expect(snippet(page)).toBeVisible(); // before that the page does not know its draft yet
  await expect(page.getByRole('heading', { level: 1 })).toContainText(settings.connect);
  await expect(page.getByRole('main')).not.toContainText(settings.works);
}

/** One radio button for each program that the settings can be written for. */
export const formats = (page: Page): Locator => page.locator(`input[type="radio"][name="${settings.format}"]`);
