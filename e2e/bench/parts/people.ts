/** Many people at once, each with one port tried: what that costs beside bare sockets that say the same. */
import { startServers, type Loader } from '../load';
import type { Part } from '../part';
import type { Effort } from '../people';
import { median, type Row } from '../verdict';

/** The bar of 500 at once; one and fifty people stand beside it. */
const mostTimesTheCpu = 1.5;
const crowds = [
  { people: 1, rounds: 200 },
  { people: 50, rounds: 8 },
  { people: 500, rounds: 1, budget: mostTimesTheCpu },
];
/** Both take turns, so that what else the machine does meets them alike. */
const turns = 7;

type Turn = { readonly outport: Effort; readonly bare: Effort };

async function takeTurns(outport: Loader, bare: Loader, people: number, rounds: number): Promise<Turn[]> {
  const taken: Turn[] = [];
  for (let turn = 0; turn < turns; turn += 1)
    taken.push({ bare: await bare({ people, rounds }), outport: await outport({ people, rounds }) });
  return taken;
}

const perProbe = ({ cpuMs, probes }: Effort) => cpuMs / probes;
const perSecond = ({ wallMs, probes }: Effort) => (probes / wallMs) * 1000;

function rowOf(people: number, taken: readonly Turn[], before: Turn, budget: number | undefined): Row {
  const problems = new Set(taken.flatMap(({ outport, bare }) => [...outport.errors, ...bare.errors]));
  if (problems.size > 0) throw new Error(`With ${people} at once something failed: ${[...problems].join('; ')}`);
  const of = (figure: (turn: Turn) => number) => median(taken.map(figure));
  const grown = (who: keyof Turn) =>
    Math.max(0, ...taken.map((turn) => turn[who].peakMb - before[who].peakMb)).toFixed(0);
  const times = of(({ outport, bare }) => perProbe(outport) / perProbe(bare));
  const cells = [
    of(({ outport }) => perProbe(outport)).toFixed(2),
    of(({ bare }) => perProbe(bare)).toFixed(2),
    times.toFixed(2),
    budget === undefined ? '' : budget.toFixed(1),
    of(({ outport }) => perSecond(outport)).toFixed(0),
    of(({ bare }) => perSecond(bare)).toFixed(0),
    grown('outport'),
    grown('bare'),
  ];
  return { what: `${people} at once`, cells, figure: times, ...(budget === undefined ? {} : { budget }) };
}

export const people: Part = {
  name: 'people',
  isQuick: false,
  whyNot: () => undefined,
  async run(scratch) {
    const { start } = await startServers(scratch);
    const { set: outport } = await start('outport');
    const { set: bare } = await start('bare');
    const warmUp = { people: 10, rounds: 30 };
    const before = { outport: await outport(warmUp), bare: await bare(warmUp) };
    const rows: Row[] = [];
    for (const { people: many, rounds, budget } of crowds)
      rows.push(rowOf(many, await takeTurns(outport, bare, many, rounds), before, budget));
    const title = `One port each, on 465 and 587 in turn, medians of ${turns} turns; memory is the peak over that of the warmed-up process`;
    const head = ['CPU ms', 'bare', 'times', 'budget', 'probes/s', 'bare', 'MB', 'bare'];
    return [{ title, head: ['', ...head], rows }];
  },
};
