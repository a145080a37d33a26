/**
 * Looks for the canary password in everything a browser context lets out, keeps or shows: addresses, headers, bodies,
 * console, page text at every change, storage, cookies, history, downloads. The one place where it belongs is the body
 * of POST /api/test-message.
 */
import { readFile } from 'node:fs/promises';
import type { BrowserContext, Page, Request, Response } from '@playwright/test';
import { canary, canaryForms } from './canary';
import { watchPageText, withoutTypedPasswords } from './page-text';

type Place = { readonly where: string; readonly text: string };

const mayCarryIt = (request: Request) =>
  request.method() === 'POST' && new URL(request.url()).pathname === '/api/test-message';

function requestPlaces(request: Request): Place[] {
  const name = `${request.method()} ${new URL(request.url()).pathname}`;
  return [
    { where: `the address of ${name}`, text: request.url() },
    { where: `the headers of ${name}`, text: JSON.stringify(request.headers()) },
    { where: `the body of ${name}`, text: mayCarryIt(request) ? '' : (request.postData() ?? '') },
  ];
}

async function responsePlaces(response: Response): Promise<Place[]> {
  const name = `the answer to ${response.request().method()} ${new URL(response.url()).pathname}`;
  const headers = { where: name, text: JSON.stringify(response.headers()) };
  try {
    return [headers, { where: name, text: (await response.body()).toString('utf8') }];
  } catch {
    return [headers]; // a redirect, or a stream that its reader left: no body is kept
  }
}

/** What a page holds beside its text. */
async function keptBy(page: Page): Promise<Place[]> {
  if (page.isClosed()) return [];
  const kept = await page.evaluate(async () => ({
    'session storage': JSON.stringify(Object.entries(sessionStorage)),
    'local storage': JSON.stringify(Object.entries(localStorage)),
    'the names of its databases': JSON.stringify(await indexedDB.databases()),
    'the names of its caches': JSON.stringify('caches' in window ? await caches.keys() : []),
    'cookies a script can read': document.cookie,
    history: JSON.stringify([location.href, history.state, document.title, window.name]),
  }));
  return Object.entries(kept).map(([where, text]) => ({ where, text }));
}

export type LeakWatch = {
  /** Where the canary was seen, at the end of the test; empty when nowhere. */
  found(): Promise<string[]>;
};

/** `mayBeShown`: the test switches the password on and looks itself at what the page shows. */
export async function watchLeaks(
  context: BrowserContext,
  output: () => string,
  mayBeShown: boolean,
): Promise<LeakWatch> {
  const places: Place[] = [];
  const unread: Promise<void>[] = [];
  const later = (reading: Promise<readonly Place[]>) =>
    void unread.push(reading.then((more) => void places.push(...more)));
  context.on('request', (request) => places.push(...requestPlaces(request)));
  context.on('response', (response) => later(responsePlaces(response)));
  context.on('console', (message) => places.push({ where: 'the console', text: message.text() }));
  context.on('weberror', (error) => places.push({ where: 'an uncaught error', text: error.error().stack ?? '' }));
  context.on('page', (page) => {
    page.on('framenavigated', (frame) => places.push({ where: 'an address', text: frame.url() }));
    page.on('download', (download) => {
      if (mayBeShown) return;
      later(download.path().then(async (path) => [{ where: 'a download', text: await readFile(path, 'utf8') }]));
    });
  });
  if (!mayBeShown) await watchPageText(context, canary, (text) => places.push({ where: 'the page', text }));
  return {
    async found() {
      for (const page of context.pages()) {
        if (!mayBeShown) places.push({ where: 'the page', text: withoutTypedPasswords(await page.content()) });
        places.push(...(await keptBy(page)));
      }
      places.push({ where: 'the cookies', text: JSON.stringify(await context.storageState({ indexedDB: true })) });
      places.push({ where: 'what Outport printed', text: output() });
      await Promise.all(unread);
      return places.flatMap(({ where, text }) => canaryForms(text).map((form) => `${where} holds ${form}`));
    },
  };
}
