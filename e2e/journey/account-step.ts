/** Question 2, for a server of one's own. */
import { expect, type Page } from '@playwright/test';
import { words } from './words';

export type OwnServer = {
  readonly host: string;
  /** A port beside the usual four. */
  readonly port?: number;
  /** The kind of encryption on `port`, where it is not the usual one. */
  readonly security?: 'implicit-tls' | 'starttls';
  /** Without one: "This server needs no login". */
  readonly username?: string;
  /** Left for later when absent. */
  readonly password?: string;
  readonly sender: string;
};

const { account } = words;

export const passwordField = (page: Page) => page.getByLabel(account.password).and(page.locator('input'));

/** Answers every question of the account step, whatever stood there before. */
export async function fillAccount(page: Page, server: OwnServer): Promise<void> {
  await page.getByLabel(account.host).fill(server.host);
  await page.getByLabel(account.ports).fill(server.port === undefined ? '' : String(server.port));
  if (server.port !== undefined && server.security !== undefined)
    await page.getByLabel(account.encryptionOn(server.port)).selectOption(server.security);
  await page.getByRole('checkbox', { name: account.noLogin }).setChecked(server.username === undefined);
  if (server.username !== undefined) {
    await page.getByLabel(account.username).fill(server.username);
    await passwordField(page).fill(server.password ?? '');
  }
  await page.getByLabel(account.senderAddress).fill(server.sender);
}

export async function goToPorts(page: Page): Promise<void> {
  await page.getByRole('button', { name: account.go }).click();
  await expect(page.getByRole('list', { name: words.ports.list })).toBeVisible();
}
