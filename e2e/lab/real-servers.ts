/** The real mail servers of Debian's that scenarios are led to, each on an address pair of its own. */
import type { Pair } from './address-plan';
import { startExim } from './exim';
import type { Identities } from './identities';
import { credentials } from './job';
import type { RealServer } from './scenario';

export type RunningServer = {
  /** Everything it logged so far. */
  log(): string;
  /** Every message it delivered so far, as text. */
  messages(): Promise<string[]>;
  stop(): Promise<void>;
};

type Start = (pair: Pair, identities: Identities) => Promise<RunningServer>;

const startOf: Readonly<Record<RealServer, Start>> = {
  exim: ({ ipv4, ipv6 }, { of }) =>
    startExim({
      certificate: of.good.cert,
      key: of.good.key,
      users: [credentials],
      addresses: [ipv4, ipv6],
      ports: [587, 25, 2525],
      implicitPort: 465,
    }),
  postfix: () => Promise.reject(new Error('not yet')),
  dovecot: () => Promise.reject(new Error('not yet')),
};

/** Starts the servers that are wanted, all at once. */
export async function startRealServers(
  wanted: ReadonlyMap<RealServer, Pair>,
  identities: Identities,
): Promise<ReadonlyMap<RealServer, RunningServer>> {
  const started = [...wanted].map(async ([kind, pair]) => [kind, await startOf[kind](pair, identities)] as const);
  return new Map(await Promise.all(started));
}
