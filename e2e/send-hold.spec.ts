/** After "too many logins" the next try is held back, for this login and for as long as the server asks. */
import type { Locator, Page } from '@playwright/test';
import { expect, test } from './fixtures';
import { fillAccount, goToPorts, type OwnServer } from './journey/account-step';
import { accepted, correctPassword, loginRefused, sendTestEmail } from './journey/message-step';
import { reachOwnMessage } from './journey/own-server';
import { openEverything } from './journey/page-state';
import { goWithPort } from './journey/ports-step';
import { words } from './journey/words';
import { startLoginServer, type LoginServer } from './lab/login-server';
import { expectAccessible } from './watch/accessibility';
import { canary } from './watch/canary';

const tooMany = '421 4.7.0 Too many login attempts, try again in 15 minutes';
const login = { username: 'shop@mail.test', password: canary };
const { message } = words;

let server: LoginServer;
let own: OwnServer & { readonly port: number };
test.use({ timezoneId: 'Europe/Berlin' });
test.beforeEach(async ({ page, certificates }) => {
  server = await startLoginServer(certificates.good, tooMany);
  own = { host: 'localhost', port: server.port, ...login, sender: 'orders@shop.test' };
  await page.clock.install({ time: '2026-11-25T12:50:00Z' });
});
test.afterEach(() => server.stop());

const again = (page: Page): Locator => page.getByRole('button', { name: message.again });
const status = (page: Page): Locator => page.getByRole('main').getByRole('status').first();
const passwordField = (page: Page): Locator => page.getByLabel(message.password).and(page.locator('input'));

async function expectHeld(page: Page, send: Locator = again(page)): Promise<void> {
  await expect(send).toHaveAttribute('aria-disabled', 'true');
  await expect(send).toHaveAccessibleDescription(/You can send again at 14:0[56]/);
}

async function toTheMessage(page: Page, change: Partial<OwnServer>): Promise<void> {
  await page.goto('/setup/account');
  await fillAccount(page, { ...own, ...change });
  await goToPorts(page);
  await goWithPort(page, own.port);
}

async function reachHold(page: Page): Promise<void> {
  await reachOwnMessage(page, own);
  await sendTestEmail(page);
  await expectHeld(page);
  expect(server.logins).toHaveLength(1);
}

test('a login that was put off waits for the time that the server named, and then goes through', async ({ page }) => {
  await reachHold(page);
  await expect(page.getByText('Wait 15 minutes.')).toBeVisible();
  await expect(page.getByText('(in about 15 minutes)')).toBeVisible();
  await openEverything(page);
  await expectAccessible(page, 'a login that is held back');
  // The button keeps its place in the order of the keyboard, and does nothing.
  const said = await status(page).innerText();
  expect(said).toMatch(/You can send again at 14:0[56]\.$/);
  await again(page).focus();
  await page.keyboard.press('Enter');
  await page.getByLabel(message.recipient).press('Enter');
  await page.clock.fastForward('05:00');
  await expect(page.getByText('(in about 10 minutes)')).toBeVisible();
  await expect(status(page), 'announced once').toHaveText(said);
  await page.clock.fastForward('09:50');
  await expectHeld(page);
  server.answer = undefined;
  await page.clock.fastForward('00:10');
  await expect(again(page)).toHaveAttribute('aria-disabled', 'false');
  await expect(status(page)).toHaveText('The wait is over. You can send again.');
  expect(server.logins).toHaveLength(1);
  await again(page).click();
  await accepted(page);
});

test('it outlives another step, another password and a reload, and stores no secret', async ({ page }) => {
  await reachHold(page);
  await page.getByRole('button', { name: words.back }).click();
  await goWithPort(page, own.port);
  await expectHeld(page);
  await page.reload();
  const send = page.getByRole('button', { name: message.send });
  const button = send.or(again(page));
  await expectHeld(page, button);
  await passwordField(page).fill(`${canary}!`);
  await expectHeld(page, button);
  const stored = await page.evaluate(() => sessionStorage.getItem('outport.waits') ?? '');
  expect(JSON.parse(stored)).toEqual([
    { host: 'localhost', username: login.username, until: expect.any(Number) as unknown },
  ]);
  expect(server.logins).toHaveLength(1);
});

test('it belongs to the login: another user name or host is free, the same one is still held', async ({ page }) => {
  await reachHold(page);
  const free = { username: 'other@mail.test' };
  await toTheMessage(page, free);
  const send = page.getByRole('button', { name: message.send }).or(again(page));
  await expect(send).toHaveAttribute('aria-disabled', 'false');
  await toTheMessage(page, { host: '127.0.0.1' });
  await expect(send).toHaveAttribute('aria-disabled', 'false');
  await toTheMessage(page, {});
  await expectHeld(page, send);
});

test('who knows better sends anyway, with one press beside what it risks', async ({ page }) => {
  await reachHold(page);
  server.answer = undefined;
  const anyway = page.getByRole('button', { name: message.anyway });
  await expect(anyway).toHaveAccessibleDescription(/at that risk/);
  await anyway.click();
  await accepted(page);
  expect(server.logins).toHaveLength(2);
  await page.getByRole('button', { name: 'Send another one' }).click();
  await expect(page.getByRole('button', { name: message.send }).or(again(page))).toHaveAttribute(
    'aria-disabled',
    'false',
  );
});

test('after three refused passwords the next press is warned of a locked account, and not held', async ({ page }) => {
  server.answer = '535 5.7.8 Authentication failed';
  const warning = page.getByText('3 logins to this account were refused in a row');
  await reachOwnMessage(page, own);
  await sendTestEmail(page);
  await loginRefused(page);
  for (const password of ['second', 'third']) {
    await expect(warning).toHaveCount(0);
    await correctPassword(page, password);
    await expect.poll(() => server.logins.length).toBe(password === 'second' ? 2 : 3);
    await loginRefused(page);
  }
  await expect(warning).toBeVisible();
  await expect(again(page)).toHaveAttribute('aria-disabled', 'false');
  await expect(again(page)).toHaveAccessibleDescription(/Many providers lock an account/);
  await openEverything(page);
  await expectAccessible(page, 'three refused logins');
  server.answer = undefined;
  await correctPassword(page, canary);
  await accepted(page);
  await expect(warning).toHaveCount(0);
});
