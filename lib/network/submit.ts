import 'server-only';
import SMTPConnection from 'nodemailer/lib/smtp-connection';
import type { Facts, MessageEvent } from '@/lib/probe/events';
import type { MessageRequest } from '@/lib/settings/message-request';
import type { DeliveryOutcome, Failure, Stage } from '@/lib/smtp/outcome';
import type { Reply } from '@/lib/smtp/reply';
import { deadlines } from './deadlines';
import { ehloName } from './ehlo-name';
import { ConversationAborted } from './failure-thrown';
import type { OpenedEndpoint } from './open-endpoint';
import { SubmissionTap, type TapListener } from './submission-tap';
import type { Transcript } from './transcript';

export type Submission = {
  readonly opened: OpenedEndpoint;
  readonly request: MessageRequest;
  readonly message: { readonly raw: Buffer; readonly messageId: string };
  /** The mechanism the password travels by; undefined when there is no password. */
  readonly mechanism: string | undefined;
  readonly transcript: Transcript;
  readonly now: () => number;
  readonly signal: AbortSignal;
  readonly emit: (event: MessageEvent) => void;
  readonly id: string;
};

type StageEvents = { readonly begin: (stage: Stage) => void; readonly pass: (stage: Stage, facts: Facts) => void };

function stageEvents({ opened, now, emit, id }: Submission): StageEvents {
  const started = new Map<Stage, number>();
  const { secured } = opened.wire;
  return {
    begin(stage) {
      if (started.has(stage)) return;
      const at = now();
      started.set(stage, at);
      emit({ event: 'stage-started', at, endpoint: id, stage, secured, address: opened.address });
    },
    pass(stage, facts) {
      const at = now();
      const tookMs = Math.round((at - (started.get(stage) ?? at)) * 10) / 10;
      emit({ event: 'stage-passed', at, endpoint: id, stage, secured, tookMs, facts });
    },
  };
}

/** What the client said, as it may be shown: login payloads hidden, whatever the mechanism. */
function shownCommand(stage: Stage, line: string): string {
  if (stage !== 'auth') return line;
  const [verb = '', mechanism = '', ...rest] = line.split(' ');
  if (verb.toUpperCase() !== 'AUTH') return '[hidden]';
  return rest.length > 0 ? `${verb} ${mechanism} [hidden]` : `${verb} ${mechanism}`;
}

/** A reply as it stands on the wire (RFC 5321 §4.2.1). */
function replyBytes(code: number, text: readonly string[]): Buffer {
  const lines = text.map((line, index) => `${code}${index === text.length - 1 ? ' ' : '-'}${line}\r\n`);
  return Buffer.from(lines.join(''), 'utf8');
}

/**
 * An opened session → the end of the message. nodemailer gets the socket with the real greeting put back, hears what
 * EHLO announced, logs in and delivers; the tap on the socket decides what happened.
 */
export function submit(submission: Submission): Promise<DeliveryOutcome> {
  const { opened, request, message, mechanism, transcript, signal } = submission;
  const { wire } = opened;
  const { socket, secured } = wire;
  const stages = stageEvents(submission);
  wire.release();
  return new Promise((resolve, reject) => {
    const finish = (outcome: DeliveryOutcome) => {
      signal.removeEventListener('abort', onAbort);
      tap.stop();
      resolve(outcome);
    };
    const failed = (failure: Failure) => {
      // A complete negative reply to the final dot is an answer; anything else after it leaves the outcome open.
      const isOpen = tap.dotSent && failure.kind !== 'negative-reply';
      finish(
        isOpen ? { status: 'outcome-unknown', failure, messageId: message.messageId } : { status: 'failed', failure },
      );
    };
    const onAbort = () => {
      socket.destroy();
      if (tap.dotSent) failed({ stage: 'data', secured, kind: 'closed-by-peer', how: 'end' });
      else {
        tap.stop();
        reject(new ConversationAborted());
      }
    };
    const record = (from: 'client' | 'server', text: string) => transcript.add(from, secured, text);
    const recordReply = (reply: Reply) =>
      reply.text.forEach((text, index) =>
        record('server', `${reply.code}${index === reply.text.length - 1 ? ' ' : '-'}${text}`),
      );
    const announced = opened.capabilities.map(({ keyword, params }) => [keyword, ...params].join(' '));
    const listener: TapListener = {
      onCommand(stage, line) {
        if (stage === 'ehlo') return; // said before, and answered by the tap
        stages.begin(stage);
        record('client', shownCommand(stage, line));
      },
      onBody(bytes) {
        record('client', `[${bytes} bytes]`);
      },
      onReply(stage, reply) {
        if (stage === 'greeting' || stage === 'ehlo') return; // put back, and already told
        recordReply(reply);
        if (stage === 'auth' && reply.code === 334) return;
        if (stage === 'auth') stages.pass('auth', mechanism === undefined ? {} : { mechanism });
        if (stage === 'mail-from' || stage === 'rcpt-to') stages.pass(stage, { reply });
        if (stage === 'data' && reply.code !== 354) {
          stages.pass('data', { reply });
          finish({ status: 'accepted', reply, messageId: message.messageId });
          connection.quit();
          setTimeout(() => socket.destroy(), deadlines.goodbye).unref();
        }
      },
      onFailure(failure) {
        if (signal.aborted && !tap.dotSent) {
          reject(new ConversationAborted());
          return;
        }
        if (failure.kind === 'negative-reply') recordReply(failure.reply);
        failed(failure);
      },
    };
    const tap = new SubmissionTap(socket, secured, listener, replyBytes(250, [request.endpoint.host, ...announced]));
    const connection = new SMTPConnection({
      connection: socket,
      secured,
      secure: secured,
      ignoreTLS: true, // encryption is there already, or was knowingly given up; nothing is upgraded here
      name: ehloName(socket.localAddress),
      host: request.endpoint.host,
      port: request.endpoint.port,
      connectionTimeout: deadlines.message,
      greetingTimeout: deadlines.greeting,
      socketTimeout: deadlines.message,
    });
    // The tap has said what happened before the library finds its words for it.
    const ignore = () => undefined;
    connection.on('error', ignore);
    const deliver = () => connection.send({ from: request.from.address, to: [request.to] }, message.raw, ignore);
    signal.addEventListener('abort', onAbort, { once: true });
    if (signal.aborted) return onAbort();
    const { username, password } = request;
    connection.connect((error) => {
      if (error || socket.destroyed) return;
      if (username === undefined || password === undefined || mechanism === undefined) return deliver();
      connection.login({ credentials: { user: username, pass: password }, method: mechanism }, (loginError) => {
        if (!loginError && !socket.destroyed) deliver();
      });
    });
    socket.unshift(replyBytes(opened.greeting.code, opened.greeting.text));
  });
}
