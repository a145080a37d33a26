import { expect, test } from './fixtures';
import { loginRefused, accepted, correctPassword, goToSettings, sendTestEmail } from './journey/message-step';
import { reachOwnMessage, reachOwnPorts, reachOwnSettings } from './journey/own-server';
import { goWithPort, portRow, portRows } from './journey/ports-step';
import { settingsWork } from './journey/settings-step';
import { words } from './journey/words';
import { eximSessions } from './lab/exim-sessions';
import { startExim, whyNoExim, type Exim } from './lab/exim';
import { ownAddress } from './lab/own-address';
import { startSilentPorts } from './lab/silent-ports';
import { expectOurMessage } from './message-in-maildir';
import { canary, canaryForms } from './watch/canary';

const skipped = whyNoExim();
test.skip(skipped !== undefined, skipped ?? '');

const login = { username: 'shop@mail.test', password: canary };
const sender = 'orders@shop.test';

let exim: Exim;
test.afterEach(() => exim.stop());

const kinds = [
  { security: 'starttls', shown: 'STARTTLS' },
  { security: 'implicit-tls', shown: 'Implicit TLS' },
] as const;

for (const { security, shown } of kinds) {
  test(`a message goes all the way through Exim over ${shown} and lies in its maildir`, async ({
    page,
    certificates,
  }) => {
    const { cert, key } = certificates.good;
    exim = await startExim({ certificate: cert, key, users: [login] });
    const port = security === 'starttls' ? exim.port : exim.implicitPort;
    await reachOwnSettings(page, { host: 'localhost', port, security, ...login, sender });
    await expect(page.getByRole('main')).toContainText(shown);
    const [message = '', ...more] = await exim.messages();
    expect(more).toEqual([]);
    expectOurMessage(message, { from: sender, to: sender, port });
    expect(canaryForms(message)).toEqual([]);
    expect(exim.log()).toMatch(/<= orders@shop\.test .*A=(plain|login):shop@mail\.test/);
  });
}

test('a wrong password is explained, and corrected with one field and one press', async ({ page, certificates }) => {
  const { cert, key } = certificates.good;
  exim = await startExim({ certificate: cert, key, users: [login] });
  await reachOwnMessage(page, { host: 'localhost', port: exim.port, ...login, password: 'not this one', sender });
  await sendTestEmail(page);
  await loginRefused(page);
  // What a login looks like in this log: the tests that no password was sent rely on it.
  expect(exim.log()).toContain('535 Incorrect authentication data (set_id=shop@mail.test)');
  await expect.poll(() => eximSessions(exim.log()).commands).toContainEqual(expect.stringContaining('AUTH'));
  expect(await exim.messages()).toEqual([]);
  await correctPassword(page, canary);
  await accepted(page);
  await goToSettings(page);
  await settingsWork(page);
  expect(await exim.messages()).toHaveLength(1);
});

test('the wrong start of encryption is found and corrected with one press', async ({ page, certificates }) => {
  const { cert, key } = certificates.good;
  exim = await startExim({ certificate: cert, key, users: [login] });
  await reachOwnPorts(page, { host: 'localhost', ...login, sender, port: exim.port, security: 'implicit-tls' });
  const row = portRow(page, exim.port);
  await expect(row).toContainText(words.ports.failed);
  await row.locator('summary').first().click();
  await row.getByRole('button', { name: words.ports.tryStartTls(exim.port) }).click();
  await expect(row.locator('summary').first()).toContainText(words.ports.works);
  await goWithPort(page, exim.port);
});

test('three silent ports do not hold back the one that is open', async ({ page, certificates }) => {
  const { cert, key } = certificates.good;
  exim = await startExim({
    certificate: cert,
    key,
    users: [login],
    addresses: [ownAddress],
    ports: [587],
    implicitPort: false,
  });
  const silent = await startSilentPorts(ownAddress, [25, 465, 2525]);
  try {
    await reachOwnPorts(page, { host: ownAddress, ...login, sender });
    await expect(portRows(page)).toHaveCount(4);
    // The open one can be gone on with while the others are still waited for.
    await expect(page.getByRole('button', { name: words.ports.goWith(587) })).toBeVisible();
    await expect(page.getByRole('button', { name: words.ports.stop })).toBeVisible();
    await expect(page.getByText(words.ports.patience)).toBeVisible();
    await expect(portRows(page).filter({ hasText: words.ports.silent })).toHaveCount(3, { timeout: 15_000 });
    await expect(portRow(page, 587)).toContainText(words.ports.recommended);
    await goWithPort(page, 587);
    await sendTestEmail(page);
    await accepted(page);
  } finally {
    await silent.stop();
  }
  expect(await exim.messages()).toHaveLength(1);
});
