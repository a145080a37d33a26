import { randomUUID } from 'node:crypto';
import { setTimeout as pause } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { sampleReport } from './lab/sample-report';
import { startHosted, type HostedOutport } from './lab/hosted-outports';
import { startPostgres, whyNoPostgres, type TestPostgres } from './lab/postgres';
import { leaveSentMessage } from './lab/sent-message';

/** How soon what happened on one instance has to be seen on the other. */
const soonMs = 2000;

describe.skipIf(whyNoPostgres !== undefined)('two Outports behind one address, on one PostgreSQL', () => {
  let postgres: TestPostgres;
  let outports: readonly HostedOutport[] = [];
  beforeAll(async () => {
    postgres = await startPostgres();
    outports = await startHosted(2, { DATABASE_URL: postgres.url });
  }, 240_000);
  afterAll(async () => {
    await Promise.all(outports.map((outport) => outport.stop()));
    await postgres.stop();
  });

  async function stateAt(outport: HostedOutport | undefined, messageId: string): Promise<string> {
    const answer = await outport?.ask('/api/arrivals', JSON.stringify({ messageId }));
    return (JSON.parse(answer?.body ?? '{}') as { readonly status: string }).status;
  }

  it.each([
    [0, 1],
    [1, 0],
  ])('an arrival opened on %i appears on %i within two seconds', async (here, there) => {
    const messageId = `<${randomUUID()}@shop.test>`;
    const token = leaveSentMessage(messageId, { DATABASE_URL: postgres.url });
    expect(await stateAt(outports[there], messageId)).toBe('waiting');
    expect((await outports[here]?.ask(`/a/${token}`))?.status).toBe(200);
    expect(await stateAt(outports[there], messageId)).toBe('waiting');
    expect((await outports[here]?.ask(`/a/${token}`, ''))?.status).toBe(200);
    const pressed = performance.now();
    while ((await stateAt(outports[there], messageId)) !== 'opened') {
      expect(performance.now() - pressed).toBeLessThan(soonMs);
      await pause(50);
    }
    expect(performance.now() - pressed).toBeLessThan(soonMs);
    expect((await outports[there]?.ask(`/a/${token}`, ''))?.status).toBe(410);
  });

  it('a report made on one is read on the other, and gone there when it is deleted', async () => {
    const made = await outports[0]?.ask('/api/reports', sampleReport);
    const { id, path, deleteToken } = JSON.parse(made?.body ?? '{}') as Readonly<Record<string, string>>;
    expect([made?.status, (await outports[1]?.ask(path ?? ''))?.status]).toEqual([201, 200]);
    const form = new URLSearchParams({ token: deleteToken ?? '' }).toString();
    expect((await outports[1]?.ask(`/r/${id}`, form))?.status).toBe(200);
    expect((await outports[0]?.ask(path ?? ''))?.status).toBe(404);
  });
});
