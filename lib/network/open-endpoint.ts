import 'server-only';
import type { Attempt, Facts, ProbeEvent } from '@/lib/probe/events';
import { endpointId, type Endpoint } from '@/lib/smtp/endpoint';
import type { Stage } from '@/lib/smtp/outcome';
import { admitAddresses } from './admission';
import { dial, type Connect } from './dial';
import { ConversationAborted } from './failure-thrown';
import type { Mode } from './mode';
import type { Addresses } from './resolve';
import { openSession, type Opened } from './session';
import type { Transcript } from './transcript';

type StageEvent = Extract<ProbeEvent, { event: 'stage-started' | 'stage-passed' }>;

/** A hosted Outport will not reach this target. Looks and takes as long as a name that does not exist. */
export class NotAdmitted extends Error {}

export type OpenOptions = {
  readonly endpoint: Endpoint;
  /** The host's addresses, asked for once per request. */
  readonly addresses: Promise<Addresses>;
  readonly mode: Mode;
  readonly connect: Connect;
  readonly signal: AbortSignal;
  readonly now: () => number;
  readonly transcript: Transcript;
  readonly emit: (event: StageEvent) => void;
  readonly onAttempt: (attempt: Attempt) => void;
};

export type OpenedEndpoint = Opened & {
  readonly address: string;
  readonly attemptsSettled: Promise<void>;
  readonly runStage: StageRunner;
};
type StageRunner = <T>(
  stage: Stage,
  secured: boolean,
  run: () => Promise<{ value: T; facts: Facts }>,
) => Promise<T>;

function stageRunner({ endpoint, emit, now }: OpenOptions, at: { address?: string }): StageRunner {
  const id = endpointId(endpoint);
  return async (stage, secured, run) => {
    const started = now();
    const address = at.address === undefined ? {} : { address: at.address };
    emit({ event: 'stage-started', at: started, endpoint: id, stage, secured, ...address });
    const { value, facts } = await run();
    const ended = now();
    emit({
      event: 'stage-passed',
      at: ended,
      endpoint: id,
      stage,
      secured,
      tookMs: Math.round((ended - started) * 10) / 10,
      facts,
    });
    return value;
  };
}

/**
 * Looks up, vets, dials and opens one endpoint, telling each stage as it happens. Throws ConversationFailed,
 * ConversationAborted or NotAdmitted; `onSettled` hears when the last address's fate is known, whatever happened.
 */
export async function openEndpoint(
  options: OpenOptions,
  onSettled: (settled: Promise<void>) => void,
): Promise<OpenedEndpoint> {
  const { endpoint, mode, signal, transcript, connect, onAttempt } = options;
  const at: { address?: string } = {};
  const runStage = stageRunner(options, at);
  const addresses = await runStage('resolve', false, async () => {
    const found = await options.addresses;
    if (!admitAddresses([...found.ipv4, ...found.ipv6], mode)) throw new NotAdmitted();
    return { value: found, facts: { ipv4: [...found.ipv4], ipv6: [...found.ipv6] } };
  });
  const id = endpointId(endpoint);
  let attemptsSettled: Promise<void> = Promise.resolve();
  const dialled = await runStage('connect', false, async () => {
    const attempt = (one: Omit<Attempt, 'endpoint'>) => onAttempt({ endpoint: id, ...one });
    const dialling = dial(addresses, endpoint.port, { family: endpoint.family, connect, signal, onAttempt: attempt });
    attemptsSettled = dialling.allSettled;
    onSettled(attemptsSettled);
    const value = await dialling.dialled;
    return { value, facts: { address: value.address, family: value.family } };
  });
  at.address = dialled.address;
  const { socket } = dialled;
  const onAbort = () => socket.destroy();
  signal.addEventListener('abort', onAbort, { once: true });
  if (signal.aborted) socket.destroy();
  socket.once('close', () => signal.removeEventListener('abort', onAbort));
  try {
    const opened = await openSession(socket, {
      host: endpoint.host,
      security: endpoint.security,
      signal,
      transcript,
      stage: runStage,
    });
    return { ...opened, address: dialled.address, attemptsSettled, runStage };
  } catch (error) {
    socket.destroy();
    throw signal.aborted ? new ConversationAborted() : error;
  }
}
