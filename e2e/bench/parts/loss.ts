/** A line that loses packets both ways: a healthy port must not be called silent for it. */
import { existsSync } from 'node:fs';
import { place } from '../bench-place';
import { startLine, type Line } from '../line';
import { silent } from '../lossy';
import { whyNoLine } from '../needs';
import type { Part } from '../part';
import type { Row } from '../verdict';

const connects = 1_000;
const bars = [
  { lossPercent: 20, mostSilent: 100 },
  { lossPercent: 5, mostSilent: 5 },
];
const settledWithinMs = 6_000;

const linearTimeouts = '/proc/sys/net/ipv4/tcp_syn_linear_timeouts';

/** What the figure holds for: this kernel as it is and, where it has the switch, as kernels before it were. */
const kernels = [
  { name: 'this kernel', older: false },
  ...(existsSync(linearTimeouts) ? [{ name: 'before Linux 6.5', older: true }] : []),
];

async function measure({ near }: Line, what: string, mostSilent: number): Promise<Row[]> {
  const order = { address: place.hosts[0].addresses[0], port: 465, connects, everyMs: 20 };
  const { endings, sentAgain, slowestSilentMs } = await near.call('lossyConnects', order);
  const figure = endings[silent] ?? 0;
  const others = Object.entries(endings)
    .filter(([ending]) => ending !== silent)
    .map(([ending, count]) => `${count} ${ending}`);
  const cells = [String(figure), String(mostSilent), String(sentAgain), others.join(', ')];
  const slowest = [slowestSilentMs.toFixed(0), String(settledWithinMs), '', ''];
  return [
    { what, cells, figure, budget: mostSilent },
    { what: 'slowest of them, ms', cells: slowest, figure: slowestSilentMs, budget: settledWithinMs },
  ];
}

export const loss: Part = {
  name: 'loss',
  isQuick: false,
  whyNot: whyNoLine,
  async run(scratch) {
    const rows: Row[] = [];
    for (const { lossPercent, mostSilent } of bars)
      for (const { name, older } of kernels) {
        const line = await startLine({ roundTripMs: 50, lossPercent, scratch });
        if (older) await line.near.call('retryLikeOlderKernels');
        rows.push(...(await measure(line, `${lossPercent} % lost, ${name}`, mostSilent)));
      }
    const title = `${connects} healthy ports, one address each, 50 ms away, packets lost in both directions`;
    return [{ title, head: ['', 'called silent', 'budget', 'more than one SYN', 'others'], rows }];
  },
};
