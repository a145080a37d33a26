/** The journey with the practice server: nothing is typed. */
import { expect, type APIRequestContext, type Page } from '@playwright/test';
import { accepted, goToSettings, sendTestEmail } from './message-step';
import { settingsWork } from './settings-step';
import { words } from './words';

/** From the start page to the ports of the practice server; returns the number of presses it took. */
export async function reachPorts(page: Page): Promise<number> {
  await page.goto('/');
  await page.getByRole('link', { name: words.start, exact: true }).click();
  await page.getByRole('radio', { name: words.provider.practice }).check();
  await page.getByRole('button', { name: words.provider.go('Practice server') }).click();
  await page.getByRole('button', { name: words.account.fillPractice }).click();
  await page.getByRole('button', { name: words.account.go }).click();
  await expect(page.getByRole('button', { name: words.ports.go })).toBeVisible();
  return 5;
}

/** On to the question for a recipient. */
export async function reachMessage(page: Page): Promise<number> {
  const presses = await reachPorts(page);
  await page.getByRole('button', { name: words.ports.go }).click();
  await expect(page.getByRole('heading', { level: 1, name: words.message.heading })).toBeVisible();
  return presses + 1;
}

/** On through the test message to its settings. */
export async function reachSettings(page: Page): Promise<number> {
  const presses = await reachMessage(page);
  await sendTestEmail(page);
  await accepted(page);
  await goToSettings(page);
  await settingsWork(page);
  return presses + 2;
}

/** The practice server's own password. */
export async function practicePassword(request: APIRequestContext): Promise<string> {
  const { password } = (await (await request.get('/practice/server')).json()) as { password: string };
  return password;
}
