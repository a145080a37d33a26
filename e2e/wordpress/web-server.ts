/** A WordPress site behind PHP's own web server, and a visitor who follows its forms. */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { setTimeout as pause } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { onTestFinished } from 'vitest';
import { freePorts } from '../lab/free-ports';
import type { WordPressSite } from './wordpress-site';

export type Page = { readonly status: number; readonly headers: Headers; readonly html: string };
export type WebServer = {
  get(query: string): Promise<Page>;
  post(query: string, fields: Readonly<Record<string, string>>): Promise<Page>;
  /** What PHP complained about. */
  complaints(): string;
};

async function pageOf(response: Response): Promise<Page> {
  return { status: response.status, headers: response.headers, html: await response.text() };
}

/** Starts it for one test; it answers one request after the other, so two at once need two of them.  `authority` is the file of certificates PHP trusts. */
export async function serveSite(site: WordPressSite, authority: string): Promise<WebServer> {
  const [port = 0] = await freePorts(1);
  const settings = ['display_errors=0', 'log_errors=1', 'error_log=', `openssl.cafile=${authority}`];
  const visit = fileURLToPath(new URL('visit.php', import.meta.url));
  const child = spawn(
    'php',
    [...settings.flatMap((setting) => ['-d', setting]), '-S', `127.0.0.1:${port}`, '-t', site.directory, visit],
    { env: { ...process.env, OUTPORT_SITE: site.directory } },
  );
  let said = '';
  child.stdout.on('data', (bytes: Buffer) => (said += bytes.toString()));
  child.stderr.on('data', (bytes: Buffer) => (said += bytes.toString()));
  const gone = once(child, 'exit');
  onTestFinished(async () => {
    child.kill('SIGTERM');
    await gone;
  });
  while (!said.includes('started')) {
    if (child.exitCode !== null) throw new Error(`PHP's web server did not start: ${said}`);
    await pause(20);
  }
  const address = (query: string) => `http://127.0.0.1:${port}/${query}`;
  return {
    get: async (query) => pageOf(await fetch(address(query), { redirect: 'manual' })),
    post: async (query, fields) =>
      pageOf(await fetch(address(query), { method: 'POST', body: new URLSearchParams(fields), redirect: 'manual' })),
    complaints: () =>
      said
        .split('\n')
        .filter((line) => /PHP (?:Warning|Notice|Deprecated|Fatal|Parse|Recoverable)/.test(line))
        .join('\n'),
  };
}

/** The fields of the one form on a page, as a browser would send them. */
export function hiddenFields(html: string): Record<string, string> {
  return Object.fromEntries(
    [...html.matchAll(/<input type="hidden" name="([^"]*)" value="([^"]*)">/g)].map(([, name = '', value = '']) => [
      name,
      value,
    ]),
  );
}
