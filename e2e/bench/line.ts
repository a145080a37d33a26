/** A line with distance between the bench's two ends, each in a network namespace of its own. */
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { place } from './bench-place';
import type { farJobs } from './far-side';
import type { nearJobs } from './near-side';
import { hurry, startLines, startWorker, type Worker } from './worker';

export type Line = {
  readonly roundTripMs: number;
  readonly near: Worker<typeof nearJobs>;
  /** The words that enter the near side's namespace. */
  readonly inside: readonly string[];
  /** A file with the authority that the far side's certificate is from. */
  readonly roots: string;
};

type Names = { readonly near: string; readonly far: string };

const [, ...extraHosts] = place.hosts;
const farAddresses = [
  '192.0.2.2/24',
  '2001:db8::2/64',
  ...extraHosts.flatMap(({ addresses: [ipv4, ipv6] }) => [`${ipv4}/24`, `${ipv6}/64`]),
].join(',');

/** What the line may be asked to be. */
export type LineOptions = { readonly roundTripMs: number; readonly lossPercent?: number; readonly scratch: string };

function startLink({ roundTripMs, lossPercent = 0 }: LineOptions): Promise<Names> {
  const words = ['--one-way-ms', String(roundTripMs / 2), '--loss-percent', String(lossPercent)];
  const command = ['python3', 'e2e/lab/link.py', ...words, '--resolver', '192.0.2.2', '--far-addresses', farAddresses];
  return new Promise((resolve, reject) => {
    const link = startLines(command, {}, (line) => resolve(JSON.parse(line) as Names));
    if (link.pid !== undefined) hurry(link.pid);
    link.once('close', () => reject(new Error('The line between the two sides could not be made.')));
  });
}

/** Builds the line with the mail servers at its far end; it ends with the rest (worker.ts, `stopAll`). */
export async function startLine(options: LineOptions): Promise<Line> {
  const { near: nearName, far: farName } = await startLink(options);
  const inside = (name: string) => ['ip', 'netns', 'exec', name];
  const far = await startWorker<typeof farJobs>('far-side.ts', { inside: inside(farName) });
  const { authority } = await far.call('mailHosts');
  const roots = join(options.scratch, `${farName}.pem`);
  writeFileSync(roots, authority);
  const near = await startWorker<typeof nearJobs>('near-side.ts', {
    inside: inside(nearName),
    env: { NODE_EXTRA_CA_CERTS: roots },
  });
  for (const { pid } of [far, near]) hurry(pid);
  return { roundTripMs: options.roundTripMs, near, inside: inside(nearName), roots };
}
