/** The watches themselves: a guard that sees nothing would let every other test pass. */
import { expect, test } from './fixtures';
import { canary, canaryForms, canaryInPieces } from './watch/canary';
import { watchComplaints } from './watch/complaints';
import { watchLeaks } from './watch/leaks';

const place = 'http://watched.test';

/** A leak, as a script of a page that has the password, and where the watch must have seen it. */
const leaks: readonly (readonly [where: string, script: string])[] = [
  ['the address of GET /', `await fetch('/?' + encodeURIComponent(secret))`],
  ['the headers of GET /', `await fetch('/', { headers: { 'x-note': btoa(secret.slice(0, 20)) } })`],
  ['the body of POST /api/probe', `await fetch('/api/probe', { method: 'POST', body: JSON.stringify([secret]) })`],
  ['the answer to POST /api/test-message', `await fetch('/api/test-message', { method: 'POST', body: secret })`],
  ['the console', `console.log(secret)`],
  ['an uncaught error', `setTimeout(() => { throw new Error(secret); })`],
  ['the page', `document.body.title = secret; await null; document.body.title = ''`],
  ['session storage', `sessionStorage.setItem('draft', JSON.stringify({ secret }))`],
  ['local storage', `localStorage.setItem('draft', btoa(unescape(encodeURIComponent(secret))))`],
  ['cookies a script can read', `document.cookie = 'note=' + encodeURIComponent(secret)`],
  ['history', `history.replaceState({ secret }, '')`],
  ['an address', `history.pushState(null, '', '#' + encodeURIComponent(secret)); history.back()`],
  [
    'a download',
    `Object.assign(document.createElement('a'), { download: 'x', href: URL.createObjectURL(new Blob([secret])) }).click()`,
  ],
  [
    'the cookies',
    `await new Promise((done) => {
      const asked = indexedDB.open('notes');
      asked.onupgradeneeded = () => asked.result.createObjectStore('notes').add(secret, 1);
      asked.onsuccess = () => done(asked.result.close());
    })`,
  ],
];

test('the watch sees a password wherever a page lets it out', async ({ browser }) => {
  const context = await browser.newContext();
  const watch = await watchLeaks(context, () => '', false);
  await context.route(`${place}/**`, (route) => {
    const isApi = new URL(route.request().url()).pathname.startsWith('/api/');
    return route.fulfill({ contentType: 'text/html', body: isApi ? JSON.stringify({ youSaid: canary }) : '<p>' });
  });
  const page = await context.newPage();
  await page.goto(place);
  for (const [, script] of leaks) await page.evaluate(`(async (secret) => { ${script}; })(${JSON.stringify(canary)})`);
  const seen = async () => {
    const found = await watch.found();
    return leaks.map(([where]) => where).filter((where) => !found.some((line) => line.startsWith(`${where} holds`)));
  };
  await expect.poll(seen, { message: 'what the watch missed' }).toEqual([]);
  await context.close();
});

test('the watch sees a password in what Outport prints', async ({ browser }) => {
  const context = await browser.newContext();
  const watch = await watchLeaks(context, () => `user=${encodeURIComponent(canary)}`, false);
  expect((await watch.found()).join()).toContain('what Outport printed');
  await context.close();
});

test('the canary is known in every form, and in pieces', () => {
  const bytes = Buffer.from(`\0shop\0${canary}`);
  for (const form of [
    canary,
    canary.toUpperCase(),
    JSON.stringify(JSON.stringify(canary)),
    encodeURIComponent(canary),
    bytes.toString('base64'),
    bytes.subarray(1).toString('base64url'),
    bytes.subarray(2).toString('base64'),
    bytes.toString('hex'),
  ])
    expect(canaryForms(form), form).not.toEqual([]);
  expect(canaryInPieces('Welle\nnsit\r\ntich 47')).not.toEqual([]);
  expect(canaryForms('An ordinary page about ports, with a budgerigar on it')).toEqual([]);
});

test('the watch hears what a page complains about', async ({ browser }) => {
  const context = await browser.newContext();
  const complaints = await watchComplaints(context);
  await context.route(`${place}/**`, (route) =>
    route.fulfill({
      contentType: 'text/html',
      headers: { 'content-security-policy': "style-src 'none'" },
      body: '<p>',
    }),
  );
  const page = await context.newPage();
  await page.goto(place);
  await page.evaluate(() => {
    document.body.setAttribute('style', 'color: red');
    setTimeout(() => {
      throw new Error('unheard');
    });
  });
  await expect
    .poll(() => complaints.join('\n'))
    .toMatch(/content policy: style-src[\s\S]*unheard|unheard[\s\S]*content policy: style-src/);
  await context.close();
});
