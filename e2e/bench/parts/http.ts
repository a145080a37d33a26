/** The built program through its routes: round trips as its client sees them, and what 500 requests at once cost it. */
import { place } from '../bench-place';
import { startLine } from '../line';
import { startServers } from '../load';
import { whyNoLine } from '../needs';
import type { Part } from '../part';
import { serve } from '../served';
import { median, type Row, type Table } from '../verdict';
import { hurry } from '../worker';
import { mostRoundTrips } from './round-trip-tables';

const roundTripMs = 50;
const runs = 11;
const port = 3127;
const { host } = place.hosts[0];

const asked = [
  { what: 'first working port of four (465)', job: 'httpProbe', ports: [...place.ports], fewest: 4 },
  { what: '465 usable', job: 'httpProbe', ports: [465], fewest: 4 },
  { what: '587 usable', job: 'httpProbe', ports: [587], fewest: 6 },
  { what: 'message accepted on 465', job: 'httpMessage', ports: [465], fewest: 7 },
  { what: 'message accepted on 587', job: 'httpMessage', ports: [587], fewest: 9 },
] as const;

async function alongTheLine(scratch: string): Promise<Table> {
  const { near, inside, roots } = await startLine({ roundTripMs, scratch });
  const { url, pid } = await serve(port, inside, { NODE_EXTRA_CA_CERTS: roots });
  hurry(pid);
  const times = new Map<string, number[]>(asked.map(({ what }) => [what, []]));
  const roundTrips: number[] = [];
  // The first run loads the routes and does not count.
  for (let run = 0; run <= runs; run += 1) {
    if (run > 0) roundTrips.push(await near.call('roundTrip'));
    for (const { what, job, ports } of asked) {
      const ms = await near.call(job, { url, host, ports });
      if (run > 0) times.get(what)?.push(ms);
    }
  }
  const roundTrip = median(roundTrips);
  const rows = asked.map(({ what, fewest }): Row => {
    const ms = median(times.get(what) ?? []);
    const figure = ms / roundTrip;
    const budget = mostRoundTrips(fewest, roundTrip);
    return { what, cells: [ms.toFixed(0), figure.toFixed(2), String(fewest), budget.toFixed(2)], figure, budget };
  });
  const title = `Over HTTP, ${roundTripMs} ms away, from the request on and less the look-up, medians of ${runs} runs`;
  return { title, head: ['', 'ms', 'round trips', 'fewest', 'budget'], rows };
}

async function atOnce(scratch: string): Promise<Table> {
  const { start, endpoints, roots } = await startServers(scratch);
  const served = await serve(port, [], { NODE_EXTRA_CA_CERTS: roots });
  const { near, set: bare } = await start('bare');
  const ask = (people: number) => near.call('httpCrowd', { url: served.url, people, endpoints });
  await ask(50);
  await bare({ people: 50, rounds: 4 });
  const turns: { readonly http: number; readonly bare: number; readonly perSecond: number }[] = [];
  for (let turn = 0; turn < 5; turn += 1) {
    const before = served.cpuMs();
    const started = performance.now();
    const problems = await ask(500);
    const tookMs = performance.now() - started;
    if (problems.length > 0) throw new Error(`500 requests at once: ${problems.join('; ')}`);
    const http = (served.cpuMs() - before) / 500;
    const { cpuMs, probes } = await bare({ people: 500, rounds: 1 });
    turns.push({ http, bare: cpuMs / probes, perSecond: 500_000 / tookMs });
  }
  const of = (figure: (turn: (typeof turns)[number]) => number) => median(turns.map(figure));
  const cells = [
    of(({ http }) => http).toFixed(2),
    of((turn) => turn.bare).toFixed(2),
    of((turn) => turn.http / turn.bare).toFixed(2),
    of(({ perSecond }) => perSecond).toFixed(0),
  ];
  const title = `Over HTTP, one port each, medians of ${turns.length} turns; CPU is the server's`;
  return { title, head: ['', 'CPU ms', 'bare', 'times', 'probes/s'], rows: [{ what: '500 at once', cells }] };
}

export const http: Part = {
  name: 'http',
  isQuick: false,
  whyNot: whyNoLine,
  async run(scratch) {
    return [await alongTheLine(scratch), await atOnce(scratch)];
  },
};
