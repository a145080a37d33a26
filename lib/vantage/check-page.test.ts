import { existsSync, readFileSync, utimesSync } from 'node:fs';
import { afterEach, describe, expect, test } from 'vitest';
import { hasPhp } from '@/e2e/lab/has-php';
import { serveCheckFile, type PhpOptions, type ServedCheck } from '@/e2e/lab/php-check';
import { startScriptedServer } from '@/lib/network/testing/scripted-server';
import type { Endpoint } from '@/lib/smtp/endpoint';
import { readCheckResult } from './check-result';
import type { CheckRun } from './check-run';
import { fragmentName } from './check-token';
import { sampleRun } from './testing/sample-run';

const nobody = 65_534;
const standing: { stop(): Promise<void> }[] = [];
afterEach(async () => {
  for (const one of standing.splice(0)) await one.stop();
});

/** A mail server that greets in a hostile way, and the check of it on a web server. */
async function stand(options: PhpOptions = {}, nowMs: number = Date.now()) {
  const dialogue = [{ say: '554 <script>alert(1)</script>\u001b[2J "\'&\r\n' }];
  const mail = await startScriptedServer({ dialogue });
  const endpoints: Endpoint[] = [{ host: '127.0.0.1', port: mail.port, security: 'starttls' }];
  const run = sampleRun(endpoints, nowMs);
  const web = await serveCheckFile(run, options);
  standing.push(mail, web);
  return { mail, run, web };
}

async function wrongKeys(web: ServedCheck, count: number): Promise<number[]> {
  const statuses: number[] = [];
  for (let tries = 0; tries < count; tries += 1) statuses.push((await web.post({ key: 'wrong' })).status);
  return statuses;
}

const unescape = (html: string) =>
  html.replace(
    /&(lt|gt|quot|#039|amp);/g,
    (_, name: string) => ({ lt: '<', gt: '>', quot: '"', '#039': "'" })[name] ?? '&',
  );

const tokenIn = (page: string) => /#check-result=([\w.-]+)/.exec(page)?.[1] ?? '';
const read = (text: string, run: CheckRun) => readCheckResult(text, run);

describe.skipIf(!hasPhp)('the page of the check', () => {
  test('runs it for the key, shows it, and carries it back by link and as text', async () => {
    const { mail, run, web } = await stand();
    const answer = await web.post({ key: run.key });
    const page = await answer.text();
    expect(answer.status).toBe(200);
    expect(page).toContain('does not work');
    expect(page).toContain(`href="http://127.0.0.1:3000/setup/ports#${fragmentName}=`);
    const pasted = unescape(/<textarea[^>]*>([^<]*)/.exec(page)?.[1] ?? '');
    const readings = [await read(tokenIn(page), run), await read(pasted, run)];
    for (const reading of readings)
      expect(reading).toMatchObject({ status: 'taken', result: { by: 'php-web', problems: [] } });
    expect(mail.sessions).toHaveLength(1);
    expect(web.log()).not.toMatch(/Warning|Notice|Deprecated|Fatal/);
  });

  test.each([
    ['a visit', ''],
    ['the key in the address', '?key=KEY'],
    ['the key and everything else in the address', '?key=KEY&delete=1&host=10.0.0.1&port=22&return=http://evil.test'],
  ])('does nothing for %s', async (_name, query) => {
    const { mail, run, web } = await stand();
    for (const method of ['GET', 'HEAD', 'PUT', 'DELETE']) {
      const answer = await fetch(web.url + query.replace('KEY', run.key), { method });
      const page = await answer.text();
      expect(page).not.toContain(run.key);
      expect(page).not.toContain('check-result=');
    }
    expect([mail.sessions.length, existsSync(web.file)]).toEqual([0, true]);
  });

  test('nothing in a request changes what is tried, or where the result goes', async () => {
    const { mail, run, web } = await stand();
    const other = await startScriptedServer({ dialogue: [] });
    standing.push(other);
    const wishes = { host: '127.0.0.1', port: String(other.port), return: 'http://evil.test/', security: 'cleartext' };
    const query = `?endpoints[0][1]=${other.port}&return=http://evil.test/&run=x`;
    const page = await (
      await web.post({ key: run.key, ...wishes, 'endpoints[0][1]': String(other.port) }, query)
    ).text();
    expect([mail.sessions.length, other.sessions.length]).toEqual([1, 0]);
    expect(page).not.toContain('evil.test');
    expect(await read(tokenIn(page), run)).toMatchObject({ status: 'taken' });
  });

  test('a server’s words stand there as text', async () => {
    const { run, web } = await stand();
    const page = await (await web.post({ key: run.key })).text();
    expect(page).toContain('The server said: 554 &lt;script&gt;alert(1)&lt;/script&gt;\\u001b[2J &quot;&#039;&amp;');
    expect(page).not.toMatch(/<script>alert|<script[^>]*>alert/);
  });

  test('runs no script but its own, sends nowhere, and is kept and found by nobody', async () => {
    const { web } = await stand();
    const answer = await fetch(web.url);
    const page = await answer.text();
    const policy = answer.headers.get('content-security-policy') ?? '';
    const nonce = /script-src 'nonce-([^']+)'/.exec(policy)?.[1];
    expect(policy).toMatch(/^default-src 'none'; .*form-action 'self'; base-uri 'none'; frame-ancestors 'none'$/);
    expect(page.match(/<(?:script|style)[^>]*>/g)).toEqual([`<style nonce="${nonce}">`, `<script nonce="${nonce}">`]);
    expect(policy).not.toBe((await fetch(web.url)).headers.get('content-security-policy'));
    const wanted = {
      'cache-control': 'no-store',
      'referrer-policy': 'no-referrer',
      'x-robots-tag': 'noindex, nofollow',
    };
    for (const [name, value] of Object.entries(wanted)) expect(answer.headers.get(name)).toBe(value);
  });
});

describe.skipIf(!hasPhp)('wrong keys', () => {
  test('are answered five times, and then everything is 404, the right key too', async () => {
    const { mail, run, web } = await stand();
    const content = readFileSync(web.file, 'utf8');
    expect(await wrongKeys(web, 6)).toEqual([403, 403, 403, 403, 403, 404]);
    const after = [
      await web.post({ key: run.key }),
      await web.post({ key: run.key, delete: '1' }),
      await fetch(web.url),
    ];
    expect(after.map(({ status }) => status)).toEqual([404, 404, 404]);
    expect(mail.sessions).toEqual([]);
    expect(readFileSync(web.file, 'utf8')).toBe(content);
  });

  test('four of them leave the right one working', async () => {
    const { run, web } = await stand();
    expect(await wrongKeys(web, 4)).toEqual([403, 403, 403, 403]);
    expect((await web.post({ key: run.key })).status).toBe(200);
  });

  test.skipIf(process.getuid?.() !== 0)('that cannot be counted are not found, and the right one works', async () => {
    const { run, web } = await stand({ uid: nobody });
    expect(await wrongKeys(web, 3)).toEqual([404, 404, 404]);
    expect((await web.post({ key: run.key })).status).toBe(200);
  });

  test.each([
    ['none', {}],
    ['an empty one', { key: '' }],
    ['a list', { 'key[]': 'x' }],
    ['a key with more behind it', { key: `${'A'.repeat(22)}x` }],
  ])('%s is wrong as well', async (_name, fields) => {
    const { web } = await stand();
    expect((await web.post(fields)).status).toBe(403);
    expect(web.log()).not.toMatch(/Warning|Notice|Fatal/);
  });
});

describe.skipIf(!hasPhp)('the hour of a check', () => {
  const minutes = (count: number) => Date.now() + count * 60_000;
  test.each([
    ['an hour and nine minutes ago', -69, 200, 'Take it back'],
    ['an hour and eleven minutes ago', -71, 410, 'This check ended at'],
    ['nine minutes from now, by a clock that is behind', 9, 200, 'Take it back'],
    ['eleven minutes from now, by a clock that is behind', 11, 410, 'certificates fail with it'],
  ])('made %s', async (_name, offset, status, words) => {
    const { run, web } = await stand({}, minutes(offset));
    const answer = await web.post({ key: run.key });
    expect([answer.status, (await answer.text()).includes(words)]).toEqual([status, true]);
  });

  test('over, the file can still be deleted by its owner alone', async () => {
    const { run, web } = await stand({}, minutes(-200));
    await web.post({ key: 'wrong', delete: '1' });
    expect(existsSync(web.file)).toBe(true);
    expect(await (await web.post({ key: run.key, delete: '1' })).text()).toContain('Deleted');
    expect(existsSync(web.file)).toBe(false);
  });
});

test.skipIf(!hasPhp || process.getuid?.() !== 0)('says so when PHP may not delete it', async () => {
  const { run, web } = await stand({ uid: nobody });
  utimesSync(web.file, new Date(), new Date());
  expect(await (await web.post({ key: run.key, delete: '1' })).text()).toContain('the way you uploaded it');
  expect(existsSync(web.file)).toBe(true);
});
