import 'server-only';
import dns from 'node:dns';
import type { KnownServers } from '@/lib/discovery/known-servers';
import type { MxRecord } from '@/lib/discovery/mx';
import type { SrvRecord } from '@/lib/discovery/srv';
import type { Addresses } from './addresses';
import { admitAddresses } from './admission';
import type { Connect } from './dial';
import type { Mode } from './deployment';
import { ConversationFailed, NotAdmitted } from './failure-thrown';
import { resolveHost, type Questions } from './resolve';
import { askSystem } from './system-lookup';
import { untilWholeSecond } from './whole-second';

/** Who is asked for records: Node's resolver, or a test's. */
export type DomainQuestions = {
  readonly dns: Questions['dns'] & {
    resolveMx(name: string): Promise<MxRecord[]>;
    resolveSrv(name: string): Promise<SrvRecord[]>;
  };
  readonly system: Questions['system'];
};

/** What all routes of one discovery share: one clock, one end, and each name's addresses asked for once. */
export type DiscoveryRun = {
  readonly mode: Mode;
  readonly domain: string;
  readonly address: string | undefined;
  readonly known: KnownServers;
  readonly signal: AbortSignal;
  readonly now: () => number;
  readonly connect: Connect;
  /** A resolver for one question, which may be cancelled alone. */
  readonly questions: () => DomainQuestions;
  readonly addresses: (host: string) => Promise<Addresses>;
};

/** The resolver that the probe asks, too: the system's servers, a lost packet asked for again. */
export function nodeDomainQuestions(): DomainQuestions {
  return { dns: new dns.promises.Resolver({ timeout: 1_000, tries: 4 }), system: askSystem };
}

/** Each name is asked for once, whatever number of routes wants it. */
export function addressesOnce(questions: () => DomainQuestions, signal: AbortSignal): DiscoveryRun['addresses'] {
  const answers = new Map<string, Promise<Addresses>>();
  return (host) => {
    const known = answers.get(host) ?? resolveHost(host, signal, questions());
    known.catch(() => undefined); // each route hears of it; a route that has ended is no unhandled rejection
    answers.set(host, known);
    return known;
  };
}

/**
 * A name's addresses, all of which may be reached in this mode. Throws ConversationFailed, ConversationAborted or
 * NotAdmitted; hosted, a name that does not exist and one that leads inside are told alike, at the same times.
 */
export async function vettedAddresses(host: string, run: DiscoveryRun): Promise<Addresses> {
  try {
    const found = await run.addresses(host);
    if (!admitAddresses([...found.ipv4, ...found.ipv6], run.mode)) throw new NotAdmitted();
    return found;
  } catch (error) {
    if (run.mode === 'local') throw error;
    const isUnnamed = error instanceof ConversationFailed && error.failure.kind === 'name-not-found';
    if (!isUnnamed && !(error instanceof NotAdmitted)) throw error;
    await untilWholeSecond(run.now(), run.signal);
    throw new NotAdmitted();
  }
}
