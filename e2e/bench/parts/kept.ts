/** Whether a store that holds a great many reports makes its Outport slower than one that holds few. */
import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { startPostgres, whyNoPostgres } from '../../lab/postgres';
import type { Part } from '../part';
import { reportBody } from '../report-body';
import { serve } from '../served';
import { median, type Row, type Table } from '../verdict';
import { stopAll } from '../worker';

const [few, many] = [100, 100_000];
const turns = 201;
const ports = [3127, 3128] as const;
/** The most that an answer may take, compared with the nearly empty store. */
const most = 1.5;

type Asked = { readonly what: string; readonly request: (url: string, id: string) => Request };
const json = (url: string, body: string) =>
  new Request(url, { method: 'POST', headers: { 'Content-Type': 'application/json' }, body });
const asked: readonly Asked[] = [
  { what: 'a report is read', request: (url, id) => new Request(`${url}/r/${id}`) },
  { what: 'a report is kept', request: (url) => json(`${url}/api/reports`, reportBody) },
  {
    what: 'an arrival is asked for',
    request: (url, id) => json(`${url}/api/arrivals`, JSON.stringify({ messageId: id })),
  },
];

type Side = { readonly url: string; readonly ids: readonly string[] };

let client = 0;
/** Milliseconds until the answer is read, by a client of its own: each may ask only so often. */
async function take({ request }: Asked, { url, ids }: Side, turn: number): Promise<number> {
  client += 1;
  const made = request(url, ids[turn % ids.length] ?? '');
  made.headers.set('X-Forwarded-For', `10.${client >> 16}.${(client >> 8) & 255}.${client & 255}`);
  const started = performance.now();
  const response = await fetch(made);
  await response.arrayBuffer();
  if (!response.ok) throw new Error(`${made.url} answered ${response.status}.`);
  return performance.now() - started;
}

/** What the environment says of a store. */
type Place = Readonly<Record<string, string>>;

function fill(place: Place, count: number): readonly string[] {
  const words = ['e2e/bench/run-typescript.mjs', 'e2e/bench/fill-store.ts'];
  const env = { ...process.env, ...place, REPORTS: String(count) };
  const { stdout, stderr } = spawnSync(process.execPath, words, { env, encoding: 'utf8' });
  if (stdout === '') throw new Error(stderr);
  return JSON.parse(stdout) as readonly string[];
}

async function startSide(port: number, place: Place, count: number): Promise<Side> {
  const ids = fill(place, count);
  const origin = `http://127.0.0.1:${port}`;
  const hosted = { OUTPORT_MODE: 'hosted', OUTPORT_ORIGIN: origin, OUTPORT_TRUSTED_PROXIES: '1' };
  const { url } = await serve(port, [], '', { ...hosted, ...place });
  return { url, ids };
}

async function compare(name: string, places: readonly [Place, Place]): Promise<Table> {
  const small = await startSide(ports[0], places[0], few);
  const large = await startSide(ports[1], places[1], many);
  const rows: Row[] = [];
  for (const one of asked) {
    const times: { readonly small: number; readonly large: number }[] = [];
    // The first turns load the routes and do not count.
    for (let turn = -20; turn < turns; turn += 1) {
      const index = turn + 20;
      const took = { small: await take(one, small, index), large: await take(one, large, index) };
      if (turn >= 0) times.push(took);
    }
    const [before, after] = [median(times.map((each) => each.small)), median(times.map((each) => each.large))];
    const cells = [before.toFixed(2), after.toFixed(2), (after / before).toFixed(2), most.toFixed(1)];
    rows.push({ what: one.what, cells, figure: after / before, budget: most });
  }
  const title = `${name}, over HTTP, in ms, medians of ${turns} turns`;
  return { title, head: ['', `${few} reports`, `${many} reports`, 'times', 'budget'], rows };
}

export const kept: Part = {
  name: 'kept',
  isQuick: false,
  whyNot: () => undefined,
  async run(scratch, say) {
    const folder = (name: string) => ({ OUTPORT_DATA: join(scratch, name) });
    const sqlite = await compare('SQLite', [folder('few'), folder('many')]);
    if (whyNoPostgres !== undefined) {
      say(`SQLite only. ${whyNoPostgres}`);
      return [sqlite];
    }
    await stopAll();
    const clusters = await Promise.all([startPostgres(), startPostgres()]);
    const [one, other] = clusters;
    try {
      return [sqlite, await compare('PostgreSQL', [{ DATABASE_URL: one.url }, { DATABASE_URL: other.url }])];
    } finally {
      await stopAll();
      await Promise.all(clusters.map((cluster) => cluster.stop()));
    }
  },
};
