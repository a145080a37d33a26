/** The program, or bare sockets, beside the light servers, each in a process of its own; no line, so no root. */
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { place } from './bench-place';
import type { farJobs } from './far-side';
import type { nearJobs } from './near-side';
import type { Crowd, Effort } from './people';
import { startWorker } from './worker';

type Order = Pick<Crowd, 'people' | 'rounds'>;
export type Loader = (order: Order) => Promise<Effort>;

/** Starts the servers; each call of `start` starts one more process that can be set on them. */
export async function startServers(scratch: string) {
  const far = await startWorker<typeof farJobs>('far-side.ts');
  const { authority, implicit, startTls } = await far.call('loadPorts');
  const roots = join(scratch, 'load.pem');
  writeFileSync(roots, authority);
  const endpoints = [
    { port: implicit, isImplicit: true },
    { port: startTls, isImplicit: false },
  ];
  const start = async (tester: Crowd['tester'], nodeOptions: readonly string[] = []) => {
    const near = await startWorker<typeof nearJobs>('near-side.ts', {
      env: { NODE_EXTRA_CA_CERTS: roots },
      nodeOptions,
    });
    const set: Loader = (order) => near.call('crowd', { ...place.load, tester, endpoints, ...order });
    return { set, near };
  };
  return { start, endpoints, roots };
}
