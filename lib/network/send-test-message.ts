import 'server-only';
import type { Attempt, MessageEvent } from '@/lib/probe/events';
import type { MessageRequest } from '@/lib/settings/message-request';
import { endpointId } from '@/lib/smtp/endpoint';
import type { DeliveryOutcome, Failure } from '@/lib/smtp/outcome';
import { authMechanisms, offers, type Capability } from '@/lib/smtp/reply';
import { EventQueue } from './event-queue';
import { ConversationFailed } from './failure-thrown';
import { openEndpoint, type Run, type Standing } from './open-endpoint';
import { failedOutcome } from './outcome-of-thrown';
import { resolveHost } from './resolve';
import { startRun, type RunOptions } from './run';
import { ScrubbedWords } from './scrubbed-events';
import { SecretScrubber } from './secret-scrubber';
import { envelopeAddress, submit } from './submit';
import { composeTestMessage, type ArrivalLink } from './test-message';
import { Transcript } from './transcript';
import { withheldDelivery } from './withheld';

/** The mechanisms a password may travel by, inside TLS, best first (RFC 4616, RFC 2195). One is tried, once. */
const passwordMechanisms = ['PLAIN', 'LOGIN', 'CRAM-MD5'] as const;

export type MessageOptions = RunOptions & { readonly date?: () => Date; readonly linkFor?: ArrivalLink | undefined };

/** The largest message the server takes (RFC 1870 §4); zero or nothing means that it does not say. */
function sizeLimit(capabilities: readonly Capability[]): number {
  const limit = Number(capabilities.find(({ keyword }) => keyword === 'SIZE')?.params[0] ?? 0);
  return limit > 0 ? limit : Number.POSITIVE_INFINITY;
}

/** What EHLO announced → what this message needs and the server lacks; undefined when nothing. */
function missingCapability(
  capabilities: readonly Capability[],
  request: MessageRequest,
  bytes: number,
  secured: boolean,
): Failure | undefined {
  const offered = authMechanisms(capabilities);
  if (request.password !== undefined && !passwordMechanisms.some((name) => offered.includes(name)))
    return { stage: 'auth', secured, kind: 'auth-not-offered', mechanisms: offered };
  const addresses = [request.from.address, request.to].map(envelopeAddress);
  const place = { stage: 'mail-from', secured, kind: 'extension-missing' } as const;
  if (addresses.some((address) => /[^\u0000-\u007f]/.test(address)) && !offers(capabilities, 'SMTPUTF8'))
    return { ...place, extension: 'SMTPUTF8' };
  return bytes > sizeLimit(capabilities) ? { ...place, extension: 'SIZE' } : undefined;
}

type Context = {
  readonly request: MessageRequest;
  readonly options: MessageOptions;
  readonly run: Run;
  readonly transcript: Transcript;
  readonly scrubber: SecretScrubber;
  readonly emit: (event: MessageEvent) => void;
  readonly attempts: Attempt[];
  readonly onDialling: (settled: Promise<void>) => void;
  readonly dialSignal: AbortSignal;
};

async function deliver(context: Context, standing: Standing): Promise<DeliveryOutcome> {
  const { request, options, run, transcript, scrubber, emit, attempts } = context;
  const { endpoint } = request;
  const addresses = (options.resolve ?? resolveHost)(endpoint.host, run.signal);
  addresses.catch(() => undefined); // heard by the resolve stage
  // While the network is waited for; what comes of it is awaited below.
  const composing = composeTestMessage(request, (options.date ?? (() => new Date()))(), run.mode, options.linkFor);
  composing.catch(() => undefined);
  const onAttempt = (attempt: Attempt) => void attempts.push(attempt);
  const opened = await openEndpoint({ ...run, ...context, endpoint, addresses, standing, onAttempt });
  try {
    const { wire, capabilities } = opened;
    const message = await composing;
    const missing = missingCapability(capabilities, request, message.raw.length, wire.secured);
    if (missing !== undefined) {
      wire.quit();
      throw new ConversationFailed(missing);
    }
    const offered = authMechanisms(capabilities);
    const mechanism =
      request.password === undefined ? undefined : passwordMechanisms.find((name) => offered.includes(name));
    const id = endpointId(endpoint);
    const onPayload = (payload: string) => scrubber.alsoHide(payload);
    const { onUnexpected } = options;
    return await submit({
      run,
      opened,
      request,
      message,
      mechanism,
      transcript,
      standing,
      emit,
      id,
      onPayload,
      onUnexpected,
    });
  } finally {
    opened.leave();
  }
}

async function outcomeOf(context: Context): Promise<DeliveryOutcome> {
  const standing: Standing = { stage: 'resolve', secured: false, isMidMessage: false };
  try {
    return await deliver(context, standing);
  } catch (error) {
    return failedOutcome(error, standing, context.options.onUnexpected);
  }
}

/**
 * A request → the events of one message: the stages of a probe, then login and delivery through nodemailer on the
 * same socket. The password leaves only over a verified encrypted connection that offers a password mechanism.
 * `settled` is last; addresses whose fate is open by then are `cancelled`. When the signal fires before the final dot
 * the message is reset.
 */
export async function* sendTestMessage(
  request: MessageRequest,
  options: MessageOptions,
): AsyncGenerator<MessageEvent, void, undefined> {
  const { run, end } = startRun('message', options);
  const queue = new EventQueue<MessageEvent>();
  const scrubber = new SecretScrubber(request.password ?? '', request.username);
  const words = new ScrubbedWords(scrubber);
  const transcript = new Transcript(run.now);
  const attempts: Attempt[] = [];
  const delivered = new AbortController();
  let attemptsSettled: Promise<void> = Promise.resolve();
  const { endpoint } = request;
  queue.push({ event: 'planned', at: run.now(), endpoints: [{ id: endpointId(endpoint), ...endpoint }] });

  const settle = async () => {
    const outcome = await outcomeOf({
      request,
      options,
      run,
      transcript,
      scrubber,
      attempts,
      emit: (event) => queue.push(words.event(event)),
      onDialling(settled) {
        attemptsSettled = settled;
      },
      dialSignal: AbortSignal.any([run.signal, delivered.signal]),
    });
    delivered.abort();
    await attemptsSettled;
    const told = { outcome: words.outcome(outcome), transcript: words.transcript(transcript.lines()) };
    const shown = run.mode === 'hosted' ? withheldDelivery(told.outcome, told.transcript) : told;
    queue.push({ event: 'settled', at: run.now(), ...shown, attempts });
    queue.end();
  };
  settle().catch((error: unknown) => {
    options.onUnexpected(error);
    const failure = { stage: 'connect', secured: false, kind: 'unexpected' } as const;
    queue.push({ event: 'failed', at: run.now(), reason: 'unexpected' });
    queue.push({ event: 'settled', at: run.now(), outcome: { status: 'failed', failure }, transcript: [], attempts });
    queue.end();
  });
  let isComplete = false;
  try {
    yield* queue;
    isComplete = true;
  } finally {
    end(isComplete);
  }
}
