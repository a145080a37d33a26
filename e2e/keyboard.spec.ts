import type { Locator, Page } from '@playwright/test';
import { expect, test } from './fixtures';
import { portRows } from './journey/ports-step';
import { settingsWork, snippet } from './journey/settings-step';
import { words } from './journey/words';

/** Where the focus is: whether it is drawn, and lies in the window. */
async function expectVisibleFocus(page: Page): Promise<void> {
  const focus = await page.evaluate(() => {
    const element = document.activeElement;
    if (element === null || element === document.body) return undefined;
    // A control drawn by its label shows its focus there.
    const drawn = [element, ...(element instanceof HTMLInputElement ? (element.labels ?? []) : [])];
    const { left, right, top, bottom } = (drawn.at(-1) ?? element).getBoundingClientRect();
    return {
      name: element.outerHTML.slice(0, 120),
      isOutlined: drawn.some((part) => getComputedStyle(part).outlineStyle !== 'none'),
      isInView: right > 0 && left < innerWidth && bottom > 0 && top < innerHeight,
    };
  });
  if (focus !== undefined) expect(focus).toMatchObject({ isOutlined: true, isInView: true });
}

/** Presses Tab until `target` has the focus; each place on the way must show that it has it. */
async function tabTo(page: Page, target: Locator): Promise<void> {
  await expect(target).toBeVisible();
  for (let presses = 0; presses < 80; presses += 1) {
    await page.keyboard.press('Tab');
    await expectVisibleFocus(page);
    if (await target.evaluate((element) => element === document.activeElement)) return;
  }
  throw new Error(`Tab does not lead to ${String(target)}`);
}

async function press(page: Page, target: Locator, key: 'Enter' | 'Space'): Promise<void> {
  await tabTo(page, target);
  await page.keyboard.press(key);
}

const heading = (page: Page) => page.getByRole('heading', { level: 1 });
const button = (page: Page, name: string | RegExp) => page.getByRole('button', { name });

for (const width of [1280, 320]) {
  test.describe(`at ${width} px`, () => {
    test.use({ viewport: { width, height: 720 } });

    test('the whole journey works with the keyboard alone', async ({ page }) => {
      await page.goto('/');
      await press(page, page.getByRole('link', { name: words.start, exact: true }), 'Enter');
      await expect(page).toHaveURL(/\/setup\/provider$/);

      const practice = page.getByRole('radio', { name: words.provider.practice });
      await tabTo(page, page.getByRole('radio').first());
      for (let moves = await page.getByRole('radio').count(); moves > 0 && !(await practice.isChecked()); moves -= 1)
        await page.keyboard.press('ArrowDown');
      await expect(practice).toBeChecked();
      await press(page, button(page, words.provider.go('Practice server')), 'Enter');
      await expect(heading(page)).toBeFocused();

      await press(page, button(page, words.account.fillPractice), 'Space');
      await press(page, button(page, words.account.go), 'Enter');
      await expect(heading(page)).toBeFocused();

      await expect(button(page, words.ports.go)).toBeVisible();
      await press(page, portRows(page).first().locator('summary').first(), 'Enter');
      await expect(portRows(page).first().locator('details').first()).toHaveAttribute('open', '');
      await press(page, button(page, words.ports.go), 'Enter');
      await expect(heading(page)).toBeFocused();

      await press(page, button(page, words.message.send), 'Enter');
      await press(page, button(page, words.message.go), 'Enter');
      await settingsWork(page);
      await expect(heading(page)).toBeFocused();

      await press(page, page.getByRole('checkbox', { name: words.settings.include }), 'Space');
      await expect(page.getByRole('checkbox', { name: words.settings.include })).toBeChecked();
      await tabTo(page, snippet(page));
      await press(page, button(page, words.settings.another), 'Enter');
      await expect(page).toHaveURL(/\/setup\/provider$/);
    });
  });
}

test('whoever comes from the start page arrives at the heading of the first question', async ({ page }) => {
  await page.goto('/');
  await press(page, page.getByRole('link', { name: words.start, exact: true }), 'Enter');
  await expect(page.getByRole('heading', { level: 1, name: words.provider.question })).toBeFocused();
});

test('the first Tab leads to a link that skips to the content', async ({ page }) => {
  await page.goto('/setup/provider');
  await expect(page.getByRole('radio').first()).toBeVisible();
  await page.keyboard.press('Tab');
  await expect(page.getByRole('link', { name: words.skip })).toBeFocused();
  await expectVisibleFocus(page);
  await page.keyboard.press('Enter');
  await page.keyboard.press('Tab');
  await expect(page.getByLabel(words.provider.search)).toBeFocused();
  await page.keyboard.press('Tab');
  await expect(page.getByRole('radio').first()).toBeFocused();
});

test('an error summary takes the focus, and its links lead to their fields', async ({ page }) => {
  await page.goto('/setup/provider');
  await page.getByRole('radio', { name: words.provider.own }).check();
  await press(page, button(page, words.provider.goUnanswered), 'Enter');
  await expect(heading(page)).toBeFocused();
  await press(page, button(page, words.account.go), 'Enter');
  await expect(page.getByRole('alert').filter({ hasText: words.problem })).toBeFocused();
  await page.keyboard.press('Tab');
  await page.keyboard.press('Enter');
  await expect(page.getByLabel(words.account.host)).toBeFocused();
  await expect(page.getByLabel(words.account.host)).toHaveAttribute('aria-invalid', 'true');
});

test('the title says that there is a problem', async ({ page }) => {
  await page.goto('/setup/provider');
  await button(page, words.provider.goUnanswered).click();
  await expect(page.getByRole('alert').filter({ hasText: words.problem })).toBeFocused();
  await expect(page).toHaveTitle(/^Error: /);
  await page.getByRole('radio', { name: words.provider.own }).check();
  await button(page, words.provider.goUnanswered).click();
  await button(page, words.account.go).click();
  await expect(page.getByRole('alert').filter({ hasText: words.problem })).toBeFocused();
  await expect(page).toHaveTitle(/^Error: /);
});
