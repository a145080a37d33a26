/** What can be done on any page. */
import type { Page } from '@playwright/test';

/** Opens every closed detail, so that nothing on the page is hidden behind a press. */
export async function openEverything(page: Page): Promise<void> {
  await page.locator('details').evaluateAll((all) => {
    for (const details of all) if (details instanceof HTMLDetailsElement) details.open = true;
  });
}
