import 'server-only';
import dns from 'node:dns';
import { isIPv4, isIPv6 } from '@/lib/smtp/host';
import type { Failure } from '@/lib/smtp/outcome';
import { deadlines } from './deadlines';
import { ConversationAborted, ConversationFailed } from './failure-thrown';
import { errorCode } from './socket-failure';

/** The addresses of a host by family, in the resolver's order. */
export type Addresses = { readonly ipv4: readonly string[]; readonly ipv6: readonly string[] };

const place = { stage: 'resolve', secured: false } as const;

/** c-ares codes → what that means for the name. The spelling ETIMEOUT is theirs. */
const failures: Readonly<Record<string, Failure>> = {
  ENOTFOUND: { ...place, kind: 'name-not-found', cause: 'no-such-name' },
  ENODATA: { ...place, kind: 'name-not-found', cause: 'no-address' },
  ETIMEOUT: { ...place, kind: 'resolver-failed', cause: 'silent' },
  EREFUSED: { ...place, kind: 'resolver-failed', cause: 'refused' },
  ECONNREFUSED: { ...place, kind: 'resolver-failed', cause: 'silent' },
};
const broken: Failure = { ...place, kind: 'resolver-failed', cause: 'broken' };

type Answer = { readonly addresses: readonly string[] } | { readonly failure: Failure };

async function ask(question: Promise<string[]>): Promise<Answer> {
  try {
    return { addresses: await question };
  } catch (error) {
    return { failure: failures[errorCode(error)] ?? broken };
  }
}

/** The system's own way, hosts file included. It cannot be cancelled, so its answer may come after we stopped waiting. */
async function askSystem(host: string): Promise<Addresses | undefined> {
  try {
    const found = await dns.promises.lookup(host, { all: true, verbatim: true });
    const of = (family: number) => found.filter((entry) => entry.family === family).map(({ address }) => address);
    return { ipv4: of(4), ipv6: of(6) };
  } catch {
    return undefined; // the DNS answer, which says more, stands
  }
}

async function askEverybody(host: string, resolver: dns.promises.Resolver): Promise<Addresses> {
  const isLocalName = host === 'localhost' || host.endsWith('.localhost'); // RFC 6761 §6.3: never asked of a DNS server
  const [four, six] = isLocalName
    ? [{ failure: broken }, { failure: broken }]
    : await Promise.all([ask(resolver.resolve4(host)), ask(resolver.resolve6(host))]);
  const ipv4 = 'addresses' in four ? four.addresses : [];
  const ipv6 = 'addresses' in six ? six.addresses : [];
  if (ipv4.length + ipv6.length > 0) return { ipv4, ipv6 };
  const system = await askSystem(host);
  if (system !== undefined) return system;
  const answers = [four, six].flatMap((answer) => ('failure' in answer ? [answer.failure] : []));
  // One family without a record and the other without an answer is the resolver's trouble, not the name's.
  throw new ConversationFailed(
    answers.find(({ kind }) => kind === 'resolver-failed') ??
      answers.find((f) => f.kind === 'name-not-found' && f.cause === 'no-address') ??
      broken,
  );
}

/**
 * A host → its addresses, asked once per request. Throws ConversationFailed with the reason, or ConversationAborted
 * when the signal fires; the question is then cancelled.
 */
export async function resolveHost(host: string, signal: AbortSignal): Promise<Addresses> {
  if (isIPv4(host)) return { ipv4: [host], ipv6: [] };
  if (isIPv6(host)) return { ipv4: [], ipv6: [host] };
  signal.throwIfAborted();
  const resolver = new dns.promises.Resolver({ timeout: 2_500, tries: 3 });
  let timer: NodeJS.Timeout | undefined;
  const ending = new Promise<never>((_resolve, reject) => {
    const silent: Failure = { ...place, kind: 'resolver-failed', cause: 'silent' };
    timer = setTimeout(() => reject(new ConversationFailed(silent)), deadlines.resolve);
    signal.addEventListener('abort', () => reject(new ConversationAborted()), { once: true });
  });
  try {
    return await Promise.race([askEverybody(host, resolver), ending]);
  } finally {
    clearTimeout(timer);
    resolver.cancel();
  }
}
