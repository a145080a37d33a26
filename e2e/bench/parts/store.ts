/** Whether a hundred thousand kept reports, or the removal of as many that have expired, slow a request. */
import { execFile } from 'node:child_process';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { keptReport } from '@/lib/report/testing/kept-report';
import { freePorts } from '../../lab/free-ports';
import { startPostgres, whyNoPostgres } from '../../lab/postgres';
import { rawRequest } from '../../raw-http';
import type { Part } from '../part';
import { serve } from '../served';
import { median, type Row, type Table } from '../verdict';
import { stopAll } from '../worker';

const many = 100_000;
const turns = 301;
/** The most that a request may take in times of the same at an empty Outport. */
const most = 1.5;
const host = 'outport.example.com';

/** What is there, beside a hundred reports that somebody opens. */
const fillings = [
  { name: 'empty', rows: 0, expires: 0 },
  { name: 'kept', rows: many, expires: Date.UTC(2100, 0) },
  { name: 'expired', rows: many, expires: 1 },
] as const;

/** The variables that say where an Outport keeps its rows. */
type Place = Readonly<Record<string, string>>;
type Asked = (turn: number) => Promise<void>;
type Running = Readonly<Record<'GET /r/ID' | 'POST /api/reports' | 'POST /api/arrivals', Asked>>;

/** The ids of the hundred. */
async function fill(place: Place, { rows, expires }: (typeof fillings)[number]): Promise<readonly string[]> {
  const script = ['e2e/bench/run-typescript.mjs', 'lib/store/testing/many-rows.ts'];
  const env = { ...process.env, ...place, ROWS: String(rows), EXPIRES: String(expires), BODY: keptReport };
  const { stdout } = await promisify(execFile)(process.execPath, script, { env });
  return stdout.trim().split('\n');
}

let clients = 0;

/** An Outport with that much kept, and how it is asked. */
async function start(place: Place, filling: (typeof fillings)[number]): Promise<Running> {
  const ids = await fill(place, filling);
  const [port = 0] = await freePorts(1);
  const hosted = { OUTPORT_MODE: 'hosted', OUTPORT_ORIGIN: `https://${host}`, OUTPORT_TRUSTED_PROXIES: '1' };
  await serve(port, [], { ...hosted, ...place });
  const ask = async (path: string, expected: number, body?: string) => {
    clients += 1;
    const client = `192.${clients >> 16}.${(clients >> 8) & 255}.${clients & 255}`;
    const headers = { Host: host, 'Content-Type': 'application/json', 'X-Forwarded-For': client };
    const { status } = await rawRequest(port, path, headers, body);
    if (status !== expected) throw new Error(`${path} answered ${status}.`);
  };
  return {
    'GET /r/ID': (turn) => ask(`/r/${ids[turn % ids.length] ?? ''}`, 200),
    'POST /api/reports': () => ask('/api/reports', 201, keptReport),
    'POST /api/arrivals': (turn) =>
      ask('/api/arrivals', 200, JSON.stringify({ messageId: `<${(turn * 331) % many}@many.test>` })),
  };
}

/** All three take turns, so that what else the machine does is the same for each. */
async function compare(name: string, places: readonly Place[]): Promise<Table> {
  const running: Running[] = [];
  for (const [index, filling] of fillings.entries()) running.push(await start(places[index] ?? {}, filling));
  const what = ['GET /r/ID', 'POST /api/reports', 'POST /api/arrivals'] as const;
  const times = new Map<string, number[]>();
  for (let turn = 0; turn < turns + 20; turn += 1)
    for (const path of what)
      for (const [index, outport] of running.entries()) {
        const before = performance.now();
        await outport[path](turn);
        const taken = times.get(`${path} ${index}`) ?? [];
        times.set(`${path} ${index}`, turn < 20 ? [] : [...taken, performance.now() - before]);
      }
  const rows = what.map((path): Row => {
    const [empty = 0, kept = 0, expired = 0] = running.map((_, index) => median(times.get(`${path} ${index}`) ?? []));
    const figure = Math.max(kept, expired) / empty;
    const shown = [...[empty, kept, expired].map((ms) => ms.toFixed(2)), (kept / empty).toFixed(2)];
    return { what: path, cells: [...shown, (expired / empty).toFixed(2), most.toFixed(1)], figure, budget: most };
  });
  const title = `${name}: ms of an Outport that keeps nothing, ${many} reports, and ${many} that are being removed`;
  return { title, head: ['', 'nothing', 'kept', 'expired', 'times', 'times', 'budget'], rows };
}

export const store: Part = {
  name: 'store',
  isQuick: false,
  whyNot: () => undefined,
  async run(scratch, say) {
    const tables = [
      await compare(
        'SQLite',
        fillings.map(({ name }) => ({ OUTPORT_DATA: join(scratch, name) })),
      ),
    ];
    await stopAll();
    if (whyNoPostgres !== undefined) {
      say(whyNoPostgres);
      return tables;
    }
    const clusters = [await startPostgres(), await startPostgres(), await startPostgres()];
    try {
      const places = clusters.map(({ url }) => ({ DATABASE_URL: url }));
      return [...tables, await compare('PostgreSQL', places)];
    } finally {
      await stopAll();
      for (const cluster of clusters) await cluster.stop();
    }
  },
};
