import type { Page } from '@playwright/test';
import { expect, test } from './fixtures';
import { fillAccount, goToPorts, passwordField } from './journey/account-step';
import { accepted, correctPassword, goToSettings, loginRefused, sendTestEmail } from './journey/message-step';
import { openEverything } from './journey/page-state';
import { goUntested, portsSettled } from './journey/ports-step';
import { practicePassword, reachSettings } from './journey/practice';
import { chooseAnotherServer, chooseProvider, findProvider } from './journey/provider-step';
import { settingsNotTested, settingsWork } from './journey/settings-step';
import { words } from './journey/words';
import { expectAccessible } from './watch/accessibility';

const press = (page: Page, name: string | RegExp) => page.getByRole('button', { name }).click();

/** Every step of the practice journey, with a login that fails first. */
async function walkPractice(page: Page, password: string): Promise<void> {
  await page.goto('/setup/provider');
  await expect(page.getByRole('radio').first()).toBeVisible();
  await expectAccessible(page, 'the provider step');
  await press(page, words.provider.goUnanswered);
  await expect(page.getByRole('alert').filter({ hasText: words.problem })).toBeVisible();
  await expectAccessible(page, 'the provider step with its problem');
  await chooseProvider(page, words.provider.practice, 'Practice server');
  await press(page, words.account.fillPractice);
  await passwordField(page).fill('not this one');
  await expectAccessible(page, 'the account step of the practice server');
  await press(page, words.account.go);
  await expect(page.getByRole('button', { name: words.ports.go })).toBeVisible();
  await expectAccessible(page, 'the ports while one is still waited for');
  await portsSettled(page);
  await openEverything(page);
  await expectAccessible(page, 'the ports, every row opened');
  await press(page, words.ports.go);
  await expect(page.getByRole('heading', { level: 1, name: words.message.heading })).toBeVisible();
  await expectAccessible(page, 'the test step');
  await sendTestEmail(page);
  await loginRefused(page);
  await openEverything(page);
  await expectAccessible(page, 'a login that failed');
  await correctPassword(page, password);
  await accepted(page);
  await openEverything(page);
  await expectAccessible(page, 'a message that was accepted');
  await goToSettings(page);
  await settingsWork(page);
  await openEverything(page);
  await expectAccessible(page, 'the settings');
}

/** All the tiles, and what a provider tells first, asks for and has in store. */
async function walkProviders(page: Page): Promise<void> {
  await page.goto('/setup/provider');
  await press(page, words.provider.showAll);
  await expectAccessible(page, 'the provider step, every tile shown');
  for (const name of ['Microsoft 365', 'Amazon SES', 'OVHcloud']) {
    await findProvider(page, name);
    await openEverything(page);
    await expect(page.getByRole('heading', { level: 2, name: 'Before you start' })).toBeVisible();
    await expectAccessible(page, `the account step of ${name}`);
  }
}

/** An account that is filled in wrongly, then a server on which no port works. */
async function walkFailures(page: Page): Promise<void> {
  await chooseAnotherServer(page);
  await press(page, words.account.go);
  await expect(page.getByRole('alert').filter({ hasText: words.problem })).toBeVisible();
  await expectAccessible(page, 'the account step with its problems');
  await fillAccount(page, {
    host: '127.0.0.1',
    username: 'shop',
    password: 'pass',
    sender: 'shop@example.test',
    port: 1,
  });
  await expectAccessible(page, 'the account step of another server');
  await goToPorts(page);
  await portsSettled(page);
  await openEverything(page);
  await expectAccessible(page, 'no port works');
  await goUntested(page);
  await settingsNotTested(page);
  await expectAccessible(page, 'settings that were not tested');
}

for (const colorScheme of ['light', 'dark'] as const) {
  test.describe(`${colorScheme}, 320 px`, () => {
    test.use({ colorScheme, viewport: { width: 320, height: 700 } });

    test('axe finds nothing on any step of the journey, nor after a login that failed', async ({ page, request }) => {
      await walkPractice(page, await practicePassword(request));
    });

    test('axe finds nothing where the answers are wrong or no port works', async ({ page }) => {
      await walkFailures(page);
    });

    test('axe finds nothing on the provider’s own questions', async ({ page }) => {
      for (const [tile, name] of [
        [words.provider.google, /Google/],
        [words.provider.sendgrid, /SendGrid/],
      ] as const) {
        await page.goto('/setup/provider');
        await page.getByRole('radio', { name: tile }).check();
        await press(page, words.provider.goUnanswered);
        await expect(page.getByRole('heading', { level: 1, name })).toBeVisible();
        await expect(passwordField(page)).toBeVisible();
        await expectAccessible(page, String(name));
      }
    });

    test('axe finds nothing on the tiles when all are shown, nor on what a provider tells', async ({ page }) => {
      await walkProviders(page);
    });

    test.describe('beside the journey', () => {
      // Playwright's own script is refused in the sandboxed frame of a message, as everybody's should be.
      test.use({ tolerated: [/^console: Blocked script execution .* sandboxed/] });

      test('axe finds nothing on the open pages, in the inbox and on a message', async ({ page }) => {
        await reachSettings(page);
        for (const path of ['/', '/ports', '/practice/inbox']) {
          await page.goto(path);
          await expectAccessible(page, path);
        }
        await page.getByRole('main').getByRole('listitem').getByRole('link').first().click();
        await expect(page.getByRole('heading', { level: 1 })).not.toHaveText('Practice inbox');
        await expectAccessible(page, 'a message of the practice inbox');
      });
    });
  });
}

test.describe('at 200 % zoom', () => {
  // A window of 1280 by 800 pixels that shows everything twice as large.
  test.use({ viewport: { width: 640, height: 400 }, deviceScaleFactor: 2 });
  test('every step fits, and the journey works', async ({ page, request }) => {
    await walkPractice(page, await practicePassword(request));
  });
});

test.describe('in forced colours', () => {
  test.use({ forcedColors: 'active' });
  test('the journey works, and what tells states apart does not hang on a background', async ({ page, request }) => {
    await walkPractice(page, await practicePassword(request));
    for (const mark of await page.locator('main svg:visible').all()) {
      const colours = await mark.evaluate((svg) => getComputedStyle(svg).forcedColorAdjust);
      expect(['auto', 'preserve-parent-color']).toContain(colours);
    }
    await page.keyboard.press('Tab');
    const outline = await page.evaluate(() => {
      const style = getComputedStyle(document.activeElement ?? document.body);
      return { style: style.outlineStyle, width: parseFloat(style.outlineWidth) };
    });
    expect(outline.style).not.toBe('none');
    expect(outline.width).toBeGreaterThanOrEqual(2);
  });
});

test.describe('with reduced motion', () => {
  test.use({ reducedMotion: 'reduce' });
  test('nothing moves while ports are tried, and the words carry it all', async ({ page }) => {
    await page.addInitScript(() => {
      for (const name of ['animationstart', 'transitionrun'])
        document.addEventListener(
          name,
          (event) =>
            reportError(new Error(`${name}: ${event.target instanceof Element ? event.target.outerHTML : ''}`)),
          true,
        );
    });
    await chooseProvider(page, words.provider.practice, 'Practice server');
    await press(page, words.account.fillPractice);
    await press(page, words.account.go);
    await expect(page.getByRole('button', { name: words.ports.go })).toBeVisible();
    await portsSettled(page);
  });
});
