import 'server-only';
import type { Attempt, MessageEvent } from '@/lib/probe/events';
import type { MessageRequest } from '@/lib/settings/message-request';
import { endpointId } from '@/lib/smtp/endpoint';
import type { DeliveryOutcome, Failure } from '@/lib/smtp/outcome';
import { authMechanisms, offers, type Capability, type Reply } from '@/lib/smtp/reply';
import { deadlines } from './deadlines';
import { connectTcp } from './dial';
import { EventQueue } from './event-queue';
import { ConversationAborted, ConversationFailed } from './failure-thrown';
import { openEndpoint, type OpenedEndpoint } from './open-endpoint';
import { resolveHost } from './resolve';
import { startClock } from './run-clock';
import { failedOutcome, type ProbeOptions } from './run-probe';
import { SecretScrubber } from './secret-scrubber';
import { quit } from './session';
import { submit } from './submit';
import { composeTestMessage } from './test-message';
import { Transcript } from './transcript';

/** The mechanisms a password may travel by, inside TLS, best first (RFC 4616, RFC 2195). */
const passwordMechanisms = ['PLAIN', 'LOGIN', 'CRAM-MD5'] as const;

/** What EHLO announced → what this message needs and the server lacks; undefined when nothing. */
function missingCapability(
  capabilities: readonly Capability[],
  request: MessageRequest,
  secured: boolean,
): Failure | undefined {
  const offered = authMechanisms(capabilities);
  const place = { stage: 'auth', secured } as const;
  if (request.password !== undefined && !passwordMechanisms.some((name) => offered.includes(name)))
    return { ...place, kind: 'auth-not-offered', mechanisms: offered };
  const needsUtf8 = [request.from.address, request.to].some((address) =>
    /[^\u0000-\u007f]/.test(address.slice(0, address.lastIndexOf('@'))),
  );
  if (needsUtf8 && !offers(capabilities, 'SMTPUTF8'))
    return { stage: 'mail-from', secured, kind: 'extension-missing', extension: 'SMTPUTF8' };
  return undefined;
}

/** Postfix, Exim, Sendmail and most providers put the queue id after one of these words; elsewhere there is none to show. */
function queueId(reply: Reply): { queueId?: string } {
  const found = /\b(?:queued as|id=|queue id[: ]|Ok[: ]+queued as)\s*([A-Za-z0-9._-]{4,80})/i.exec(
    reply.text.join(' '),
  )?.[1];
  return found === undefined ? {} : { queueId: found };
}

function scrubFailure(failure: Failure, scrubber: SecretScrubber): Failure {
  if (failure.kind === 'negative-reply')
    return { ...failure, reply: { ...failure.reply, text: scrubber.lines(failure.reply.text) } };
  if (failure.kind === 'protocol-violation') return { ...failure, sample: scrubber.lines([failure.sample]).join('') };
  return failure;
}

function scrubOutcome(outcome: DeliveryOutcome, scrubber: SecretScrubber): DeliveryOutcome {
  switch (outcome.status) {
    case 'accepted': {
      const reply = { ...outcome.reply, text: scrubber.lines(outcome.reply.text) };
      return { status: 'accepted', reply, messageId: outcome.messageId, ...queueId(reply) };
    }
    case 'failed':
    case 'outcome-unknown':
      return { ...outcome, failure: scrubFailure(outcome.failure, scrubber) };
    case 'not-tested':
      return outcome;
  }
}

/**
 * A request → the events of one message: the stages of a probe, then login and delivery through nodemailer on the
 * same socket. The password leaves only over a verified encrypted connection that offers a password mechanism.
 * `settled` is last. When the signal fires before the final dot the message is reset.
 */
export async function* sendTestMessage(
  request: MessageRequest,
  options: ProbeOptions & { readonly date?: () => Date },
): AsyncGenerator<MessageEvent, void, undefined> {
  const now = startClock(options.now);
  const queue = new EventQueue<MessageEvent>();
  const attempts: Attempt[] = [];
  const ended = new AbortController();
  const signal = AbortSignal.any([options.signal, ended.signal]);
  const timer = setTimeout(() => ended.abort(), deadlines.message);
  const { endpoint } = request;
  const id = endpointId(endpoint);
  const transcript = new Transcript(now);
  const scrubber = new SecretScrubber(request.password ?? '');
  const emit = (event: MessageEvent) => queue.push(event);

  queue.push({ event: 'planned', at: now(), endpoints: [{ id, ...endpoint }] });

  const run = async (): Promise<DeliveryOutcome> => {
    const resolve = options.resolve ?? resolveHost;
    const addresses = resolve(endpoint.host, signal);
    addresses.catch(() => undefined); // heard by the resolve stage
    const opening = {
      endpoint,
      addresses,
      mode: options.mode,
      connect: options.connect ?? connectTcp,
      signal,
      now,
      transcript,
      emit,
      onAttempt: (attempt: Attempt) => attempts.push(attempt),
    };
    const opened: OpenedEndpoint = await openEndpoint(opening, () => undefined);
    const { wire } = opened;
    const missing = missingCapability(opened.capabilities, request, wire.secured);
    if (missing !== undefined) {
      quit(wire);
      throw new ConversationFailed(missing);
    }
    const message = await composeTestMessage(request, (options.date ?? (() => new Date()))());
    const offered = authMechanisms(opened.capabilities);
    const mechanism = passwordMechanisms.find((name) => offered.includes(name));
    return submit({ opened, request, message, mechanism, transcript, now, signal, emit, id });
  };

  const running = run()
    .catch((error: unknown) => failedDelivery(error, options))
    .then((outcome) => {
      const lines = transcript.lines();
      const serverTexts = scrubber.lines(lines.map(({ text }) => text));
      const shown = lines.map((line, index) =>
        line.from === 'server' ? { ...line, text: serverTexts[index] ?? '' } : line,
      );
      queue.push({
        event: 'settled',
        at: now(),
        outcome: scrubOutcome(outcome, scrubber),
        transcript: shown,
        attempts,
      });
      queue.end();
    });
  try {
    yield* queue;
    await running;
  } finally {
    clearTimeout(timer);
    ended.abort();
  }
}

function failedDelivery(error: unknown, options: ProbeOptions): DeliveryOutcome {
  if (error instanceof ConversationAborted) return { status: 'not-tested', reason: 'aborted' };
  const outcome = failedOutcome(error, options.onUnexpected);
  return outcome.status === 'usable' ? { status: 'not-tested', reason: 'aborted' } : outcome;
}
