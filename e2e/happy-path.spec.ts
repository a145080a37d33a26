import { expect, test } from './fixtures';
import { passwordField } from './journey/account-step';
import { accepted, correctPassword, loginRefused, sendTestEmail } from './journey/message-step';
import { portRows } from './journey/ports-step';
import { practicePassword, reachPorts, reachSettings } from './journey/practice';
import { words } from './journey/words';

const silentOnes = process.platform === 'win32' ? 0 : 1;

test('from the start page to working settings in at most 8 presses, and the mail stands in the inbox', async ({
  page,
}) => {
  expect(await reachSettings(page)).toBeLessThanOrEqual(8);
  await page.goto('/practice/inbox');
  await expect(page.getByRole('listitem').filter({ hasText: 'Outport test' }).first()).toBeVisible();
});

test('a silent port does not hold the others back, and every port has its row', async ({ page }) => {
  await reachPorts(page);
  await expect(portRows(page)).toHaveCount(3 + silentOnes);
  await expect(portRows(page).filter({ hasText: words.ports.role(465) })).toContainText(words.ports.recommended);
  await expect(portRows(page).filter({ hasText: words.ports.silent })).toHaveCount(silentOnes, { timeout: 10_000 });
});

test('a wrong password is explained, and corrected with one field and one press', async ({ page, request }) => {
  await reachPorts(page);
  await page.getByRole('button', { name: words.back }).click();
  await passwordField(page).fill('wrong');
  await page.getByRole('button', { name: words.account.go }).click();
  await page.getByRole('button', { name: words.ports.go }).click();
  await sendTestEmail(page);
  await loginRefused(page);
  await correctPassword(page, await practicePassword(request));
  await accepted(page);
});
