/** The connection broke after the message was sent: whoever finds it in the mailbox settles what nobody knew. */
import type { Page } from '@playwright/test';
import { expect, test } from './fixtures';
import { arrived, pasteSource, typeCode } from './journey/arrival';
import { sendTestEmail } from './journey/message-step';
import { reachOwnMessage } from './journey/own-server';
import { downloadReport } from './journey/report-section';
import { settingsWork } from './journey/settings-step';
import { words } from './journey/words';
import { startVanishingServer, type VanishingServer } from './lab/vanishing-server';
import { expectAccessible } from './watch/accessibility';
import { canary } from './watch/canary';

const { arrival, message } = words;
const login = { username: 'shop@mail.test', password: canary };

let server: VanishingServer;
test.beforeEach(async ({ certificates }) => {
  server = await startVanishingServer(certificates.good);
});
test.afterEach(() => server.stop());

/** Sends it, and looks at what is said while nobody knows. */
async function sendIntoTheUnknown(page: Page): Promise<string> {
  await reachOwnMessage(page, { host: 'localhost', port: server.port, ...login, sender: 'orders@shop.test' });
  await sendTestEmail(page);
  await expect(page.getByRole('heading', { name: message.unknown })).toBeVisible({ timeout: 15_000 });
  await expect(page.getByRole('heading', { name: arrival.question })).toBeVisible();
  await expect(page.getByRole('button', { name: message.again })).toBeVisible();
  expect(server.messages).toHaveLength(1);
  return server.messages[0] ?? '';
}

/** The settings work, and nothing claims that the server said so. */
async function settingsSayHow(page: Page, how: RegExp): Promise<void> {
  await page.getByRole('button', { name: message.go }).click();
  await settingsWork(page);
  const main = page.getByRole('main');
  await expect(main).toContainText('arrived, although the mail server’s answer was lost');
  await expect(main).toContainText(how);
  await expect(main).not.toContainText(/accepted (by|the)/i);
}

test('its code turns unknown into arrived, after a reload too, and the report says the same', async ({ page }) => {
  const text = await sendIntoTheUnknown(page);
  await expectAccessible(page, 'a message whose fate nobody knows');
  await page.reload();
  await expect(page.getByText(/Nobody can say whether .* took the message/)).toBeVisible();
  await typeCode(page, /Outport test ([0-9A-Z]{4}-[0-9A-Z]{4})/.exec(text)?.[1] ?? '');
  await arrived(page);
  await expect(page.getByText('It came through')).toBeVisible();
  await expectAccessible(page, 'a message that arrived and was never answered');
  await settingsSayHow(page, arrival.seen);
  const report = JSON.parse((await downloadReport(page, 'JSON')).text) as unknown;
  expect(report).toMatchObject({
    message: { status: 'outcome-unknown', arrival: { by: 'code' } },
    settings: { claim: 'works' },
  });
});

test('its source does so only as it stands in the mailbox', async ({ page }) => {
  const text = await sendIntoTheUnknown(page);
  await pasteSource(page, text);
  await expect(page.getByText(arrival.asSent)).toBeVisible();
  await expect(page.getByRole('heading', { name: message.unknown })).toBeVisible();
  const received = 'Received: from localhost by mx.mail.test with ESMTPS id 1; Wed, 25 Nov 2026 10:00:03 +0000';
  await pasteSource(page, `Delivered-To: owner@mail.test\r\n${received}\r\n${text}`);
  await expect(page.getByText(arrival.fromMailbox)).toBeVisible();
  await settingsSayHow(page, /Arrived: its source was pasted from the mailbox on/);
});
