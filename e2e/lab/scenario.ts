/**
 * What a scenario is: what the network and the servers do, what Outport is asked, what is true, and how that shows
 * without Outport. Data only; who builds it and who judges it stands elsewhere.
 */
import type { SecureVersion } from 'node:tls';
import type { Line } from '@/lib/network/testing/scripted-server';
import type { Security } from '@/lib/smtp/endpoint';
import type { Failure, FailureKind } from '@/lib/smtp/outcome';
import type { IdentityName } from './identities';
import type { RecordAnswer } from './name-server';

/** The real mail servers of the lab. Each listens on an address pair of its own; a scenario is led there by its name. */
export type RealServer =
  | 'exim'
  | 'exim-without-login'
  | 'exim-without-tls'
  | 'exim-small'
  | 'exim-of-the-host'
  | 'postfix'
  | 'dovecot'
  | 'dovecot-oauth';

export type ScriptedPeer = {
  readonly says: readonly Line[];
  readonly implicitTls?: boolean;
  /** `good` unless said otherwise. */
  readonly identity?: IdentityName;
  readonly tls?: {
    readonly minVersion?: SecureVersion;
    readonly maxVersion?: SecureVersion;
    readonly ciphers?: string;
  };
  /** Listens on this family alone. */
  readonly family?: 4 | 6;
};

export type Refusal = 'tcp-reset' | 'admin-prohibited' | 'host-unreachable' | 'port-unreachable' | 'no-route';

/** One thing the network does to the traffic of the scenario's addresses. */
export type Condition = {
  /** A rule of the far side's firewall, of the near side's own, or of the near side's routing table. */
  readonly at: 'far' | 'near' | 'near-route';
  readonly does: 'drop' | Refusal | 'prohibit' | 'unreachable' | 'blackhole';
  /** Every port unless said otherwise. */
  readonly port?: number;
  readonly family?: 4 | 6;
  /** Only packets that carry something: the connection itself is let through. */
  readonly withData?: true;
  /** Only packets from the server that are longer than this. */
  readonly longerThan?: number;
  /** Only so many of a hundred packets, both ways. */
  readonly percent?: number;
};

export type AskedEndpoint = {
  readonly host?: string;
  readonly port: number;
  readonly security: Security;
  readonly family?: 4 | 6;
};
export type AskedMessage = AskedEndpoint & {
  readonly username?: string;
  readonly password?: string;
  readonly from?: string;
  readonly to?: string;
};

/** Facts of a failure; what is left out is not judged. */
export type FailureFacts = { readonly kind: FailureKind } & { readonly [K in AllKeys<Failure>]?: unknown };
type AllKeys<T> = T extends unknown ? keyof T : never;

/** What is true of an endpoint or a message. Facts left out are not judged; a RegExp stands for any text that fits. */
export type Truth =
  | { readonly status: 'usable'; readonly tls?: string; readonly announces?: readonly string[] }
  | { readonly status: 'accepted'; readonly code?: number; readonly queueId?: RegExp }
  | { readonly status: 'failed' | 'outcome-unknown'; readonly failure: FailureFacts; readonly finding: string };

/** One line of what a witness saw, or a pattern of it. */
export type Sight = string | RegExp;

export type Witness = {
  /** Lines that the witness must have seen, in this order. */
  readonly sees: readonly Sight[];
  /** How long it waits for one thing, in milliseconds; 3,000 unless said otherwise. */
  readonly patience?: number;
  /** How it logs in; PLAIN unless said otherwise. */
  readonly login?: 'PLAIN' | 'LOGIN' | 'CRAM-MD5' | 'none';
  /** How encryption starts for the witness, where it tries the other way. */
  readonly security?: Security;
  /** Speaks TLS versions and ciphers that are no longer safe. */
  readonly oldTls?: boolean;
  /** Asks with a line of HTTP instead of waiting. */
  readonly speaks?: string;
};

/** What the peer itself has on record once Outport was there. */
type PeerRecord = {
  /** The message that Outport reports as accepted lies in the server's maildir. */
  readonly delivered?: true;
  readonly logged?: RegExp;
  /** Lines that Outport must have sent, or must not. */
  readonly heard?: readonly RegExp[];
  readonly neverHeard?: readonly RegExp[];
};

/** `own` stands for the address that the lab gave to the scenario, `own-late` for the same after a while. */
export type OwnAnswer = RecordAnswer | 'own' | 'own-late';

export type Scenario = ScenarioEntry & { readonly family: string };
export type ScenarioEntry = {
  readonly id: string;
  /** What is the case, in a few words. */
  readonly what: string;
  readonly servers?: Readonly<Record<number, ScriptedPeer>> | RealServer;
  /** Which families the scenario's own name has addresses of, or what the name server answers instead. */
  readonly addresses?: 'ipv4' | 'ipv6' | readonly string[] | { readonly A: OwnAnswer; readonly AAAA: OwnAnswer };
  /** The name that is dialled; the scenario's id under lab.test unless said otherwise. */
  readonly host?: string;
  readonly network?: readonly Condition[];
  /** Connections to this port are led to a real server of somebody else's. */
  readonly redirected?: { readonly port: number; readonly to: RealServer; readonly toPort: number };
  readonly ask: { readonly probe: readonly AskedEndpoint[] } | { readonly message: AskedMessage };
  readonly through?: 'http';
  /** What is true of each endpoint asked for, in the same order. */
  readonly truth: readonly Truth[];
  /** The port to be recommended, null for none; not judged when left out. */
  readonly recommends?: number | null;
  /** Findings about the run as a whole; not judged when left out. */
  readonly run?: readonly string[];
  /** The whole run, attempts included, is over within so many milliseconds. */
  readonly within?: number;
  /** What became of the address of each family, for the first endpoint. */
  readonly tried?: { readonly [F in 4 | 6]?: 'connected' | 'cancelled' | FailureKind };
  readonly witness: Witness;
  readonly record?: PeerRecord;
};
