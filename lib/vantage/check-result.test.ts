import { deflateRawSync } from 'node:zlib';
import { describe, expect, test } from 'vitest';
import { readCheckResult, refusalSentences, type CheckResult, type Refusal } from './check-result';
import type { CheckRun } from './check-run';
import { mostBytes } from './check-token';
import { blockOf, plain, refusedEverywhere, resultOf, sampleEndpoints, sampleRun, tokenOf } from './testing/sample-run';

const run = sampleRun();
const hour = 3_600_000;
const deflated = (text: string) => deflateRawSync(text).toString('base64url');
const tokenFor = (change: Partial<Record<keyof CheckResult, unknown>> = {}, signer: CheckRun = run) =>
  tokenOf(signer, plain({ ...resultOf(run), ...change }));

async function refusal(text: string, options: { nowMs?: number; takenAt?: number } = {}): Promise<Refusal | 'taken'> {
  const reading = await readCheckResult(text, run, options);
  return reading.status === 'taken' ? 'taken' : reading.reason;
}

describe('a result is taken', () => {
  test.each([
    ['as the fragment of an address', (token: string) => `http://127.0.0.1:3000/setup/ports#check-result=${token}`],
    ['as a fragment', (token: string) => `#check-result=${token}`],
    ['as the bare word', (token: string) => `  ${token}\n`],
    ['as a block', blockOf],
    ['as a block in a terminal full of other things', (token: string) => `$ php x.php\n\nhello\n${blockOf(token)}$ `],
    ['as a block quoted in a mail', (token: string) => blockOf(token).replace(/^/gm, '> ')],
    ['as a block with the line ends of Windows', (token: string) => blockOf(token).replaceAll('\n', '\r\n')],
  ])('%s', async (_name, dress) => {
    const reading = await readCheckResult(dress(await tokenFor()), run);
    expect(reading).toMatchObject({ status: 'taken', result: resultOf(run) });
    const endpoints = reading.status === 'taken' ? reading.report.endpoints : [];
    expect(endpoints.map(({ endpoint, outcome }) => [endpoint.port, outcome?.status])).toEqual([
      [465, 'failed'],
      [587, 'failed'],
    ]);
  });

  test('packed as well as plain', async () =>
    expect(await refusal(await tokenOf(run, deflated(JSON.stringify(resultOf(run))), 'z'))).toBe('taken'));

  test('when the host let nothing be tried, with the reason', async () =>
    expect(await refusal(await tokenFor({ events: [], problems: ['no-openssl'] }))).toBe('taken'));

  test.each([
    ['nine minutes before the run was made', (run.madeAt - 540) * 1000],
    ['nine minutes after its hour', (run.expiresAt + 540) * 1000],
  ])('when the clock there said %s', async (_name, at) => expect(await refusal(await tokenFor({ at }))).toBe('taken'));
});

const other = sampleRun();
const more = [...sampleEndpoints, { host: 'smtp.example.com', port: 25, security: 'starttls' } as const];

const refused: readonly (readonly [Refusal, string, () => Promise<string> | string])[] = [
  ['no-result', 'nothing', () => ''],
  ['no-result', 'something else', () => 'It works!'],
  ['no-result', 'a word with a part too many', async () => `${await tokenFor()}.x`],
  ['no-result', 'an unknown packing', () => tokenOf(run, plain(resultOf(run)), 'g')],
  ['oversized', 'more than 64 kB', () => 'x'.repeat(mostBytes + 1)],
  ['oversized', 'little that unpacks to more than 64 kB', () => tokenOf(run, deflated(' '.repeat(10_000_000)), 'z')],
  ['truncated', 'a word without its end', async () => (await tokenFor()).slice(0, -1)],
  ['truncated', 'a word without its signature', async () => (await tokenFor()).replace(/\.[^.]*$/, '')],
  ['truncated', 'a block without its last line', async () => blockOf(await tokenFor()).replace(/-----END.*/, '')],
  ['truncated', 'a block without its first line', async () => blockOf(await tokenFor()).replace(/-----BEGIN.*/, '')],
  ['truncated', 'an empty block', () => blockOf('')],
  ['other-version', 'a later way of signing', () => tokenOf(run, plain(resultOf(run)), 'j', 'outport2')],
  ['other-run', 'the result of another run', () => tokenOf(other, plain(resultOf(other)))],
  ['other-run', 'the result of another run inside, signed as this one', () => tokenFor({ run: other.id })],
  ['forged', 'a changed letter', async () => (await tokenFor()).replace(/\.j\.(.)/, '.j.$1A')],
  ['forged', 'another secret', () => tokenFor({}, { ...run, secret: other.secret })],
  ['forged', 'a signature that is none', async () => (await tokenFor()).replace(/[^.]*$/, 'A'.repeat(43))],
  ['forged', 'plain content said to be packed', async () => (await tokenFor()).replace('.j.', '.z.')],
  ['unreadable', 'content that is no base64url', () => tokenOf(run, 'x')],
  ['unreadable', 'content that is not packed', () => tokenOf(run, plain(resultOf(run)), 'z')],
  ['unreadable', 'content that is no JSON', () => tokenOf(run, plain('{').slice(2))],
  ['unreadable', 'a key nobody knows', () => tokenOf(run, plain({ ...resultOf(run), html: '<b>' }))],
  ['unreadable', 'another version of Outport', () => tokenFor({ version: '9.9.9' })],
  ['unreadable', 'an event nobody knows', () => tokenFor({ events: [{ event: 'script', at: 0 }] })],
  ['unreadable', 'a problem nobody knows', () => tokenFor({ problems: ['<script>'], events: [] })],
  ['other-endpoints', 'an endpoint more', () => tokenFor({ events: refusedEverywhere(more) })],
  ['other-endpoints', 'an endpoint fewer', () => tokenFor({ events: refusedEverywhere(more.slice(0, 1)) })],
  ['other-endpoints', 'a probe that did not end', () => tokenFor({ events: resultOf(run).events.slice(0, -1) })],
  ['other-endpoints', 'nothing tried, and no reason why', () => tokenFor({ events: [] })],
  ['stale', 'a clock far behind', () => tokenFor({ at: run.madeAt * 1000 - hour })],
  ['stale', 'a clock far ahead', () => tokenFor({ at: run.expiresAt * 1000 + hour })],
];

describe('a result is refused', () => {
  test.each(refused)('as %s: %s', async (reason, _name, text) => expect(await refusal(await text())).toBe(reason));

  test('when it comes too late', async () =>
    expect(await refusal(await tokenFor(), { nowMs: run.expiresAt * 1000 + hour })).toBe('stale'));

  test('when it or a newer one of the same run was taken before; the next one is taken', async () => {
    const { at } = resultOf(run);
    for (const takenAt of [at, at + 1]) expect(await refusal(await tokenFor(), { takenAt })).toBe('already-used');
    expect(await refusal(await tokenFor(), { takenAt: at - 1 })).toBe('taken');
  });

  test('for every reason there is, each with a sentence of its own', () => {
    const tried = new Set<string>(['already-used', ...refused.map(([reason]) => reason)]);
    expect([...tried].sort()).toEqual(Object.keys(refusalSentences).sort());
    const sentences = Object.values(refusalSentences);
    expect(new Set(sentences).size).toBe(sentences.length);
    for (const sentence of sentences) expect(sentence).toMatch(/^[A-Z].*\.$/);
  });
});
