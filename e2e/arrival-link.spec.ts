import { expect, port, test } from './fixtures';
import { words } from './journey/words';
import { leaveSentMessage } from './lab/sent-message';
import { expectAccessible } from './watch/accessibility';

const origin = `http://127.0.0.1:${port}`;
const data = '.outport/e2e-hosted';
test.use({ mode: 'hosted', environment: { OUTPORT_DATA: data } });

const target = { port: 465, security: 'implicit-tls' };
const from = { name: 'Shop', address: 'orders@shop.test' };

/** A tab whose message was accepted. */
const draftOf = (messageId: string) => ({
  provider: 'other',
  account: { variant: '', host: 'mail.example.com', ports: [], login: false, username: '', from },
  chosen: target,
  connects: true,
  proven: {
    endpoint: { host: 'mail.example.com', ...target },
    username: '',
    from,
    to: 'ann@example.org',
    when: '2026-11-24T10:05:00.000Z',
    outcome: { status: 'accepted', reply: { code: 250, text: ['Ok'] }, messageId },
  },
});

test('the tab that sent the message learns within two seconds that its link was pressed', async ({ page, browser }) => {
  const messageId = `<${crypto.randomUUID()}@shop.test>`;
  const token = leaveSentMessage(messageId, { OUTPORT_DATA: data });
  await page.goto('/');
  await page.evaluate((stored) => sessionStorage.setItem('outport.draft', stored), JSON.stringify(draftOf(messageId)));
  await page.goto('/setup/test');
  await expect(page.getByRole('heading', { name: words.message.accepted })).toBeVisible();
  const main = page.getByRole('main');
  await expect(main).toContainText('Not seen to arrive yet');

  const context = await browser.newContext({ viewport: { width: 320, height: 640 }, javaScriptEnabled: false });
  const reader = await context.newPage();
  await reader.goto(`${origin}/a/${token}`);
  await expect(main).toContainText('Not seen to arrive yet');
  await reader.getByRole('button').click();
  await expect(reader.getByRole('heading', { level: 1 })).toHaveText('Thank you');
  await expect(main).toContainText(/Arrived: opened .+ after it was accepted/, { timeout: 2000 });
  await expectAccessible(page, 'a message that arrived');

  await reader.goto(`${origin}/a/${token}`);
  await reader.getByRole('button').click();
  await expect(reader.getByRole('heading', { level: 1 })).toHaveText('This link is used up');
  await context.close();
});

test('so does a tab that went on to the settings, and a reload asks no more', async ({ page, request }) => {
  const messageId = `<${crypto.randomUUID()}@shop.test>`;
  const token = leaveSentMessage(messageId, { OUTPORT_DATA: data });
  await page.goto('/');
  await page.evaluate((stored) => sessionStorage.setItem('outport.draft', stored), JSON.stringify(draftOf(messageId)));
  await page.goto('/setup/settings');
  const main = page.getByRole('main');
  await expect(main).toContainText('Check that it arrived');
  await request.post(`${origin}/a/${token}`);
  await expect(main).toContainText(/Arrived: opened .+ after it was accepted/, { timeout: 2000 });
  await expect(main).toContainText('accepted the test message, and it arrived');
  const asked: string[] = [];
  page.on('request', (sent) => asked.push(new URL(sent.url()).pathname));
  await page.reload();
  await expect(main).toContainText(/Arrived: opened .+ after it was accepted/);
  expect(asked).not.toContain('/api/arrivals');
});

test('the page behind the link can be used by everybody', async ({ page }) => {
  for (const colorScheme of ['light', 'dark'] as const) {
    await page.emulateMedia({ colorScheme });
    await page.setViewportSize({ width: 320, height: 640 });
    await page.goto(`${origin}/a/AAAAAAAAAAAAAAAAAAAAAA`);
    await expectAccessible(page, `the page behind the link, ${colorScheme}`);
  }
});
