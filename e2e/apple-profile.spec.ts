/** Apple's profile is offered where the server that receives is known. The draft is laid down, so nothing is dialled. */
import { readFile } from 'node:fs/promises';
import type { Page } from '@playwright/test';
import { expect, test } from './fixtures';
import { programNames, chooseProgram, snippet } from './journey/settings-step';
import { words } from './journey/words';

const profile = 'Apple Mail (profile)';

async function openSettings(page: Page, host: string): Promise<void> {
  const account = { variant: '', host, ports: [], login: true, username: 'shop@mail.test', from: sender };
  const draft = { provider: 'other', account, chosen: { port: 465, security: 'implicit-tls' }, connects: false };
  await page.addInitScript((stored) => sessionStorage.setItem('outport.draft', stored), JSON.stringify(draft));
  await page.goto('/setup/settings');
}
const sender = { name: 'Shop', address: 'orders@mail.test' };

test('a mailbox of Gmail gets a profile for both servers, which asks for the password', async ({ page }) => {
  await openSettings(page, 'smtp.gmail.com');
  await chooseProgram(page, 'Mail apps', profile);
  await expect(snippet(page)).toContainText('imap.gmail.com');
  await expect(page.getByRole('main')).toContainText('Settings > General > VPN & Device Management');
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('button', { name: words.settings.download }).click(),
  ]);
  expect(download.suggestedFilename()).toBe('mail-account.mobileconfig');
  const text = await readFile(await download.path(), 'utf8');
  expect(text).toContain('<string>smtp.gmail.com</string>');
  expect(text).not.toMatch(/<key>(Incoming|Outgoing)Password<|YOUR_PASSWORD/);
});

test('a server that only sends gets the typed-in way alone', async ({ page }) => {
  await openSettings(page, 'smtp.sendgrid.net');
  await chooseProgram(page, 'Mail apps', 'Apple Mail');
  await expect(snippet(page)).toContainText('smtp.sendgrid.net');
  expect(await programNames(page)).not.toContain(profile);
});
