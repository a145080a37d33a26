import { expect, test } from './fixtures';
import { fillAccount, goToPorts, type OwnServer } from './journey/account-step';
import { skipTest } from './journey/message-step';
import { reachOwnSettings } from './journey/own-server';
import { goUntested, goWithPort, portsSettled } from './journey/ports-step';
import { settingsConnect, settingsNotTested } from './journey/settings-step';
import { words } from './journey/words';
import { startExim, whyNoExim, type Exim } from './lab/exim';
import { canary } from './watch/canary';

const skipped = whyNoExim();
test.skip(skipped !== undefined, skipped ?? '');

const login = { username: 'shop@mail.test', password: canary };

let exim: Exim;
test.beforeEach(async ({ certificates: { good } }) => {
  exim = await startExim({ certificate: good.cert, key: good.key, users: [login] });
});
test.afterEach(() => exim.stop());

type Change = {
  readonly what: string;
  readonly edit: () => Partial<OwnServer>;
  /** Whether another target is meant, whose ports must be tried anew. */
  readonly isTarget: boolean;
  /** Whether a port works then. */
  readonly connects: boolean;
};

const changes: readonly Change[] = [
  { what: 'host', edit: () => ({ host: '127.0.0.1' }), isTarget: true, connects: true },
  {
    what: 'port',
    edit: () => ({ port: exim.implicitPort, security: 'implicit-tls' }),
    isTarget: true,
    connects: true,
  },
  { what: 'encryption', edit: () => ({ security: 'implicit-tls' }), isTarget: true, connects: false },
  { what: 'user name', edit: () => ({ username: 'other@mail.test' }), isTarget: false, connects: true },
  { what: 'password', edit: () => ({ password: `${canary}!` }), isTarget: false, connects: true },
  { what: 'sender', edit: () => ({ sender: 'other@shop.test' }), isTarget: false, connects: true },
];

for (const { what, edit, isTarget, connects } of changes) {
  test(`a proof is gone the moment the ${what} changes`, async ({ page }) => {
    const security = 'starttls' as const;
    const proven = { host: 'localhost', port: exim.port, security, ...login, sender: 'orders@shop.test' };
    await reachOwnSettings(page, proven);
    await page.getByRole('link', { name: words.settings.change('Server') }).click();
    const changed = { ...proven, ...edit() };
    await fillAccount(page, changed);
    await goToPorts(page);
    // Whoever looks at once, before a port was tried or chosen again.
    await page.goto('/setup/settings');
    if (isTarget) await expect(page).toHaveURL(/\/setup\/ports$/);
    else await settingsNotTested(page);
    await page.goto('/setup/ports');
    if (connects) {
      await goWithPort(page, changed.port);
      await skipTest(page);
      await settingsConnect(page);
    } else {
      await portsSettled(page);
      await goUntested(page);
      await settingsNotTested(page);
    }
    // Only the first journey sent anything.
    expect(await exim.messages()).toHaveLength(1);
  });
}
