import { afterAll, beforeAll, expect, test } from 'vitest';
import { acceptArrival, createArrival } from './arrivals';
import { openStore, type Store } from './open-store';
import { startPostgres, whyNoPostgres, type TestPostgres } from './testing/postgres';
import { makeLabCertificates } from '@/e2e/lab/certificates';
import { freePorts } from '@/e2e/lab/free-ports';
import { startOutport, type Outport } from '@/e2e/lab/outport';

let postgres: TestPostgres;
let store: Store;
let instances: readonly Outport[];

beforeAll(async () => {
  if (whyNoPostgres !== undefined) return;
  postgres = await startPostgres();
  store = await openStore({ postgres: postgres.url });
  const { authority } = await makeLabCertificates();
  const ports = await freePorts(2);
  const environment = { DATABASE_URL: postgres.url };
  // As `npm start` serves it, and not as Vitest sees itself.
  instances = await Promise.all(
    ports.map((port) => startOutport(port, authority, 'hosted', { ...environment, NODE_ENV: 'production' })),
  );
}, 240_000);
afterAll(async () => {
  if (whyNoPostgres !== undefined) return;
  await Promise.all(instances.map((instance) => instance.stop()));
  await store.destroy();
  await postgres.stop();
});

async function stateAt({ url }: Outport, messageId: string): Promise<unknown> {
  const headers = { 'Content-Type': 'application/json' };
  const answer = await fetch(`${url}/api/arrivals`, { method: 'POST', headers, body: JSON.stringify({ messageId }) });
  return answer.json();
}

test.skipIf(whyNoPostgres !== undefined)(
  'an arrival opened on one of two instances is told by the other within two seconds',
  async () => {
    const [one, other] = instances;
    if (one === undefined || other === undefined) throw new Error('Two were to start.');
    const messageId = `<${crypto.randomUUID()}@shop.test>`;
    const token = await createArrival(store, messageId, Date.now());
    await acceptArrival(store, messageId, Date.now());
    for (const instance of instances) expect(await stateAt(instance, messageId)).toEqual({ status: 'waiting' });
    expect((await fetch(`${one.url}/a/${token}`, { method: 'POST' })).status).toBe(200);
    await expect
      .poll(() => stateAt(other, messageId), { timeout: 2000, interval: 20 })
      .toMatchObject({ status: 'opened' });
    // And what was pressed on one is used up on the other.
    expect((await fetch(`${other.url}/a/${token}`, { method: 'POST' })).status).toBe(410);
  },
);

test.skipIf(whyNoPostgres !== undefined)('a report that one keeps is read and deleted at the other', async () => {
  const [one, other] = instances;
  if (one === undefined || other === undefined) throw new Error('Two were to start.');
  const headers = { 'Content-Type': 'application/json' };
  const report = {
    version: 1,
    made: '2026-11-24T10:06:00.000Z',
    vantage: 'hosted',
    host: 'mail.example.com',
    ports: [],
    findings: [],
    masked: true,
  };
  const made = await fetch(`${one.url}/api/reports`, { method: 'POST', headers, body: JSON.stringify(report) });
  const { id, path, deleteToken } = (await made.json()) as Record<'id' | 'path' | 'deleteToken', string>;
  expect((await fetch(`${other.url}${path}`)).status).toBe(200);
  const body = JSON.stringify({ id, deleteToken });
  expect((await fetch(`${other.url}/api/reports`, { method: 'DELETE', headers, body })).status).toBe(204);
  expect((await fetch(`${one.url}${path}`)).status).toBe(404);
});
