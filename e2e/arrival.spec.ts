import { expect, test } from './fixtures';
import { arrived, pasteSource, readInbox, typeCode } from './journey/arrival';
import { accepted, goToSettings, sendTestEmail } from './journey/message-step';
import { downloadReport } from './journey/report-section';
import { reachMessage } from './journey/practice';
import { words } from './journey/words';
import { expectAccessible } from './watch/accessibility';

// Playwright's own script is refused in the sandboxed frame of a message, as everybody's should be.
test.use({ tolerated: [/^console: Blocked script execution .* sandboxed/] });

const { arrival } = words;

test('a message is sent, its code is read in the inbox and typed, and the settings say that it arrived', async ({
  page,
  context,
}) => {
  await reachMessage(page);
  await sendTestEmail(page);
  await accepted(page);
  await typeCode(page, 'ABCD-2345');
  await expect(page.getByText(arrival.otherCode)).toBeVisible();
  await expect(page.getByLabel(arrival.code)).toBeFocused();
  await expect(page.getByText(arrival.matches)).toBeHidden();
  const { code } = await readInbox(context);
  expect(code).toMatch(/^[0-9A-Z]{4}-[0-9A-Z]{4}$/);
  await typeCode(page, code.toLowerCase().replace('-', ' '));
  await arrived(page);
  await expect(page.getByText(arrival.matches).locator('..')).toBeFocused();
  await page.reload();
  await arrived(page);
  await goToSettings(page);
  await expect(page.getByText(arrival.seen)).toBeVisible();
});

test('the code of an earlier message proves nothing about the one sent after it', async ({ page, context }) => {
  await reachMessage(page);
  await sendTestEmail(page);
  await accepted(page);
  const first = await readInbox(context);
  await typeCode(page, first.code);
  await arrived(page);
  await page.getByRole('button', { name: words.message.another }).click();
  await page
    .getByRole('button', { name: words.message.send })
    .or(page.getByRole('button', { name: words.message.again }))
    .click();
  await accepted(page);
  await typeCode(page, first.code);
  await expect(page.getByText(arrival.otherCode)).toBeVisible();
  const second = await readInbox(context);
  await pasteSource(page, first.source);
  await expect(page.getByText(arrival.isAnothers)).toBeVisible();
  await pasteSource(page, second.source);
  await expect(page.getByText(arrival.isOurs)).toBeVisible();
});

test('a source from the mailbox shows that the message arrived, is still there on coming back, and tells the report', async ({
  page,
  context,
}) => {
  await reachMessage(page);
  await sendTestEmail(page);
  await accepted(page);
  const { source } = await readInbox(context);
  await pasteSource(page, source);
  await expect(page.getByRole('heading', { level: 1, name: arrival.heading })).toBeVisible();
  await expect(page.getByText(arrival.fromMailbox)).toBeVisible();
  await goToSettings(page);
  await expect(page.getByText(/Arrived: its source was pasted from the mailbox on/)).toBeVisible();
  const made = JSON.parse((await downloadReport(page, 'JSON')).text) as unknown;
  expect(made).toMatchObject({ message: { arrival: { by: 'source' }, source: { trust: 'not-checked', hops: [{}] } } });
  await page.goBack();
  await expect(page.getByText(arrival.isOurs)).toBeVisible();
});

test('a pasted source is told from the text of a mail, is read in the tab alone, and leaves it by no way', async ({
  page,
  context,
}) => {
  await reachMessage(page);
  await sendTestEmail(page);
  await accepted(page);
  const { source } = await readInbox(context);
  const sent: string[] = [];
  page.on('request', (request) => sent.push(`${request.url()} ${request.postData() ?? ''}`));
  await pasteSource(page, 'Your test email arrived');
  await expect(page.getByText(arrival.isText)).toBeVisible();
  const marked = source.replace(/^Subject:/m, 'X-Marked: not-for-others\r\nSubject:');
  await pasteSource(page, marked);
  await expect(page.getByText(arrival.isOurs)).toBeVisible();
  await expect(page.getByText('practice.outport.localhost').first()).toBeAttached();
  expect(sent.filter((request) => /not-for-others/.test(request) || !/\.(js|css)\b/.test(request))).toEqual([]);
  const kept = await page.evaluate(() => JSON.stringify([sessionStorage, localStorage, location.href]));
  expect(kept).toContain('outport.draft');
  expect(kept).not.toContain('not-for-others');
});

for (const colorScheme of ['light', 'dark'] as const) {
  test.describe(`${colorScheme}, 320 px`, () => {
    test.use({ colorScheme, viewport: { width: 320, height: 700 } });

    test('axe finds nothing on the question, its problems and its answers', async ({ page, context }) => {
      await reachMessage(page);
      await sendTestEmail(page);
      await accepted(page);
      await typeCode(page, 'no');
      await pasteSource(page, '');
      await expect(page.getByRole('alert').filter({ hasText: 'Paste the source' })).toBeVisible();
      await expectAccessible(page, 'a code and a source that do not fit');
      const { source } = await readInbox(context);
      await pasteSource(page, source);
      await expect(page.getByText(arrival.isOurs)).toBeVisible();
      await expectAccessible(page, 'a source that was read');
      await page.reload();
      await expect(page.getByText(arrival.fromMailbox)).toBeVisible();
      await expectAccessible(page, 'a message that arrived');
    });
  });
}
