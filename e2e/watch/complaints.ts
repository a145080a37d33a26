/** What a page complains about: errors on its console, uncaught ones, and what its content policy had to stop. */
import type { BrowserContext } from '@playwright/test';

/** Watches every page of a context from its first document on; the list fills while the test runs. */
export async function watchComplaints(context: BrowserContext): Promise<readonly string[]> {
  const complaints: string[] = [];
  context.on('console', (message) => {
    if (message.type() === 'error') complaints.push(`console: ${message.text()} (${message.location().url})`);
  });
  context.on('weberror', (error) => complaints.push(`uncaught: ${error.error().message}`));
  await context.addInitScript(() => {
    document.addEventListener('securitypolicyviolation', ({ effectiveDirective, blockedURI, sample }) =>
      reportError(new Error(`stopped by the content policy: ${effectiveDirective} ${blockedURI} ${sample}`)),
    );
  });
  return complaints;
}
