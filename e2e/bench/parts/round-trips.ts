/** How many round trips the program takes, against the fewest that the protocols allow, and beside other testers. */
import { place, type MailHost } from '../bench-place';
import { startLine, type Line } from '../line';
import { hasSwaks, whyNoLine } from '../needs';
import type { Part } from '../part';
import { besideTable, promisedTable, requestTable, type Measured, type Samples } from './round-trip-tables';

const [healthy, ...withSilence] = place.hosts;
const ports = [...place.ports];

function add(samples: Samples, what: string, ms: number): void {
  (samples[what] ??= []).push(ms);
}

async function measureOutport({ near, roundTripMs }: Line, samples: Samples): Promise<void> {
  const { host } = healthy;
  add(samples, 'round trip', await near.call('roundTrip'));
  const four = await near.call('probe', { host, ports, roundTripMs });
  add(samples, 'look-up', four.lookUpMs);
  add(samples, 'first', four.firstMs);
  add(samples, 'full', four.fullMs);
  // One endpoint at a time, so that the two do not share a core while they are measured.
  for (const port of [465, 587]) {
    const usable = await near.call('probe', { host, ports: [port], roundTripMs });
    const sent = await near.call('message', { host, port, roundTripMs });
    add(samples, `usable ${port}`, usable.firstMs);
    add(samples, `accepted ${port}`, sent.acceptedMs);
    add(samples, `request to usable ${port}`, usable.lookUpMs + usable.firstMs);
    add(samples, `request to accepted ${port}`, sent.lookUpMs + sent.acceptedMs);
  }
}

async function measureSilence({ near, roundTripMs }: Line, { host, silent }: MailHost, samples: Samples) {
  const { firstMs, fullMs, usable } = await near.call('probe', { host, ports, roundTripMs });
  if (usable.length !== ports.length - silent.length) throw new Error(`${host}: usable were ${usable.join(', ')}.`);
  add(samples, `first, ${silent.length} silent`, firstMs);
  add(samples, `full, ${silent.length} silent`, fullMs);
}

async function measureOthers({ near }: Line, samples: Samples, runs: number): Promise<void> {
  const testers = [...(hasSwaks() ? (['swaks'] as const) : []), 'nodemailer' as const, 'sequential' as const];
  await Promise.all(
    testers.map(async (tester) => {
      // The sequential tester spends ten seconds on 465, which no second run would make truer.
      for (let run = 0; run < (tester === 'sequential' ? 1 : runs); run += 1) {
        const { firstMs, fullMs, acceptedMs } = await near.call(tester, healthy);
        add(samples, `${tester} first`, firstMs);
        add(samples, `${tester} full`, fullMs);
        if (acceptedMs !== undefined) add(samples, `${tester} accepted`, acceptedMs);
      }
    }),
  );
}

async function measure(line: Line, runs: number): Promise<Measured> {
  const samples: Samples = {};
  for (let run = 0; run < runs; run += 1) await measureOutport(line, samples);
  const silence = withSilence.map(async (host) => {
    for (let run = 0; run < 3; run += 1) await measureSilence(line, host, samples);
  });
  await Promise.all([...silence, measureOthers(line, samples, 3)]);
  return { roundTripMs: line.roundTripMs, samples };
}

export const roundTrips: Part = {
  name: 'round-trips',
  isQuick: true,
  whyNot: whyNoLine,
  async run(scratch, say) {
    if (!hasSwaks()) say('swaks is not installed (Debian package swaks): it is left out.');
    const lines = [
      await startLine({ roundTripMs: 50, scratch }),
      await startLine({ roundTripMs: 200, scratch }),
    ] as const;
    // Both at once: there is nothing to do but to wait most of the time.
    const [near, far] = await Promise.all([measure(lines[0], 11), measure(lines[1], 5)]);
    return [near, far].flatMap((measured) => [
      promisedTable(measured),
      ...(measured === near ? [requestTable(measured)] : []),
      besideTable(measured),
    ]);
  },
};
