/** The check file on a web server whose firewall is not the wizard's: the difference between the two is the finding. */
import type { Locator, Page } from '@playwright/test';
import { expect } from './fixtures';
import { accepted, goToSettings, sendTestEmail } from './journey/message-step';
import { settingsForThere, settingsWork, snippet } from './journey/settings-step';
import { openCheck, openFile, pasteResult, uploadFile } from './journey/web-check';
import { words } from './journey/words';
import type { Closing } from './lab/star';
import { host, login, sender, test, whyNoWebHost } from './two-places';
import { expectAccessible } from './watch/accessibility';

const skipped = whyNoWebHost();
test.skip(skipped !== undefined, skipped ?? '');

const { webCheck } = words;
const account = { host, ...login, sender };

/** What many hosts do: one port silent, one refused, the port between mail servers silent as well. */
const usualHost: readonly Closing[] = [
  { does: 'drop', port: 25 },
  { does: 'drop', port: 587 },
  { does: 'tcp-reset', port: 465 },
];

type Seen = readonly [here: RegExp, there: RegExp];

/** Both vantages, row by row. */
async function expectRows(page: Page, seen: Readonly<Record<number, Seen>>): Promise<Locator> {
  const rows = page.getByRole('table', { name: webCheck.table }).getByRole('row');
  await expect(rows).toHaveCount(Object.keys(seen).length + 1);
  for (const [port, [here, there]] of Object.entries(seen)) {
    const cells = rows
      .filter({ has: page.getByRole('rowheader', { name: new RegExp(`^${port} `) }) })
      .getByRole('cell');
    await expect(cells.nth(0)).toHaveText(here);
    await expect(cells.nth(1)).toHaveText(there);
  }
  return page.getByRole('region', { name: webCheck.heading });
}

const works = /^Works TLS 1\.3$/;
const refused = /^Does not work closed: refused at once$/;
const silent = /^No answer waited 5 s$/;

/** The host closes what is open from here. */
const closedThere: Readonly<Record<number, Seen>> = {
  25: [works, silent],
  465: [works, refused],
  587: [works, silent],
  2525: [works, works],
};

async function expectClosedThere(page: Page): Promise<Locator> {
  const section = await expectRows(page, closedThere);
  await expect(section).toContainText('Your web host closes ports 25, 465 and 587; 2525 works from there');
  await expect(section).toContainText('Use port 2525, which works from the web server.');
  await expect(section).toContainText('Tried from your web server. Port 2525 works there.');
  await section.getByText('A letter to your web host’s support').click();
  const letter = section.getByRole('region', { name: 'The letter' });
  await expect(letter).toContainText(`${host}, TCP port 587: no answer at all`);
  await expect(letter).toContainText(`${host}, TCP port 465: refused at once`);
  await expect(letter).toContainText(`From your server these work: ${host} port 2525.`);
  return section;
}

test.beforeEach(({ wizard, web }) => {
  wizard.close([]);
  web.place.close(usualHost);
});

test('the host blocks what works from here: that is the finding, and the port for the web server leads to settings that work', async ({
  page,
  web,
  mail,
}) => {
  await openCheck(page, account);
  await uploadFile(page, web.folder);
  await (await openFile(page, web.site)).close();
  const section = await expectClosedThere(page);
  expect(web.place.stopped()).toBeGreaterThan(2);
  await expectAccessible(page, 'ports that the web host closes');
  // What leads on at the end of the page is the same port; 465 is the best from here alone.
  await expect(page.getByRole('button', { name: words.ports.goWith(465), exact: true })).toHaveCount(0);
  await expect(page.getByRole('button', { name: webCheck.goWith(2525) })).toBeVisible();
  await section.getByRole('button', { name: webCheck.use(2525) }).click();
  await expect(page.getByRole('heading', { level: 1, name: words.message.heading })).toBeVisible();
  await sendTestEmail(page);
  await accepted(page);
  await goToSettings(page);
  await settingsWork(page);
  await expect(snippet(page)).toContainText('2525');
  await expect(snippet(page)).not.toContainText(/\b(465|587)\b/);
  const [message = '', ...more] = await mail.messages();
  expect(more).toEqual([]);
  expect(message).toContain('2525');
});

test('what PHP prints at the web server’s prompt can be pasted, and says the same', async ({ page, web }) => {
  await openCheck(page, account);
  await uploadFile(page, web.folder);
  await pasteResult(page, await web.run(['php', 'outport-check.php']));
  await expectClosedThere(page);
});

test('so does what the script for a shell prints there', async ({ page, web }) => {
  await page.context().grantPermissions(['clipboard-read', 'clipboard-write']);
  await openCheck(page, account);
  await page.getByText(webCheck.shell).click();
  await page.getByRole('button', { name: webCheck.copyScript }).click();
  const script = await page.evaluate(() => navigator.clipboard.readText());
  await pasteResult(page, await web.run(['sh'], script));
  await expectClosedThere(page);
});

test('what is blocked here may be open at the web server: the settings are for there, and claim no more than was seen there', async ({
  page,
  web,
  wizard,
}) => {
  wizard.close([{ does: 'drop' }]);
  web.place.close([{ does: 'drop', port: 25 }]);
  await openCheck(page, account);
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('No port works from here');
  await uploadFile(page, web.folder);
  await (await openFile(page, web.site)).close();
  const section = await expectRows(page, {
    25: [silent, silent],
    465: [silent, works],
    587: [silent, works],
    2525: [silent, works],
  });
  await expect(section).toContainText('Ports 465, 587 and 2525 work from your web server, not from here');
  await expect(section).toContainText('Tried from your web server. Port 465 encrypts from the first byte');
  await expect(section.getByText('A letter to your web host’s support')).toHaveCount(0);
  await page.getByRole('button', { name: webCheck.goWith(465) }).click();
  await settingsForThere(page);
  await expect(snippet(page)).toContainText('465');
  await expect(snippet(page)).toContainText('Connects from the web server, seen on');
  await page.reload();
  await settingsForThere(page);
});
