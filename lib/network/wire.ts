import 'server-only';
import type net from 'node:net';
import type { Failure } from '@/lib/smtp/outcome';
import { replyLimits, type Reply } from '@/lib/smtp/reply';
import type { Connection } from './connection';
import { deadlines } from './deadlines';
import { ConversationAborted, ConversationFailed } from './failure-thrown';
import { pause } from './pause';
import { peerEnding } from './peer-ending';
import { ReplyInbox } from './reply-inbox';
import { socketFailure, type Place } from './socket-failure';
import type { Transcript } from './transcript';

type Ending = { readonly how: 'end' | 'reset' } | { readonly error: unknown };

/** How much of what nobody could read is shown. */
const unreadShown = 2_000;

/** One socket as commands and replies. Holds what came and was not read yet, bounded; records both sides. */
export class Wire {
  private readonly inbox = new ReplyInbox();
  private ending: Ending | undefined;
  private wake: (() => void) | undefined;
  private readonly onData = (chunk: Buffer) => {
    // A peer that floods is cut off at the bound; the parser then tells what it was.
    if (this.unread <= replyLimits.bytes + replyLimits.lineBytes) this.inbox.add(chunk);
    else this.socket.pause();
    this.wake?.();
  };
  private readonly onEnd = () => this.finish({ how: peerEnding(this.socket) });
  private readonly onClose = () => this.finish({ how: 'end' });
  private readonly onError = (error: unknown) => this.finish({ error });

  private readonly socket: net.Socket;

  constructor(
    readonly connection: Connection,
    readonly secured: boolean,
    private readonly transcript: Transcript,
  ) {
    const { socket } = connection;
    this.socket = socket;
    socket.on('data', this.onData).on('end', this.onEnd).on('close', this.onClose).on('error', this.onError);
    // A socket that ended before anybody listened says so only here.
    if (socket.destroyed || socket.readableEnded)
      this.finish(socket.errored === null ? { how: 'end' } : { error: socket.errored });
  }

  private finish(ending: Ending): void {
    this.ending ??= ending;
    this.wake?.();
  }

  /** The address we speak from. */
  get localAddress(): string | undefined {
    return this.socket.localAddress;
  }

  /** Bytes that came before anybody asked for them. */
  get unread(): number {
    return this.inbox.length;
  }

  /** Stops listening, so that TLS can take the socket over. Returns what was not read, which the transcript shows. */
  release(): Buffer {
    this.socket.off('data', this.onData).off('end', this.onEnd).off('close', this.onClose).off('error', this.onError);
    this.socket.pause();
    this.recordUnread();
    return this.inbox.bytes();
  }

  /**
   * Sends command lines in one write; CRLF is added. `shown` is what the transcript has in their place. Throws when
   * the server spoke before it was asked.
   */
  async send(
    lines: readonly string[],
    place: Place,
    ms: number,
    signal: AbortSignal,
    shown: readonly string[] = lines,
  ): Promise<void> {
    if (this.unread > 0) throw await this.spokenTooEarly(place, ms, signal);
    if (signal.aborted) throw new ConversationAborted();
    for (const line of shown) this.transcript.add('client', this.secured, line);
    if (!this.connection.isEnded) this.socket.write(lines.map((line) => `${line}\r\n`).join(''));
  }

  /** Writes as it is, within `ms`. True once the kernel has it, false when the connection broke before. */
  async sendBody(bytes: Buffer, place: Place, ms: number, signal: AbortSignal): Promise<boolean> {
    if (this.connection.isEnded) return false;
    const written = new AbortController();
    const waiting = AbortSignal.any([signal, written.signal]);
    const handedOver = new Promise<boolean>((resolve) =>
      this.socket.write(bytes, (error) => resolve(error === null || error === undefined)),
    );
    const late = pause(ms, waiting).then(() => 'late' as const);
    const result = await Promise.race([handedOver, late]).finally(() => written.abort());
    if (signal.aborted) throw new ConversationAborted();
    if (result === 'late') throw this.late(place, ms);
    return result;
  }

  /**
   * Bytes that wait although nothing was asked → the failure they are: RFC 5321 §3.8 lets a server say 421 unasked;
   * anything else would be taken for the answer to the next question, unless `isAnswer` knows better.
   */
  async spokenTooEarly(
    place: Place,
    ms: number,
    signal: AbortSignal,
    isAnswer: (code: number) => boolean = (code) => code === 421,
  ): Promise<ConversationFailed> {
    const sample = this.inbox.bytes().toString('utf8').split(/\r?\n/)[0]?.slice(0, 200) ?? '';
    const outOfStep: Failure = { ...place, kind: 'protocol-violation', cause: 'out-of-step', sample };
    try {
      const reply = await this.readReply(place.stage, ms, signal);
      if (!isAnswer(reply.code)) return new ConversationFailed(outOfStep);
      return new ConversationFailed({ ...place, kind: 'negative-reply', reply, command: '' });
    } catch (error) {
      if (!(error instanceof ConversationFailed)) throw error;
      return error.failure.kind === 'closed-by-peer' ? error : new ConversationFailed(outOfStep);
    }
  }

  /** Waits up to `ms` for one whole reply. Throws ConversationFailed at the given place, or ConversationAborted. */
  async readReply(stage: Place['stage'], ms: number, signal: AbortSignal): Promise<Reply> {
    const place = { stage, secured: this.secured };
    const started = performance.now();
    const late = new AbortController();
    const timer = setTimeout(() => {
      late.abort();
      this.wake?.();
    }, ms);
    const onAbort = () => this.wake?.();
    signal.addEventListener('abort', onAbort, { once: true });
    try {
      for (;;) {
        if (signal.aborted) throw new ConversationAborted();
        const parsed = this.inbox.parse();
        if (parsed.kind === 'reply') return this.take(parsed.reply, parsed.rest);
        if (parsed.kind === 'violation') throw this.violated(place, parsed.cause, parsed.sample);
        if (this.ending !== undefined) throw this.closed(place, this.ending, performance.now() - started);
        if (late.signal.aborted) throw this.late(place, ms);
        await new Promise<void>((resolve) => (this.wake = resolve));
      }
    } finally {
      clearTimeout(timer);
      signal.removeEventListener('abort', onAbort);
    }
  }

  /** Says QUIT (RFC 5321 §4.1.1.10) and gives the peer a second to close; nobody waits for it. */
  quit(): void {
    const { connection, socket } = this;
    if (connection.isEnded) {
      connection.close();
      return;
    }
    this.transcript.add('client', this.secured, 'QUIT');
    socket.end('QUIT\r\n');
    const timer = setTimeout(() => connection.close(), deadlines.goodbye);
    socket.once('close', () => clearTimeout(timer));
  }

  private take(reply: Reply, rest: Uint8Array): Reply {
    this.inbox.keep(rest);
    reply.text.forEach((text, index) => {
      const separator = index === reply.text.length - 1 ? ' ' : '-';
      this.transcript.add('server', this.secured, `${reply.code}${separator}${text}`);
    });
    return reply;
  }

  private recordUnread(): void {
    if (this.unread === 0) return;
    const lines = this.inbox.bytes().subarray(0, unreadShown).toString('utf8').split(/\r?\n/);
    if (lines.at(-1) === '') lines.pop();
    for (const line of lines) this.transcript.add('server', this.secured, line);
  }

  private violated(place: Place, cause: 'not-smtp' | 'malformed' | 'too-long', sample: string): ConversationFailed {
    this.recordUnread();
    return new ConversationFailed({ ...place, kind: 'protocol-violation', cause, sample });
  }

  private late(place: Place, ms: number): ConversationFailed {
    this.recordUnread();
    return new ConversationFailed({ ...place, kind: 'timed-out', afterMs: ms, bytes: this.unread });
  }

  private closed(place: Place, ending: Ending, elapsedMs: number): ConversationFailed {
    this.recordUnread();
    if ('how' in ending) return new ConversationFailed({ ...place, kind: 'closed-by-peer', how: ending.how });
    const failure = socketFailure(ending.error, place, { local: false, elapsedMs, bytes: this.unread });
    return new ConversationFailed(failure, ending.error);
  }
}
