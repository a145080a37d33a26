import { expect, it } from 'vitest';
import { hostedStore, origin } from '@/e2e/lab/hosted-store';
import { GET, POST as press } from './[token]/route';
import { acceptArrival, arrivalLink, createArrival } from '@/lib/store/arrivals';
import { makeToken } from '@/lib/store/token';
import { POST as ask } from '@/app/api/arrivals/route';
import { keptArrivals } from '@/app/api/kept-arrivals';

const store = await hostedStore();

const host = { host: 'outport.example.com' };
const linkOf = (token: string) => new Request(arrivalLink(origin, token), { headers: host });
const pressOf = (token: string) => new Request(arrivalLink(origin, token), { method: 'POST', headers: host });
const contextOf = (token: string) => ({ params: Promise.resolve({ token }) });

async function state(body: unknown, more: Readonly<Record<string, string>> = {}): Promise<unknown> {
  const headers = { ...host, 'Content-Type': 'application/json', ...more };
  const request = new Request(`${origin}/api/arrivals`, { method: 'POST', headers, body: JSON.stringify(body) });
  const response = await ask(request);
  return response.ok ? response.json() : response.status;
}

it('a visit proves nothing, a press does, and only the first one', async () => {
  const messageId = '<one@shop.test>';
  const token = await createArrival(store, messageId, Date.now());
  expect(await state({ messageId })).toEqual({ status: 'waiting' });
  const accepted = Date.now() - 41_000;
  await acceptArrival(store, messageId, accepted);
  for (let visit = 0; visit < 3; visit += 1) {
    const page = GET(linkOf(token));
    expect(page.headers.get('x-robots-tag')).toContain('noindex');
    expect(page.headers.get('cache-control')).toBe('no-store');
    const html = await page.text();
    expect(html).toContain('<form method="post">');
    expect(html).not.toContain(token);
  }
  expect(await state({ messageId })).toEqual({ status: 'waiting' });
  expect((await press(pressOf(token), contextOf(token))).status).toBe(200);
  const opened = (await state({ messageId })) as { readonly status: string; readonly afterMs: number };
  expect(opened.status).toBe('opened');
  expect(opened.afterMs).toBeGreaterThanOrEqual(41_000);
  expect((await press(pressOf(token), contextOf(token))).status).toBe(410);
  expect(await state({ messageId })).toEqual(opened);
});

it('a token that is nobody’s opens nothing, and its page looks like any other', async () => {
  const messageId = '<two@shop.test>';
  const token = await createArrival(store, messageId, Date.now());
  expect(await GET(linkOf(makeToken())).text()).toBe(await GET(linkOf(token)).text());
  for (const other of [makeToken(), '', 'x', `${token}x`, token.toLowerCase() + ' ', "' OR 1=1"])
    expect((await press(pressOf(encodeURIComponent(other)), contextOf(other))).status).toBe(410);
  expect(await state({ messageId })).toEqual({ status: 'waiting' });
});

it('only our own pages may ask, by a Message-ID, and a message that nobody knows is unknown', async () => {
  expect(await state({ messageId: '<nobody@shop.test>' })).toEqual({ status: 'unknown' });
  expect(await state({ messageId: '<x@y>' }, { origin: 'https://other.test' })).toBe(403);
  expect(await state({ messageId: '<x@y>' }, { host: 'other.test' })).toBe(403);
  for (const wrong of [{}, { messageId: '' }, { messageId: 'x'.repeat(999) }, { messageId: 'x', more: 1 }])
    expect(await state(wrong)).toBe(400);
});

it('a message that is sent gets a link of its own, and its acceptance is noted before it is told', async () => {
  const messageId = '<sent@shop.test>';
  const arrivals = await keptArrivals();
  const link = (await arrivals?.linkFor(messageId)) ?? '';
  expect(link.startsWith(`${origin}/a/`)).toBe(true);
  const token = link.slice(`${origin}/a/`.length);
  const outcome = { status: 'accepted' as const, reply: { code: 250, text: ['OK'] }, messageId };
  async function* events() {
    yield await Promise.resolve({ event: 'settled' as const, at: 1, outcome, transcript: [], attempts: [] });
  }
  for await (const event of arrivals?.noting(events()) ?? []) {
    expect(event).toMatchObject({ outcome: { status: 'accepted' } });
    await press(pressOf(token), contextOf(token));
    expect(await state({ messageId })).toMatchObject({ status: 'opened' });
  }
  expect.assertions(3);
});
