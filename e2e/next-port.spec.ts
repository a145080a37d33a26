/** A program that cannot be given the settings names the next port that this run proved. */
import type { Page } from '@playwright/test';
import { expect, test } from './fixtures';
import { accepted, goToSettings, sendTestEmail, skipTest } from './journey/message-step';
import { reachOwnPorts } from './journey/own-server';
import { goWithPort, portRow, portsSettled } from './journey/ports-step';
import { chooseProgram, settingsConnect, settingsWork, snippet } from './journey/settings-step';
import { words } from './journey/words';
import { startExim, whyNoExim, type Exim } from './lab/exim';
import { ownAddress } from './lab/own-address';
import { canary } from './watch/canary';

const skipped = whyNoExim();
test.skip(skipped !== undefined, skipped ?? '');

const login = { username: 'shop@mail.test', password: canary };
const unusual = 2465;

let exim: Exim;
test.afterEach(() => exim.stop());

/** To settings on a port with implicit TLS that Supabase knows nothing about. */
async function reachUnusualPort(page: Page, isBest: boolean): Promise<void> {
  const security = 'implicit-tls';
  await reachOwnPorts(page, { host: ownAddress, port: unusual, security, ...login, sender: 'orders@shop.test' });
  await portsSettled(page);
  if (!isBest) {
    const row = portRow(page, unusual);
    await row.locator('summary').first().click();
    await row.getByRole('button', { name: words.ports.choose(unusual) }).click();
  }
  await goWithPort(page, unusual);
  await skipTest(page);
  await settingsConnect(page);
}

test('one press leads to the next port that works and that the program can be given', async ({
  page,
  certificates: { good },
}) => {
  exim = await startExim({
    certificate: good.cert,
    key: good.key,
    users: [login],
    addresses: [ownAddress],
    ports: [587],
    implicitPort: unusual,
  });
  await reachUnusualPort(page, false);
  await chooseProgram(page, 'Self-hosted apps', 'Supabase');
  await expect(page.getByRole('main')).toContainText('Supabase begins with TLS on port 465 only');
  await expect(page.getByRole('main')).toContainText('so it has to be sent again');
  await page.getByRole('button', { name: words.settings.useNext(587) }).click();
  await expect(page.getByRole('heading', { level: 1, name: words.message.heading })).toBeVisible();
  await sendTestEmail(page);
  await accepted(page);
  await goToSettings(page);
  await settingsWork(page);
  await chooseProgram(page, 'Self-hosted apps', 'Supabase');
  await expect(snippet(page)).toContainText('port = 587');
  expect(exim.log()).toMatch(/<= orders@shop\.test .*A=(plain|login):shop@mail\.test/);
});

test('where no other port works it says so, and leads back to the ports', async ({ page, certificates: { good } }) => {
  exim = await startExim({
    certificate: good.cert,
    key: good.key,
    users: [login],
    addresses: [ownAddress],
    implicitPort: unusual,
  });
  await reachUnusualPort(page, true);
  await chooseProgram(page, 'Self-hosted apps', 'Supabase');
  await expect(page.getByRole('main')).toContainText('No other port that worked in this test can be given to Supabase');
  await expect(page.getByRole('link', { name: words.settings.backToPorts })).toBeVisible();
  // What the program makes of a password is no matter of ports.
  await chooseProgram(page, 'Self-hosted apps', 'Grafana');
  await expect(page.getByRole('main')).toContainText('Another port does not change that');
  await expect(page.getByRole('link', { name: words.settings.changeLogin })).toBeVisible();
  // After a reload the run is gone, and nothing is claimed about it.
  await page.reload();
  await chooseProgram(page, 'Self-hosted apps', 'Supabase');
  await page.getByRole('link', { name: words.settings.testPortsAgain }).click();
  await expect(page).toHaveURL(/\/setup\/ports$/);
  await portsSettled(page);
});
