/** Question 3: the live list of ports. */
import { expect, type Locator, type Page } from '@playwright/test';
import { words } from './words';

const { ports } = words;

export const portList = (page: Page): Locator => page.getByRole('list', { name: ports.list });
export const portRows = (page: Page): Locator => portList(page).locator('> li');

/** The row of a port number. */
export function portRow(page: Page, number: number): Locator {
  return portRows(page).filter({ has: page.locator('summary b').filter({ hasText: ports.port(number) }) });
}

/** Waits until every row has its end. */
export async function portsSettled(page: Page): Promise<void> {
  await expect(portList(page)).toHaveAttribute('aria-busy', 'false', { timeout: 20_000 });
  await expect(page.getByRole('heading', { level: 1 })).not.toHaveText(ports.running);
}

export async function goWithPort(page: Page, number: number): Promise<void> {
  await page.getByRole('button', { name: ports.goWith(number), exact: true }).click();
  await expect(page.getByRole('heading', { level: 1, name: words.message.heading })).toBeVisible();
}

/** On to settings that nobody tested, where no port works. */
export async function goUntested(page: Page): Promise<void> {
  const press = page
    .getByRole('button', { name: ports.goUntested })
    .or(page.getByRole('link', { name: ports.goUntested }));
  await press.click();
}
