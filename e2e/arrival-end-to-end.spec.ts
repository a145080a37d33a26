/**
 * The proof of arrival as it happens to people: a hosted Outport sends, a real mail server delivers, and whoever reads
 * the message presses the link in it. Outport is on a network of its own, where a public address can be anybody's.
 */
import type { Browser, Page } from '@playwright/test';
import { expect, port } from './fixtures';
import { accepted, goToSettings, sendTestEmail } from './journey/message-step';
import { reachOwnPorts } from './journey/own-server';
import { goWithPort } from './journey/ports-step';
import { settingsWork } from './journey/settings-step';
import { bodyPart } from './message-in-maildir';
import { host, login, sender, test, whyNoPlaces } from './two-places';
import { canaryForms } from './watch/canary';

const skipped = whyNoPlaces();
test.skip(skipped !== undefined, skipped ?? '');

// The proxy in front of a hosted Outport names each client.
const from = (client: string) => ({ 'X-Forwarded-For': client });

test.use({
  mode: 'hosted',
  // Hosted mode reaches public addresses only; from this network no packet can come to the one who has it elsewhere.
  address: '44.128.0.25',
  environment: { OUTPORT_DATA: '.outport/e2e-arrival' },
  extraHTTPHeaders: from('203.0.113.7'),
});

const address = new RegExp(`http://127\\.0\\.0\\.1:${port}/a/[\\w-]{22}(?![\\w-])`, 'g');

/** The one address of Outport's that a text holds. */
function linkIn(text: string): string {
  const found = new Set(text.match(address));
  expect([...found]).toHaveLength(1);
  return [...found][0] ?? '';
}

/** Whoever reads the mail: another browser, in which no script runs. */
async function openMail(browser: Browser, html: string): Promise<Page> {
  const context = await browser.newContext({ javaScriptEnabled: false, extraHTTPHeaders: from('198.51.100.9') });
  const reader = await context.newPage();
  await reader.setContent(html);
  return reader;
}

test('the link in a delivered message, pressed by its reader, is seen by the tab that sent it', async ({
  page,
  browser,
  mail,
}) => {
  await reachOwnPorts(page, { host, ...login, sender });
  await goWithPort(page, 465);
  await sendTestEmail(page);
  await accepted(page);
  const main = page.getByRole('main');
  await expect(main).toContainText('Not seen to arrive yet');

  await expect.poll(() => mail.messages()).toHaveLength(1);
  const [message = ''] = await mail.messages();
  const link = linkIn(bodyPart(message, 'text/plain'));
  const html = bodyPart(message, 'text/html');
  expect(linkIn(html)).toBe(link);
  expect(canaryForms(message)).toEqual([]);

  const reader = await openMail(browser, html);
  await reader.locator(`a[href="${link}"]`).click();
  await expect(reader.getByRole('heading', { level: 1 })).toHaveText('The test message arrived');
  // A scanner of links comes as far as this. The tab asks twice more and is told nothing new.
  for (const _ of [1, 2]) {
    const told = await page.waitForResponse((response) => response.url().endsWith('/api/arrivals'));
    expect(await told.json()).toEqual({ status: 'waiting' });
  }
  await expect(main).toContainText('Not seen to arrive yet');

  await reader.getByRole('button').click();
  await expect(reader.getByRole('heading', { level: 1 })).toHaveText('Thank you');
  await expect(main).toContainText(/Arrived: opened .+ after it was accepted/, { timeout: 2000 });
  await reader.context().close();

  await goToSettings(page);
  await settingsWork(page);
  await expect(main).toContainText('accepted the test message, and it arrived.');
  await expect(main).toContainText(/Arrived: .*opened .+ after it was accepted/);
});
