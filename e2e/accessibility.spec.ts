import { createRequire } from 'node:module';
import type { Page } from '@playwright/test';
import { expect, test } from './fixtures';
import { reachPorts, reachSettings } from './journey/practice';

const axe = createRequire(import.meta.url).resolve('axe-core/axe.min.js');

async function problems(page: Page): Promise<string[]> {
  await page.addScriptTag({ path: axe });
  return page.evaluate(async () => {
    const { violations } = await (
      window as unknown as { axe: { run(): Promise<{ violations: { id: string; nodes: { html: string }[] }[] }> } }
    ).axe.run();
    return violations.map(
      ({ id, nodes }) =>
        `${id}: ${nodes
          .map(({ html }) => html)
          .join(' ')
          .slice(0, 300)}`,
    );
  });
}

const overflow = (page: Page) =>
  page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);

for (const colorScheme of ['light', 'dark'] as const) {
  test.describe(colorScheme, () => {
    test.use({ colorScheme, viewport: { width: 320, height: 700 }, bypassCSP: true });
    for (const path of ['/', '/setup/provider', '/ports', '/practice/inbox']) {
      test(`axe finds nothing on ${path}, and nothing scrolls sideways at 320 px`, async ({ page }) => {
        await page.goto(path);
        expect(await problems(page)).toEqual([]);
        expect(await overflow(page)).toBeLessThanOrEqual(0);
      });
    }
    test('axe finds nothing on the steps of the journey', async ({ page }) => {
      await reachPorts(page);
      expect(await problems(page)).toEqual([]);
      expect(await overflow(page)).toBeLessThanOrEqual(0);
      await reachSettings(page);
      expect(await problems(page)).toEqual([]);
      expect(await overflow(page)).toBeLessThanOrEqual(0);
    });
  });
}
