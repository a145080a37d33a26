/** The whole journey with a server of one's own. */
import type { Page } from '@playwright/test';
import { fillAccount, goToPorts, type OwnServer } from './account-step';
import { accepted, goToSettings, sendTestEmail } from './message-step';
import { goWithPort } from './ports-step';
import { chooseAnotherServer } from './provider-step';
import { settingsWork } from './settings-step';

export async function reachOwnPorts(page: Page, server: OwnServer): Promise<void> {
  await chooseAnotherServer(page);
  await fillAccount(page, server);
  await goToPorts(page);
}

export async function reachOwnMessage(page: Page, server: OwnServer & { readonly port: number }): Promise<void> {
  await reachOwnPorts(page, server);
  await goWithPort(page, server.port);
}

export async function reachOwnSettings(page: Page, server: OwnServer & { readonly port: number }): Promise<void> {
  await reachOwnMessage(page, server);
  await sendTestEmail(page);
  await accepted(page);
  await goToSettings(page);
  await settingsWork(page);
}
