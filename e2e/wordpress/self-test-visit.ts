/** The exported file with its self test in a site behind its own web server, and a person who opens it and presses the button. */
import { randomBytes } from 'node:crypto';
import { expect } from 'vitest';
import { exportText } from '@/lib/exports/export-text';
import type { SelfTestRun } from '@/lib/exports/self-test/run';
import { selfTestText } from '@/lib/exports/self-test/self-test';
import { wordpressMuPlugin } from '@/lib/exports/wordpress-mu-plugin';
import type { SmtpSettings } from '@/lib/settings/smtp-settings';
import { selfTestOutcome, type SelfTestOutcome } from '@/lib/wizard/self-test-outcome';
import { readSelfTestResult, type SelfTestResult } from '@/lib/wizard/self-test-result';
import { hiddenFields, serveSite, type Page, type WebServer } from './web-server';
import type { WordPressSite } from './wordpress-site';

export const hex = () => randomBytes(16).toString('hex');
export const now = () => Math.floor(Date.now() / 1000);

type Others = Readonly<Record<string, string>>;
type Place = { readonly site: WordPressSite; readonly authority: string };
type Installed = { readonly run: SelfTestRun; readonly query: string; readonly web: WebServer };

/** Puts the exported file into the site, and starts its web server. */
export async function install(
  { site, authority }: Place,
  settings: SmtpSettings,
  more: { readonly others?: Others; readonly madeAt?: number } = {},
): Promise<Installed> {
  const run: SelfTestRun = {
    key: hex(),
    id: hex(),
    madeAt: more.madeAt ?? now(),
    to: 'reader@mail.test',
    returnAddress: 'http://127.0.0.1:3000/setup/settings',
  };
  const text = exportText(wordpressMuPlugin, settings, { includePassword: true, proof: 'Not tested' });
  site.setMustUsePlugins({ [wordpressMuPlugin.fileName]: text + selfTestText(settings, run), ...more.others });
  return { run, query: `?outport-self-test=${run.key}`, web: await serveSite(site, authority) };
}

/** Opens the address and presses the button. */
export async function press({ web, query }: Installed): Promise<Page> {
  const page = await web.get(query);
  expect(page.status).toBe(200);
  return web.post(query, hiddenFields(page.html));
}

/** The result as the page's link carries it, read as Outport reads it. */
function resultOf({ html }: Page, { run }: Installed): SelfTestResult {
  const link = /href="([^"]*#self-test=[^"]*)"/.exec(html)?.[1] ?? '';
  const read = readSelfTestResult(link, [run], now());
  if (read.status !== 'read') throw new Error(`${read.refusal}: ${html}`);
  return read.result;
}

export type Tried = {
  readonly page: Page;
  readonly title: string;
  readonly result: SelfTestResult;
  readonly outcome: SelfTestOutcome;
};

/** The whole way, beside other plugins; PHP must not complain. */
export async function tryIt(place: Place, settings: SmtpSettings, others: Others = {}): Promise<Tried> {
  const installed = await install(place, settings, { others });
  const page = await press(installed);
  const result = resultOf(page, installed);
  const title = /<h1>([^<]*)/.exec(page.html)?.[1] ?? '';
  expect(installed.web.complaints()).toBe('');
  return { page, result, title, outcome: selfTestOutcome(result) };
}
