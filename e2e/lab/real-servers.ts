/** The real mail servers of Debian's that scenarios are led to, each on an address pair of its own. */
import type { Pair } from './address-plan';
import { startDovecot } from './dovecot';
import { startExim, type EximOptions } from './exim';
import type { Identities } from './identities';
import { credentials } from './job';
import { startSubmissionPostfix } from './postfix-submission';
import type { RealServer } from './scenario';

export type RunningServer = {
  /** Everything it logged so far. */
  readonly log: () => string;
  /** Every message it delivered so far, as text. */
  readonly messages: () => Promise<string[]>;
  readonly stop: () => Promise<void>;
};

type Place = {
  readonly pair: Pair;
  readonly identities: Identities;
  /** A server that was started before, with its addresses. */
  readonly started: (kind: RealServer) => { readonly pair: Pair; readonly server: RunningServer };
};

const authPort = 12_345;

/** Exim refuses, delays and limits by who writes to whom, so that one server shows many answers. */
const refusals = `  defer local_parts = greylisted
        message = greylisted, please try again in five minutes
  deny  local_parts = missing
        message = unknown user
  deny  local_parts = full
        message = 552 5.2.2 mailbox is full
  deny  senders = stranger@lab.test
        message = 550 5.7.1 you may not send as this address
`;

function exim(options: Partial<EximOptions>, identity: 'good' | 'hosting' = 'good') {
  return ({ pair, identities: { of } }: Place): Promise<RunningServer> =>
    startExim({
      certificate: of[identity].cert,
      key: of[identity].key,
      users: [credentials],
      addresses: [pair.ipv4, pair.ipv6],
      ports: [587, 25, 2525],
      implicitPort: 465,
      ...options,
    });
}

async function dovecot(place: Place, mechanisms: string, shared: { authPort?: number }): Promise<RunningServer> {
  const { pair, identities, started } = place;
  const relay = started('exim-without-login');
  const server = await startDovecot({
    identity: identities.of.good,
    addresses: [pair.ipv4, pair.ipv6],
    mechanisms,
    user: credentials,
    relay: { address: relay.pair.ipv4, port: 25 },
    ...shared,
  });
  return { log: () => server.log(), messages: relay.server.messages, stop: () => server.stop() };
}

function postfix({ pair, identities }: Place): Promise<RunningServer> {
  return startSubmissionPostfix({
    identity: identities.of.good,
    addresses: [pair.ipv4, pair.ipv6],
    authPort,
    username: credentials.username,
  });
}

/** In the order in which they are started; `after` names a server that another cannot do without. */
const kinds: readonly {
  readonly kind: RealServer;
  readonly after?: RealServer;
  readonly start: (place: Place) => Promise<RunningServer>;
}[] = [
  { kind: 'exim', start: exim({ acl: refusals }) },
  { kind: 'exim-without-login', start: exim({ users: [] }) },
  { kind: 'exim-without-tls', start: exim({ starttls: false, implicitPort: false }) },
  { kind: 'exim-small', start: exim({ sizeLimit: 1000 }) },
  { kind: 'exim-of-the-host', start: exim({ users: [] }, 'hosting') },
  {
    kind: 'dovecot',
    after: 'exim-without-login',
    start: (place) => dovecot(place, 'plain login cram-md5', { authPort }),
  },
  { kind: 'dovecot-oauth', after: 'exim-without-login', start: (place) => dovecot(place, 'xoauth2', {}) },
  { kind: 'postfix', after: 'dovecot', start: postfix },
];

/** Those asked for and those that they need, in the order of starting. */
export function withWhatTheyNeed(wanted: readonly RealServer[]): RealServer[] {
  const needed = new Set(wanted);
  for (const { kind, after } of [...kinds].reverse()) if (needed.has(kind) && after !== undefined) needed.add(after);
  return kinds.map(({ kind }) => kind).filter((kind) => needed.has(kind));
}

/** Starts the servers that are wanted. */
export async function startRealServers(
  wanted: ReadonlyMap<RealServer, Pair>,
  identities: Identities,
): Promise<ReadonlyMap<RealServer, RunningServer>> {
  const running = new Map<RealServer, RunningServer>();
  const started = (kind: RealServer) => {
    const pair = wanted.get(kind);
    const server = running.get(kind);
    if (pair === undefined || server === undefined) throw new Error(`${kind} was not started`);
    return { pair, server };
  };
  for (const { kind, start } of kinds) {
    const pair = wanted.get(kind);
    if (pair !== undefined) running.set(kind, await start({ pair, identities, started }));
  }
  return running;
}
