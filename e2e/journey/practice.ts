import { expect, type Page } from '@playwright/test';

/** From the start page to the ports of the practice server; returns the number of presses it took. */
export async function reachPorts(page: Page): Promise<number> {
  await page.goto('/');
  await page.getByRole('link', { name: 'Start the setup' }).click();
  await page.getByRole('radio', { name: /Practice server/ }).check();
  await page.getByRole('button', { name: 'Continue with Practice server' }).click();
  await page.getByRole('button', { name: 'Fill in the practice login' }).click();
  await page.getByRole('button', { name: 'Continue to the ports' }).click();
  await expect(page.getByRole('button', { name: /^Continue with port/ })).toBeVisible();
  return 5;
}

/** On through the test message to its settings. */
export async function reachSettings(page: Page): Promise<number> {
  const presses = await reachPorts(page);
  await page.getByRole('button', { name: /^Continue with port/ }).click();
  await page.getByRole('button', { name: 'Send test email' }).click();
  await page.getByRole('button', { name: 'Continue to the settings' }).click();
  await expect(page.getByRole('heading', { name: 'Your settings work' })).toBeVisible();
  return presses + 3;
}
