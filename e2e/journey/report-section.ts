/** A report to hand over, and the list of those that this browser made. */
import { readFile } from 'node:fs/promises';
import type { Page } from '@playwright/test';
import { words } from './words';

const { report } = words;

/** Presses a download and reads the file: its name and its text. */
export async function downloadReport(
  page: Page,
  form: 'HTML' | 'Markdown' | 'JSON',
): Promise<{ readonly name: string; readonly text: string }> {
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    page
      .getByRole('button', { name: report.download(form) })
      .first()
      .click(),
  ]);
  return { name: download.suggestedFilename(), text: await readFile(await download.path(), 'utf8') };
}
