/** The check from a web server: made on the ports step, placed on a website, and brought back. */
import { join } from 'node:path';
import { expect, type Page } from '@playwright/test';
import { fillAccount, goToPorts } from './account-step';
import { portsSettled } from './ports-step';
import { chooseAnotherServer } from './provider-step';
import { words } from './words';

const { webCheck } = words;
const file = 'outport-check.php';

/** Tries the ports of a server from here, and has the check made. */
export async function openCheck(page: Page, account: Parameters<typeof fillAccount>[1]): Promise<void> {
  await chooseAnotherServer(page);
  await fillAccount(page, account);
  await goToPorts(page);
  await portsSettled(page);
  await page.getByRole('button', { name: webCheck.open }).click();
}

/** Downloads the check file into the folder of the website → its path. */
export async function uploadFile(page: Page, folder: string): Promise<string> {
  const downloading = page.waitForEvent('download');
  await page.getByRole('button', { name: webCheck.download }).click();
  const path = join(folder, file);
  await (await downloading).saveAs(path);
  return path;
}

/** Opens the file's page on the website, presses its button, and follows its link back → the page that it led to. */
export async function openFile(page: Page, site: string): Promise<Page> {
  await page.getByLabel(webCheck.site).fill(site);
  const opening = page.context().waitForEvent('page');
  await page.getByRole('link', { name: `Open ${site}/${file} (new tab)` }).click();
  const there = await opening;
  await there.getByRole('button').first().click();
  await there
    .getByRole('link', { name: /Outport/ })
    .first()
    .click();
  await expect(there.getByText('The result is left for the tab')).toBeVisible();
  return there;
}

/** Pastes a result where no link brought it. */
export async function pasteResult(page: Page, text: string): Promise<void> {
  await page.getByLabel(webCheck.paste).fill(text);
  await page.getByRole('button', { name: webCheck.take }).click();
}
