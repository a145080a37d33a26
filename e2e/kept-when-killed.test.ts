import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import { describe, expect, it, onTestFinished } from 'vitest';
import { startHosted, type HostedOutport } from './lab/hosted-outports';
import { startPostgres, whyNoPostgres } from './lab/postgres';
import { sampleReport } from './lab/sample-report';

/** The path of each report that was answered for, while `isOver` is false. */
async function keepMaking(outport: HostedOutport, told: string[], isOver: () => boolean): Promise<void> {
  while (!isOver()) {
    const { status, body } = await outport.ask('/api/reports', sampleReport);
    expect(status).toBe(201);
    told.push((JSON.parse(body) as { readonly path: string }).path);
  }
}

it('an Outport that is killed while it makes reports shows every one it told of, after three kills, too', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'outport-killed-'));
  onTestFinished(() => rmSync(folder, { recursive: true }));
  const told: string[] = [];
  for (const enough of [5, 40, 90]) {
    const [outport] = await startHosted(1, { OUTPORT_DATA: folder });
    if (outport === undefined) throw new Error('None started.');
    let isOver = false;
    // What is under way when it dies gets no answer.
    const makers = Array.from({ length: 6 }, () => keepMaking(outport, told, () => isOver).catch(() => undefined));
    const before = told.length;
    await expect.poll(() => told.length - before, { timeout: 60_000, interval: 1 }).toBeGreaterThanOrEqual(enough);
    await outport.kill();
    isOver = true;
    await Promise.all(makers);
  }
  const [outport] = await startHosted(1, { OUTPORT_DATA: folder });
  const statuses = await Promise.all(told.map(async (path) => (await outport?.ask(path))?.status));
  await outport?.stop();
  expect(told.length).toBeGreaterThanOrEqual(135);
  expect(new Set(statuses)).toEqual(new Set([200]));
}, 240_000);

describe.skipIf(whyNoPostgres !== undefined)('where PostgreSQL keeps them', () => {
  it('nothing is told of a report before it is committed', async () => {
    const postgres = await startPostgres();
    const [outport] = await startHosted(1, { DATABASE_URL: postgres.url });
    const other = new pg.Client({ connectionString: postgres.url });
    await other.connect();
    onTestFinished(async () => {
      await other.end();
      await outport?.stop();
      await postgres.stop();
    });
    const count = async (query: string) => Number((await other.query<{ count: string }>(query)).rows[0]?.count);
    const waiting = () => count('select count(*) from pg_locks where not granted');

    // Opens the store, and then nobody else may write reports; reading goes on.
    expect((await outport?.ask('/r/AAAAAAAAAAAAAAAAAAAAAA'))?.status).toBe(404);
    await other.query('begin');
    await other.query('lock table reports in exclusive mode');
    let status: number | undefined;
    const making = outport?.ask('/api/reports', sampleReport).then((answer) => (status = answer.status));
    await expect.poll(waiting, { timeout: 10_000, interval: 5 }).toBe(1);
    // A later question is answered, so the earlier one had its chance.
    expect((await outport?.ask('/r/AAAAAAAAAAAAAAAAAAAAAA'))?.status).toBe(404);
    expect(status).toBeUndefined();
    await other.query('commit');
    expect(await making).toBe(201);
    expect(await count('select count(*) from reports')).toBe(1);
  }, 240_000);
});
