import { gzipSync } from 'node:zlib';
import type { Page } from '@playwright/test';

/** One script of a page: its path, and its bytes after `gzip -9`. */
export type PageScript = { readonly path: string; readonly bytes: number };

/** How long after the load event a script that is fetched still counts. */
const settleMs = 2000;

/** Every `src` of the served HTML's script elements, those for browsers without modules left out. */
function referenced(html: string): string[] {
  return [...html.matchAll(/<script\b[^>]*>/gi)]
    .map(([tag]) => tag)
    .filter((tag) => !/\bnomodule\b/i.test(tag))
    .flatMap((tag) => /\bsrc="([^"]+)"/i.exec(tag)?.[1] ?? []);
}

/**
 * Opens an address → the scripts that the served HTML references, and those that the browser fetched until two seconds
 * after the load event, each once, heaviest first.
 */
export async function measureScripts(page: Page, address: string): Promise<readonly PageScript[]> {
  const paths = new Set<string>();
  page.on('request', (request) => {
    if (request.resourceType() === 'script') paths.add(new URL(request.url()).pathname);
  });
  const served = await page.goto(address, { waitUntil: 'load' });
  for (const source of referenced((await served?.text()) ?? '')) paths.add(new URL(source, page.url()).pathname);
  // The measure itself is a length of time: what the page fetches by then belongs to it.
  await page.waitForTimeout(settleMs);
  page.removeAllListeners('request');
  const scripts = [...paths].map(async (path) => {
    const answer = await page.request.get(path);
    return { path, bytes: gzipSync(await answer.body(), { level: 9 }).length };
  });
  return (await Promise.all(scripts)).sort((a, b) => b.bytes - a.bytes);
}
