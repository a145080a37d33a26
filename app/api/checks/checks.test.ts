import { describe, expect, it } from 'vitest';
import { hostedStore, origin } from '@/e2e/lab/hosted-store';
import { POST as ask } from '@/app/api/brought-checks/route';
import { bringCheck } from '@/lib/store/checks';
import { removeExpired } from '@/lib/store/expiry';
import { plain, resultOf, sampleRun, tokenOf } from '@/lib/vantage/testing/sample-run';
import { POST as bring } from './route';

const store = await hostedStore();

let client = 0;
/** Every request from a client of its own, unless it is said to be the same. */
async function post(route: typeof ask, body: unknown, more: Readonly<Record<string, string>> = {}) {
  client += 1;
  const headers = {
    host: 'outport.example.com',
    'Content-Type': 'application/json',
    'X-Forwarded-For': `192.0.2.${client % 250}`,
    ...more,
  };
  const text = typeof body === 'string' ? body : JSON.stringify(body);
  const response = await route(new Request(`${origin}/api/x`, { method: 'POST', headers, body: text }));
  return { status: response.status, text: await response.text() };
}
const asked = async (run: string, after = 0): Promise<unknown> => JSON.parse((await post(ask, { run, after })).text);

describe('a result that a web server brings', () => {
  it('is handed to whoever knows the run, once for each time it came, and the newest', async () => {
    const run = sampleRun();
    expect(await asked(run.id)).toEqual({ status: 'waiting' });
    const first = await tokenOf(run, plain(resultOf(run)));
    expect(await post(bring, { token: first })).toEqual({ status: 200, text: '{"status":"kept"}' });
    const answer = (await asked(run.id)) as { readonly token: string; readonly at: number };
    expect(answer).toMatchObject({ status: 'brought', token: first });
    expect(await asked(run.id, answer.at)).toEqual({ status: 'waiting' });
    expect(await asked(sampleRun().id)).toEqual({ status: 'waiting' });
    await bringCheck(store, run.id, 'a newer one', answer.at + 1);
    expect(await asked(run.id, answer.at)).toMatchObject({
      status: 'brought',
      token: 'a newer one',
      at: answer.at + 1,
    });
  });

  it('is forgotten when its hour and ten minutes are over', async () => {
    const run = sampleRun();
    const now = Date.now();
    await bringCheck(store, run.id, 'x', now - 70 * 60_000);
    expect(await asked(run.id)).toEqual({ status: 'waiting' });
    await removeExpired(store, now);
    const rows = await store.selectFrom('checks').select('token').where('token', '=', 'x').execute();
    expect(rows).toEqual([]);
  });

  it('is kept under no name that could be read out of the store', async () => {
    const run = sampleRun();
    await bringCheck(store, run.id, 'x', Date.now());
    const names = await store.selectFrom('checks').select('run_hash').execute();
    expect(JSON.stringify(names)).not.toContain(run.id);
  });

  it('is not taken when it is none, is too long, or comes from a page elsewhere', async () => {
    const run = sampleRun();
    const token = await tokenOf(run, plain(resultOf(run)));
    for (const wrong of ['', 'hello', token.slice(0, -1), `${token}.x`])
      expect(await post(bring, { token: wrong })).toEqual({ status: 400, text: '{"error":"no-result"}' });
    for (const wrong of [{}, { token: 1 }, { token, more: 1 }, '{'])
      expect((await post(bring, wrong)).status).toBe(400);
    expect((await post(bring, { token: 'x'.repeat(65_537) })).status).toBe(400);
    expect((await post(bring, { token: 'x'.repeat(70_000) })).status).toBe(413);
    expect((await post(bring, { token }, { origin: 'https://shop.example' })).status).toBe(403);
    expect((await post(bring, { token }, { host: 'other.test' })).status).toBe(403);
    expect(await asked(run.id)).toEqual({ status: 'waiting' });
  });

  it('is asked for by a run’s id and nothing else', async () => {
    for (const wrong of [{ run: 'x', after: 0 }, { run: sampleRun().id }, { run: sampleRun().id, after: -1 }, {}])
      expect((await post(ask, wrong)).status).toBe(400);
  });

  it('is taken twenty times an hour from one client', async () => {
    const token = await tokenOf(sampleRun(), plain(resultOf(sampleRun())));
    const from = { 'X-Forwarded-For': '198.51.100.7' };
    const statuses: number[] = [];
    for (let time = 0; time < 21; time += 1) statuses.push((await post(bring, { token }, from)).status);
    expect(statuses).toEqual([...Array<number>(20).fill(200), 429]);
  });
});
