import 'server-only';
import type { Attempt, Facts, ProbeEvent } from '@/lib/probe/events';
import { endpointId, type Endpoint } from '@/lib/smtp/endpoint';
import type { Stage } from '@/lib/smtp/outcome';
import { admitAddresses } from './admission';
import { Connection } from './connection';
import { sharedGate, type ConversationGate } from './conversation-gate';
import type { Patience } from './deadlines';
import { dial, type Connect, type Dialled } from './dial';
import { ConversationAborted, ConversationFailed, NotAdmitted } from './failure-thrown';
import type { Mode } from './deployment';
import type { Addresses } from './addresses';
import { openSession, type Opened } from './session';
import { admitDial } from './target-rate';
import type { Transcript } from './transcript';
import { untilWholeSecond } from './whole-second';

type StageEvent = Extract<ProbeEvent, { event: 'stage-started' | 'stage-passed' }>;

/** Where an endpoint stands. While `isMidMessage`, an end of ours is a reset, so that nobody takes half a message for a whole one. */
export type Standing = { stage: Stage; secured: boolean; isMidMessage: boolean; address?: string };

/** What a run has in common: one clock, one patience, one gate for its conversations. */
export type Run = {
  readonly mode: Mode;
  readonly connect: Connect;
  readonly signal: AbortSignal;
  readonly now: () => number;
  readonly patience: Patience;
  readonly gate: ConversationGate;
};

export type OpenOptions = Run & {
  readonly endpoint: Endpoint;
  /** The host's addresses, asked for once per request. */
  readonly addresses: Promise<Addresses>;
  readonly transcript: Transcript;
  readonly standing: Standing;
  readonly emit: (event: StageEvent) => void;
  readonly onAttempt: (attempt: Attempt) => void;
  /** Fires when nobody needs to know the fate of the addresses that lost. */
  readonly dialSignal: AbortSignal;
  /** Hears when the last address's fate will be known, whatever happens else. */
  readonly onDialling: (settled: Promise<void>) => void;
};

export type OpenedEndpoint = Opened & {
  readonly address: string;
  /** Gives the conversation's place to the next. */
  readonly leave: () => void;
};

type StageRunner = <T>(stage: Stage, secured: boolean, run: () => Promise<{ value: T; facts: Facts }>) => Promise<T>;

function stageRunner({ endpoint, emit, now, standing }: OpenOptions): StageRunner {
  const id = endpointId(endpoint);
  return async (stage, secured, run) => {
    const started = now();
    const address = standing.address === undefined ? {} : { address: standing.address };
    Object.assign(standing, { stage, secured });
    emit({ event: 'stage-started', at: started, endpoint: id, stage, secured, ...address });
    const { value, facts } = await run();
    const ended = now();
    const tookMs = Math.round((ended - started) * 10) / 10;
    emit({ event: 'stage-passed', at: ended, endpoint: id, stage, secured, tookMs, facts });
    return value;
  };
}

/** The addresses that will be dialled: all of the name's must be admitted, and the family asked for must have one. */
async function vetAddresses({ endpoint, addresses, mode }: OpenOptions): Promise<{ value: Addresses; facts: Facts }> {
  const { ipv4, ipv6 } = await addresses;
  if (!admitAddresses([...ipv4, ...ipv6], mode)) throw new NotAdmitted();
  const value = { ipv4: endpoint.family === 6 ? [] : ipv4, ipv6: endpoint.family === 4 ? [] : ipv6 };
  if (value.ipv4.length + value.ipv6.length === 0)
    throw new ConversationFailed({ stage: 'resolve', secured: false, kind: 'name-not-found', cause: 'no-address' });
  if (mode === 'hosted' && !admitDial([...value.ipv4, ...value.ipv6])) throw new NotAdmitted();
  return { value, facts: { ipv4: [...ipv4], ipv6: [...ipv6] } };
}

async function resolveEndpoint(options: OpenOptions): Promise<{ value: Addresses; facts: Facts }> {
  try {
    return await vetAddresses(options);
  } catch (error) {
    const isUnnamed = error instanceof ConversationFailed && error.failure.kind === 'name-not-found';
    if (options.mode === 'hosted' && (isUnnamed || error instanceof NotAdmitted))
      await untilWholeSecond(options.now(), options.signal);
    throw error;
  }
}

async function connectEndpoint(addresses: Addresses, options: OpenOptions): Promise<{ value: Dialled; facts: Facts }> {
  const { endpoint, onAttempt, onDialling } = options;
  const id = endpointId(endpoint);
  const dialling = dial(addresses, endpoint.port, {
    connect: options.connect,
    patience: options.patience,
    signal: options.dialSignal,
    onAttempt: (attempt) => onAttempt({ endpoint: id, ...attempt }),
  });
  onDialling(dialling.allSettled);
  const value = await dialling.dialled;
  return { value, facts: { address: value.address, family: value.family } };
}

/** Ends the connection when the run is aborted, at once. */
function endOnAbort(connection: Connection, { socket }: Dialled, { signal, standing }: OpenOptions): void {
  const onAbort = () => (standing.isMidMessage ? connection.reset() : connection.close());
  signal.addEventListener('abort', onAbort, { once: true });
  if (signal.aborted) onAbort();
  socket.once('close', () => signal.removeEventListener('abort', onAbort));
}

/** One of the host's conversations, and in hosted mode one of the address's, whoever asked for it. */
async function takeTurn({ address, socket }: Dialled, options: OpenOptions): Promise<() => void> {
  const { mode, gate, endpoint, patience, signal } = options;
  const gates = mode === 'local' ? [gate.at(endpoint.host)] : [gate.at(endpoint.host), sharedGate().at(address)];
  const leaving: (() => void)[] = [];
  const leave = () => leaving.splice(0).forEach((give) => give());
  try {
    for (const enter of gates) leaving.push(await enter(patience('run'), signal));
    return leave;
  } catch (error) {
    leave();
    socket.destroy();
    throw error;
  }
}

/**
 * Looks up, vets, dials and opens one endpoint, telling each stage as it happens. Throws ConversationFailed,
 * ConversationAborted or NotAdmitted; the socket is closed then.
 */
export async function openEndpoint(options: OpenOptions): Promise<OpenedEndpoint> {
  const { endpoint, signal, transcript, patience, standing } = options;
  const stage = stageRunner(options);
  const addresses = await stage('resolve', false, () => resolveEndpoint(options));
  const dialled = await stage('connect', false, () => connectEndpoint(addresses, options));
  const { socket, address } = dialled;
  standing.address = address;
  const connection = new Connection(socket);
  endOnAbort(connection, dialled, options);
  const leave = await takeTurn(dialled, options);
  try {
    const { host, security } = endpoint;
    const opened = await openSession(connection, { host, security, signal, patience, transcript, stage });
    return { ...opened, address, leave };
  } catch (error) {
    leave();
    throw signal.aborted ? new ConversationAborted() : error;
  }
}
