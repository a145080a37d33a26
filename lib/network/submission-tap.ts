import 'server-only';
import type net from 'node:net';
import type { Failure, Stage } from '@/lib/smtp/outcome';
import { parseReply, type Reply } from '@/lib/smtp/reply';
import { deadlines } from './deadlines';

/**
 * Watches the bytes between nodemailer and the server. What was said, at which stage, and how it ended is read from
 * here and not from the client library's words. Commands may be pipelined (RFC 2920): replies answer them in order.
 */
export type TapListener = {
  readonly onCommand: (stage: Stage, line: string) => void;
  readonly onReply: (stage: Stage, reply: Reply) => void;
  readonly onBody: (bytes: number) => void;
  readonly onFailure: (failure: Failure) => void;
};

type Pending = { readonly stage: Stage; readonly line: string; readonly kind: 'command' | 'acceptance' };

const verbs: readonly (readonly [RegExp, Stage])[] = [
  [/^(EHLO|HELO)\b/i, 'ehlo'],
  [/^AUTH\b/i, 'auth'],
  [/^MAIL\b/i, 'mail-from'],
  [/^RCPT\b/i, 'rcpt-to'],
  [/^DATA\b/i, 'data'],
];

export class SubmissionTap {
  private readonly pending: Pending[] = [];
  private received: Uint8Array = new Uint8Array();
  private timer: NodeJS.Timeout | undefined;
  private mode: 'commands' | 'body' | 'done' = 'commands';
  private bodyTail = '';
  private bodyBytes = 0;
  private last: Stage = 'greeting';
  /** The final dot's line was handed over: from here on the message may have been taken (RFC 5321 §4.5.3.2.6). */
  dotSent = false;

  /**
   * `socket` is patched to see what is written; `restore` is not needed, the socket ends with the message. `ehloReply`
   * is what the server answered before: a second EHLO is answered with it here and costs no round trip.
   */
  constructor(
    private readonly socket: net.Socket,
    private readonly secured: boolean,
    private readonly listener: TapListener,
    private readonly ehloReply: Buffer,
  ) {
    this.pending.push({ stage: 'greeting', line: '', kind: 'command' });
    const write = socket.write.bind(socket) as (...args: unknown[]) => boolean;
    const seen = (...args: unknown[]): boolean => {
      this.sent(args[0] as Buffer | string);
      return this.answersEhlo(String(args[0])) || write(...args);
    };
    socket.write = seen;
    socket.on('data', (chunk: Buffer) => this.read(chunk));
    socket.once('end', () => this.fail({ kind: 'closed-by-peer', how: 'end' }));
    socket.once('error', () => this.fail({ kind: 'closed-by-peer', how: 'reset' }));
    socket.once('close', () => this.fail({ kind: 'closed-by-peer', how: 'end' }));
  }

  stop(): void {
    this.mode = 'done';
    clearTimeout(this.timer);
  }

  private answersEhlo(line: string): boolean {
    if (this.last !== 'ehlo' || !line.startsWith('EHLO ')) return false;
    // Not at once: the client has to have finished asking.
    setImmediate(() => {
      if (this.mode !== 'done') this.socket.unshift(this.ehloReply);
    });
    return true;
  }

  private sent(chunk: Buffer | string): void {
    if (this.mode === 'done') return;
    const text = typeof chunk === 'string' ? chunk : chunk.toString('latin1');
    if (this.mode === 'body') return this.sentBody(text);
    for (const line of text.split('\r\n').slice(0, -1)) this.sentCommand(line);
  }

  private sentCommand(line: string): void {
    const verb = verbs.find(([pattern]) => pattern.test(line));
    const stage = verb?.[1] ?? (this.last === 'auth' ? 'auth' : undefined);
    if (stage === undefined) return; // QUIT and RSET end things; nobody waits for their answers here
    this.last = stage;
    this.pending.push({ stage, line, kind: 'command' });
    this.listener.onCommand(stage, line);
    this.arm();
  }

  private sentBody(text: string): void {
    this.bodyBytes += text.length;
    this.bodyTail = (this.bodyTail + text).slice(-5);
    if (this.bodyTail !== '\r\n.\r\n' && !(this.bodyBytes === 3 && this.bodyTail.endsWith('.\r\n'))) return;
    this.dotSent = true;
    this.mode = 'commands';
    this.pending.push({ stage: 'data', line: '.', kind: 'acceptance' });
    this.listener.onBody(this.bodyBytes);
    this.arm();
  }

  private read(chunk: Buffer): void {
    this.received = Buffer.concat([this.received, chunk]);
    for (;;) {
      if (this.mode === 'done' || this.received.length === 0) return;
      const parsed = parseReply(this.received);
      if (parsed.kind === 'incomplete') return;
      if (parsed.kind === 'violation')
        return this.fail({ kind: 'protocol-violation', cause: parsed.cause, sample: parsed.sample });
      this.received = parsed.rest;
      this.answered(parsed.reply);
    }
  }

  private answered(reply: Reply): void {
    const question = this.pending.shift();
    if (question === undefined) {
      if (this.last === 'greeting' || reply.code === 421) return this.negative(this.last, reply, '');
      return this.fail({
        kind: 'protocol-violation',
        cause: 'out-of-step',
        sample: reply.text.join(' ').slice(0, 200),
      });
    }
    clearTimeout(this.timer);
    const { stage, line, kind } = question;
    const isPositive = reply.code < 400;
    if (stage === 'data' && kind === 'command' && reply.code === 354) {
      this.mode = 'body';
    }
    if (this.pending.length > 0) this.arm();
    if (isPositive) this.listener.onReply(stage, reply);
    else this.negative(stage, reply, line);
  }

  private negative(stage: Stage, reply: Reply, line: string): void {
    const command = line
      .split(' ')
      .slice(0, stage === 'auth' || stage === 'mail-from' || stage === 'rcpt-to' ? 2 : 1)
      .join(' ')
      .replace(/:.*/, '');
    this.fail({ kind: 'negative-reply', reply, command }, stage);
  }

  private arm(): void {
    const next = this.pending[0];
    if (next === undefined) return;
    const ms =
      next.kind === 'acceptance'
        ? deadlines.acceptance
        : deadlines[next.stage === 'resolve' || next.stage === 'connect' ? 'ehlo' : next.stage];
    clearTimeout(this.timer);
    this.timer = setTimeout(() => this.fail({ kind: 'timed-out', afterMs: ms, bytes: this.received.length }), ms);
  }

  private fail(what: FailureFacts, stage: Stage = this.pending[0]?.stage ?? this.last): void {
    if (this.mode === 'done') return;
    this.stop();
    this.listener.onFailure({ stage, secured: this.secured, ...what });
    this.socket.destroy();
  }
}

type FailureFacts = Failure extends infer F ? (F extends Failure ? Omit<F, 'stage' | 'secured'> : never) : never;
