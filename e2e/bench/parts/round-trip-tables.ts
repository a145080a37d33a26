/** What was measured along a line, as tables. Pure. */
import { place } from '../bench-place';
import { median, type Row, type Table } from '../verdict';

/** Milliseconds of every run, by what they are the time of. */
export type Samples = Record<string, number[]>;
export type Measured = { readonly roundTripMs: number; readonly samples: Samples };

/** On top of a tenth more than the fewest round trips, the program may take this of its own. */
const ownMs = 30;

/** The fewest round trips → as many as a figure from the first SYN on may be. */
export const mostRoundTrips = (fewest: number, roundTrip: number): number => fewest * 1.1 + ownMs / roundTrip;

/** A port that takes no connection is settled by then. */
const silentMs = 6_000;

const withSilence = place.hosts.filter(({ silent }) => silent.length > 0);

/** What is promised from the first SYN on: the samples' name, in words, and the fewest round trips. */
const promised: readonly (readonly [string, string, number])[] = [
  ['first', 'first working port of four (465)', 4],
  ['full', 'full picture of four ports', 6],
  ['usable 465', '465 usable', 4],
  ['usable 587', '587 usable', 6],
  ['accepted 465', 'message accepted on 465', 7],
  ['accepted 587', 'message accepted on 587', 9],
  ['first, 1 silent', 'first working port, 25 silent', 4],
  ['first, 2 silent', 'first working port, 25 and 465 silent', 6],
  ['first, 3 silent', 'first working port, 25, 465 and 587 silent', 6],
];

/** Budgets in round trips from the first SYN on. */
export function promisedTable({ roundTripMs, samples }: Measured): Table {
  const roundTrip = median(samples['round trip'] ?? []);
  const took = (name: string) => median(samples[name] ?? []);
  const rows = promised.map(([name, what, fewest]): Row => {
    const figure = took(name) / roundTrip;
    const budget = mostRoundTrips(fewest, roundTrip);
    const cells = [took(name).toFixed(0), figure.toFixed(2), fewest.toFixed(0), budget.toFixed(2)];
    return { what, cells, figure, budget };
  });
  const silence = withSilence.map(({ silent }): Row => {
    const figure = took(`full, ${silent.length} silent`);
    const what = `full picture, ${silent.length} of four silent`;
    return { what, cells: [figure.toFixed(0), '', '', `${silentMs} ms`], figure, budget: silentMs };
  });
  const runs = samples['round trip']?.length ?? 0;
  const lookUp = took('look-up').toFixed(0);
  const measured = `a round trip took ${roundTrip.toFixed(1)} ms, the look-up beside it ${lookUp} ms`;
  return {
    title: `From the first SYN, ${roundTripMs} ms away: ${measured}, medians of ${runs} runs`,
    head: ['', 'ms', 'round trips', 'fewest', 'budget'],
    rows: [...rows, ...silence],
  };
}

const fromRequest: readonly (readonly [string, number])[] = [
  ['usable 465', 5.5],
  ['usable 587', 7.5],
  ['accepted 465', 8.5],
  ['accepted 587', 10.5],
];

/** Budgets in round trips from the request on. */
export function requestTable({ roundTripMs, samples }: Measured): Table {
  const roundTrip = median(samples['round trip'] ?? []);
  const rows = fromRequest.map(([name, budget]): Row => {
    const ms = median(samples[`request to ${name}`] ?? []);
    const figure = ms / roundTrip;
    return { what: name, cells: [ms.toFixed(0), figure.toFixed(2), budget.toFixed(1)], figure, budget };
  });
  const title = `From the request on, the look-up included, ${roundTripMs} ms away`;
  return { title, head: ['', 'ms', 'round trips', 'budget'], rows };
}

/** The program beside the other testers. */
export function besideTable({ roundTripMs, samples }: Measured): Table {
  const roundTrip = median(samples['round trip'] ?? []);
  const line = (what: string, names: readonly string[]): Row => {
    const times = names.map((name) => median(samples[name] ?? []));
    return { what, cells: times.map((ms) => (Number.isNaN(ms) ? '-' : (ms / roundTrip).toFixed(1))) };
  };
  // The message is sent on the port that was found, so the way to it counts.
  const sent = median(samples['first'] ?? []) + median(samples['accepted 465'] ?? []);
  const outport = line('Outport', ['first', 'full']);
  const others = ['swaks', 'nodemailer', 'sequential'].map((tester) =>
    line(tester, [`${tester} first`, `${tester} full`, `${tester} accepted`]),
  );
  return {
    title: `Beside others, all four ports open, ${roundTripMs} ms away, in round trips`,
    head: ['', 'first port', 'full picture', 'found and accepted'],
    rows: [{ ...outport, cells: [...outport.cells, (sent / roundTrip).toFixed(1)] }, ...others],
  };
}
