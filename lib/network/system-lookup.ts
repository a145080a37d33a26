import 'server-only';
import dns from 'node:dns';
import type { Addresses } from './addresses';

/**
 * The system's own look-up, hosts file included. It cannot be cancelled and takes one of four threads, so no more than
 * two run at a time in the whole process; an answer may come after nobody waits any more.
 */
const mostAtOnce = 2;
let running = 0;
const waiting: (() => void)[] = [];

async function turn(): Promise<void> {
  if (running >= mostAtOnce) await new Promise<void>((resolve) => waiting.push(resolve));
  running += 1;
}

export type Lookup = (host: string) => Promise<readonly { readonly address: string; readonly family: number }[]>;

const getaddrinfo: Lookup = (host) => dns.promises.lookup(host, { all: true, verbatim: true });

/** A host → what the system knows, or undefined when it knows nothing. Who is aborted while waiting for a turn asks nothing. */
export async function askSystem(
  host: string,
  signal: AbortSignal,
  lookup: Lookup = getaddrinfo,
): Promise<Addresses | undefined> {
  await turn();
  try {
    if (signal.aborted) return undefined;
    const found = await lookup(host);
    const of = (family: number) => found.filter((entry) => entry.family === family).map(({ address }) => address);
    return { ipv4: of(4), ipv6: of(6) };
  } catch {
    return undefined; // the DNS answer, which says more, stands
  } finally {
    running -= 1;
    waiting.shift()?.();
  }
}
