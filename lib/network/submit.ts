import 'server-only';
import type { Socket } from 'node:net';
import type { Duplex } from 'node:stream';
import { domainToASCII } from 'node:url';
import SMTPConnection from 'nodemailer/lib/smtp-connection';
import type { Facts, MessageEvent } from '@/lib/probe/events';
import type { MessageRequest } from '@/lib/settings/message-request';
import type { DeliveryOutcome, Failure, Stage } from '@/lib/smtp/outcome';
import { offers } from '@/lib/smtp/reply';
import { deadlines } from './deadlines';
import type { OpenedEndpoint, Run, Standing } from './open-endpoint';
import { failedOutcome } from './outcome-of-thrown';
import { queueId } from './queue-id';
import { SubmissionDialogue } from './submission-dialogue';
import { SubmissionRelay } from './submission-relay';
import type { Transcript } from './transcript';

export type Submission = {
  readonly run: Run;
  readonly opened: OpenedEndpoint;
  readonly request: MessageRequest;
  readonly message: { readonly raw: Buffer; readonly messageId: string };
  /** The mechanism the password travels by; undefined when there is no password. */
  readonly mechanism: string | undefined;
  readonly transcript: Transcript;
  readonly standing: Standing;
  readonly emit: (event: MessageEvent) => void;
  readonly id: string;
  readonly onPayload: (payload: string) => void;
  readonly onUnexpected: (error: unknown) => void;
};

function stageEvents({ opened, run, emit, id }: Submission) {
  const started = new Map<Stage, number>();
  const { secured } = opened.wire;
  return {
    begin(stage: Stage) {
      const at = run.now();
      started.set(stage, at);
      emit({ event: 'stage-started', at, endpoint: id, stage, secured, address: opened.address });
    },
    pass(stage: Stage, facts: Facts) {
      const at = run.now();
      const tookMs = Math.round((at - (started.get(stage) ?? at)) * 10) / 10;
      emit({ event: 'stage-passed', at, endpoint: id, stage, secured, tookMs, facts });
    },
  };
}

/** The extensions nodemailer may use; it hears of no others, so it cannot mistake a word for one. */
const extensionsUsed = ['PIPELINING', 'SMTPUTF8', '8BITMIME'];

function dialogueOf(submission: Submission): SubmissionDialogue {
  const { opened, run, request, mechanism, transcript, standing, onPayload } = submission;
  const { wire, greeting, capabilities } = opened;
  const announced = extensionsUsed.filter((keyword) => offers(capabilities, keyword));
  return new SubmissionDialogue({
    ...run,
    ...stageEvents(submission),
    wire,
    standing,
    mechanism,
    greeting,
    ehlo: { code: 250, text: [request.endpoint.host, ...announced] },
    record: (text) => transcript.add('client', wire.secured, text),
    onPayload,
  });
}

/** RFC 5890: the domain in ASCII, so that only a local part beyond ASCII needs SMTPUTF8 (RFC 6531). */
export function envelopeAddress(address: string): string {
  const at = address.lastIndexOf('@');
  const domain = domainToASCII(address.slice(at + 1));
  return domain === '' ? address : `${address.slice(0, at)}@${domain}`;
}

/** Lets nodemailer log in and deliver over the relay. What becomes of it the dialogue tells; an error here is its giving up. */
function startClient(relay: SubmissionRelay, { opened, request, message, mechanism }: Submission): SMTPConnection {
  const { secured } = opened.wire;
  const connection = new SMTPConnection({
    connection: relay as Duplex as unknown as Socket, // it uses nothing of a socket but its stream and setTimeout
    secured,
    secure: secured,
    ignoreTLS: true, // encryption is there already, or was knowingly given up; nothing is upgraded here
    name: 'relay.invalid', // heard by the relay only; the server was told our name before
    host: request.endpoint.host,
    port: request.endpoint.port,
    connectionTimeout: 2 * deadlines.message, // every wait is the dialogue's
    greetingTimeout: 2 * deadlines.message,
  });
  const giveUp = () => void relay.destroy();
  const then = (next: () => void) => (error?: unknown) => (error === undefined || error === null ? next() : giveUp());
  const envelope = { from: envelopeAddress(request.from.address), to: [envelopeAddress(request.to)] };
  const deliver = () =>
    connection.send(
      envelope,
      message.raw,
      then(() => undefined),
    );
  const { username, password } = request;
  connection.on('error', giveUp);
  connection.connect(
    then(() => {
      if (username === undefined || password === undefined || mechanism === undefined) return deliver();
      connection.login({ credentials: { user: username, pass: password }, method: mechanism }, then(deliver));
    }),
  );
  return connection;
}

/** Leaves in the way the conversation allows: QUIT after an answer, a reset in the middle of a message. */
function leave({ opened, standing }: Submission, failure: Failure | undefined, isIdle: boolean): void {
  const isAnswered = failure?.kind === 'negative-reply' && failure.reply.code !== 421;
  const { wire } = opened;
  if (standing.isMidMessage) wire.connection.reset();
  else if (isAnswered && isIdle) wire.quit();
  else wire.connection.close();
}

function ended(error: unknown, submission: Submission, dialogue: SubmissionDialogue): DeliveryOutcome {
  const { run, opened, message, standing, onUnexpected } = submission;
  const outcome = failedOutcome(error, standing, onUnexpected);
  leave(submission, outcome.status === 'failed' ? outcome.failure : undefined, dialogue.outstanding === 0);
  const { dotSentAt } = dialogue;
  if (dotSentAt === undefined) return outcome;
  const place = { stage: 'data', secured: opened.wire.secured } as const;
  const afterMs = Math.round(run.now() - dotSentAt);
  const failure: Failure =
    outcome.status === 'failed' ? outcome.failure : { ...place, kind: 'timed-out', afterMs, bytes: opened.wire.unread };
  // A complete negative reply to the final dot is an answer; anything else after it leaves the outcome open.
  if (failure.kind === 'negative-reply') return { status: 'failed', failure };
  return { status: 'outcome-unknown', failure, messageId: message.messageId };
}

/**
 * An opened session → the end of the message. nodemailer logs in and delivers over a relay that answers greeting and
 * EHLO from what was heard before; the dialogue on the real connection decides what happened.
 */
export async function submit(submission: Submission): Promise<DeliveryOutcome> {
  const { run, opened, message } = submission;
  const relay = new SubmissionRelay();
  const stop = () => void relay.destroy();
  run.signal.addEventListener('abort', stop, { once: true });
  const dialogue = dialogueOf(submission);
  const client = startClient(relay, submission);
  try {
    const reply = await dialogue.run(relay);
    opened.wire.quit();
    const id = queueId(reply);
    return { status: 'accepted', reply, messageId: message.messageId, ...(id === undefined ? {} : { queueId: id }) };
  } catch (error) {
    return ended(error, submission, dialogue);
  } finally {
    run.signal.removeEventListener('abort', stop);
    client.close();
    relay.destroy();
  }
}
