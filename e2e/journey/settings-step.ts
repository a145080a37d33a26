/** The last step: what was proven, and the values to copy. */
import { expect, type Locator, type Page } from '@playwright/test';
import { words } from './words';

const { settings } = words;

export const snippet = (page: Page): Locator => page.getByRole('region', { name: settings.snippet });

export async function settingsWork(page: Page): Promise<void> {
  await expect(page.getByRole('heading', { level: 1, name: settings.works })).toBeVisible();
}

/** Nothing of these values was tried, and the page says so. */
export async function settingsNotTested(page: Page): Promise<void> {
  await expect(snippet(page)).toBeVisible(); // before that the page does not know its draft yet
  await expect(page.getByRole('heading', { level: 1 })).toContainText(settings.notTested);
  await expect(page.getByRole('main')).not.toContainText(settings.works);
}

/** The port was seen to work from the web server; from here nothing was tested, and nothing is claimed. */
export async function settingsForThere(page: Page): Promise<void> {
  await expect(snippet(page)).toBeVisible(); // before that the page does not know its draft yet
  await expect(page.getByRole('heading', { level: 1 })).toContainText(settings.connectsThere);
  await expect(page.getByRole('main')).not.toContainText(settings.works);
}

/** The port was tried with these values, a message was not. */
export async function settingsConnect(page: Page): Promise<void> {
  await expect(snippet(page)).toBeVisible(); // before that the page does not know its draft yet
  await expect(page.getByRole('heading', { level: 1 })).toContainText(settings.connect);
  await expect(page.getByRole('main')).not.toContainText(settings.works);
}

/** Where a program cannot be given the settings: what leads on. */
const wayOut = (page: Page): Locator =>
  page
    .getByRole('link', { name: settings.changeLogin })
    .or(page.getByRole('link', { name: settings.backToPorts }))
    .or(page.getByRole('button', { name: settings.useNextPort }));

/** The programs of the kind that is open. */
export const programNames = (page: Page): Promise<string[]> =>
  page.getByRole('group', { name: settings.programs, exact: true }).locator('label').allInnerTexts();

/** Opens the lines for one program; `name` is what stands on its button. */
export async function chooseProgram(page: Page, kind: string, name: string): Promise<void> {
  await page.getByRole('group', { name: settings.kinds }).getByRole('radio', { name: kind, exact: true }).check();
  const programs = page.getByRole('group', { name: settings.programs, exact: true });
  await programs.getByRole('radio', { name, exact: true }).check();
}

/** Chooses each program of each kind in turn, and lets `look` see whether it can be given these settings. */
export async function forEachFormat(page: Page, look: (isExpressible: boolean) => Promise<void>): Promise<void> {
  const kinds = page.getByRole('group', { name: settings.kinds }).getByRole('radio');
  for (const kind of await kinds.all()) {
    await kind.check();
    const programs = page.getByRole('group', { name: settings.programs, exact: true });
    await expect(programs).toBeVisible(); // the list of another kind is gone with the choice
    for (const format of await programs.getByRole('radio').all()) {
      await format.check();
      await expect(snippet(page).or(wayOut(page))).toBeVisible();
      await look(await snippet(page).isVisible());
    }
  }
}
