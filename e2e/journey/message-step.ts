/** Question 4: one real message. */
import { expect, type Page } from '@playwright/test';
import { words } from './words';

const { message } = words;

export async function sendTestEmail(page: Page, to?: string): Promise<void> {
  if (to !== undefined) await page.getByLabel(message.recipient).fill(to);
  await page.getByRole('button', { name: message.send }).click();
}

export async function accepted(page: Page): Promise<void> {
  await expect(page.getByRole('heading', { name: message.accepted })).toBeVisible({ timeout: 15_000 });
}

export async function loginRefused(page: Page): Promise<void> {
  await expect(page.getByRole('heading', { name: message.refusedLogin })).toBeVisible({ timeout: 15_000 });
}

/** One field and one press. */
export async function correctPassword(page: Page, password: string): Promise<void> {
  await page.getByLabel(message.password).and(page.locator('input')).fill(password);
  await page.getByRole('button', { name: message.again }).click();
}

export async function goToSettings(page: Page): Promise<void> {
  await page.getByRole('button', { name: message.go }).click();
  await expect(page).toHaveURL(/\/setup\/settings$/);
}

export async function skipTest(page: Page): Promise<void> {
  await page
    .getByRole('link', { name: message.skip })
    .or(page.getByRole('button', { name: message.skip }))
    .click();
  await expect(page).toHaveURL(/\/setup\/settings$/);
}
