import type { Page } from '@playwright/test';
import { expect, test } from './fixtures';
import { reachSettings } from './journey/practice';
import { snippet } from './journey/settings-step';
import { words } from './journey/words';
import { expectAccessible } from './watch/accessibility';

const { settings } = words;

/** Switches the self test on → the name and the key of the run it made. */
async function switchOn(page: Page): Promise<{ readonly run: string; readonly key: string }> {
  await page.getByRole('radio', { name: settings.mustUsePlugin }).check();
  await page.getByRole('checkbox', { name: settings.selfTest }).check();
  await expect(snippet(page)).toContainText('final class Outport_Self_Test');
  const text = (await snippet(page).textContent()) ?? '';
  const constant = (name: string) => new RegExp(`const ${name} = '([0-9a-f]{32})'`).exec(text)?.[1] ?? '';
  return { run: constant('ID'), key: constant('KEY') };
}

/** What a site says whose login was refused; e2e/wordpress has real ones. */
const refusedLogin = {
  outport: 'self-test',
  version: 1,
  sent: false,
  error: 'SMTP Error: Could not authenticate.',
  used: { mailer: 'smtp', host: 'smtp.example.com', port: 587, secure: 'tls', auth: true, from: 'shop@example.com' },
  changed: ['port'],
  others: ['another-mailer'],
  os: 'Linux',
  php: '8.2.36',
  wordpress: '6.1.9',
  errno: 0,
  name: 'not-asked',
  openssl: [],
  inTls: false,
  certificate: null,
  patience: 15,
  lines: [
    [1, 'server', true, '220 smtp.example.com ESMTP'],
    [2, 'client', true, 'AUTH LOGIN'],
    [3, 'server', true, '334 [hidden]'],
    [4, 'client', true, '[hidden]'],
    [5, 'server', true, '535 5.7.8 Authentication failed'],
  ],
};

const made = (run: string) => JSON.stringify({ ...refusedLogin, run, at: Math.floor(Date.now() / 1000) });

async function explain(page: Page, text: string): Promise<void> {
  await page.getByLabel(settings.paste).fill(text);
  await page.getByRole('button', { name: settings.explain }).click();
}

test('the self test is off until it is switched on, and has a new key each time', async ({ page }) => {
  await reachSettings(page);
  await page.getByRole('radio', { name: settings.mustUsePlugin }).check();
  await expect(snippet(page)).toContainText('phpmailer_init');
  await expect(snippet(page)).not.toContainText('Outport_Self_Test');
  const first = await switchOn(page);
  expect(first.key).toMatch(/^[0-9a-f]{32}$/);
  await expect(page.getByText(`/?outport-self-test=${first.key}`, { exact: true })).toBeVisible();
  await page.getByRole('checkbox', { name: settings.selfTest }).uncheck();
  await expect(snippet(page)).not.toContainText('Outport_Self_Test');
  const second = await switchOn(page);
  expect(second.key).not.toBe(first.key);
  await page.getByRole('radio', { name: 'WP Mail SMTP', exact: true }).check();
  await expect(snippet(page)).not.toContainText('Outport_Self_Test');
});

test('a pasted result is explained as a failure of the web server, and what is no result is refused', async ({
  page,
}) => {
  await reachSettings(page);
  const { run } = await switchOn(page);
  await explain(page, 'Authentication failed');
  await expect(page.getByRole('alert').filter({ hasText: 'not a whole result' })).toBeVisible();
  await explain(page, made('f'.repeat(32)));
  await expect(page.getByRole('alert').filter({ hasText: 'was not made in this browser' })).toBeVisible();
  await explain(page, made(run));
  await expect(page.getByRole('heading', { name: 'The server refused the login' })).toBeVisible();
  await expect(page.getByText('Other code on your site changed these settings')).toContainText('another-mailer');
  await expectAccessible(page, 'a self test explained');
});

test('a result that comes back in the address is read in any tab of this browser, and leaves the address', async ({
  page,
  context,
}) => {
  await reachSettings(page);
  const { run } = await switchOn(page);
  const link = (text: string) => `/setup/settings#self-test=${Buffer.from(text).toString('base64url')}`;
  const other = await context.newPage();
  await other.goto(link(made(run)));
  const brought = other.getByRole('complementary', { name: settings.brought });
  await expect(brought.getByRole('heading', { name: 'The server refused the login' })).toBeVisible();
  await expect(brought).toContainText('Your settings are in the tab in which you made the test.');
  await expect(other).toHaveURL(/\/setup\/provider$/);
  await expect(other.getByRole('heading', { level: 1 })).toBeVisible();
  await expectAccessible(other, 'a self test brought back');
  await other.goto(link(made('e'.repeat(32))));
  await expect(brought.getByRole('alert')).toContainText('was not made in this browser');
  await other.reload(); // nothing is left to be read again
  await expect(other.getByRole('heading', { level: 1 })).toBeVisible();
  await expect(brought).toHaveCount(0);
  await page.goto(link(made(run)));
  await expect(page.getByRole('complementary', { name: settings.brought })).toContainText('The server refused');
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(settings.works);
});
