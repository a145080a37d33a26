/** What axe finds on a page as it stands, and whether it scrolls sideways. */
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { expect, type Page } from '@playwright/test';

const axeSource = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

type Axe = {
  run(options: object): Promise<{ violations: { id: string; nodes: { html: string; failureSummary?: string }[] }[] }>;
};

async function violations(page: Page): Promise<string[]> {
  // Evaluated from outside, so the page's content policy stays as it is.
  if (!(await page.evaluate(() => 'axe' in window))) await page.evaluate(axeSource);
  return page.evaluate(async () => {
    const { axe } = window as unknown as { axe: Axe };
    const found = await axe.run({ resultTypes: ['violations'] });
    return found.violations.map(
      ({ id, nodes }) =>
        `${id}: ${nodes.map(({ html, failureSummary }) => `${html.slice(0, 200)} ${failureSummary ?? ''}`).join('\n')}`,
    );
  });
}

/** How many pixels of the page lie beside the window. */
const sideways = (page: Page) =>
  page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);

/** `state` names what is looked at, for whoever reads the failure. */
export async function expectAccessible(page: Page, state: string): Promise<void> {
  // Soft, so that one run tells of every state.
  expect.soft(await violations(page), state).toEqual([]);
  expect.soft(await sideways(page), `${state}, pixels beside the window`).toBeLessThanOrEqual(0);
}
