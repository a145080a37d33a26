import 'server-only';
import type net from 'node:net';
import type { Failure, Stage } from '@/lib/smtp/outcome';
import { parseReply, replyLimits, type Reply } from '@/lib/smtp/reply';
import { ConversationAborted, ConversationFailed } from './failure-thrown';
import { socketFailure } from './socket-failure';
import type { Transcript } from './transcript';

type Place = { readonly stage: Stage; readonly secured: boolean };

/** One socket as commands and replies. Holds what came and was not read yet, bounded; records both sides. */
export class Wire {
  private received: Buffer = Buffer.alloc(0);
  private ending: { readonly error?: unknown } | undefined;
  private wake: (() => void) | undefined;
  private readonly onData = (chunk: Buffer) => {
    // A peer that floods is cut off at the bound; the parser then tells what it was.
    if (this.received.length <= replyLimits.bytes + replyLimits.lineBytes)
      this.received = Buffer.concat([this.received, chunk]);
    else this.socket.pause();
    this.wake?.();
  };
  private readonly onEnd = () => this.finish({});
  private readonly onError = (error: unknown) => this.finish({ error });

  constructor(
    readonly socket: net.Socket,
    readonly secured: boolean,
    private readonly transcript: Transcript,
  ) {
    socket.on('data', this.onData).on('end', this.onEnd).on('close', this.onEnd).on('error', this.onError);
  }

  private finish(ending: { readonly error?: unknown }): void {
    this.ending ??= ending;
    this.wake?.();
  }

  /** Bytes that came before anybody asked for them. */
  get unread(): number {
    return this.received.length;
  }

  /** Stops listening, so that TLS or another client can take the socket over. Returns what was not read. */
  release(): Buffer {
    this.socket.off('data', this.onData).off('end', this.onEnd).off('close', this.onEnd).off('error', this.onError);
    this.socket.pause();
    return this.received;
  }

  /** Sends one command line; CRLF is added. Bytes already waiting would answer a question not yet asked. */
  send(command: string, place: Place): void {
    if (this.unread > 0)
      throw new ConversationFailed({
        ...place,
        kind: 'protocol-violation',
        cause: 'out-of-step',
        sample: this.received.toString('utf8').slice(0, 200),
      });
    this.transcript.add('client', this.secured, command);
    this.socket.write(`${command}\r\n`);
  }

  /** Waits up to `ms` for one whole reply. Throws ConversationFailed at the given place, or ConversationAborted. */
  async readReply(stage: Stage, ms: number, signal: AbortSignal): Promise<Reply> {
    const place = { stage, secured: this.secured };
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
        const parsed = parseReply(this.received);
        if (parsed.kind === 'reply') return this.take(parsed.reply, parsed.rest);
        if (parsed.kind === 'violation') throw this.violated(place, parsed.cause, parsed.sample);
        if (this.ending !== undefined) throw new ConversationFailed(this.closed(place, this.ending));
        if (late.signal.aborted)
          throw new ConversationFailed({ ...place, kind: 'timed-out', afterMs: ms, bytes: this.unread });
        await new Promise<void>((resolve) => (this.wake = resolve));
      }
    } finally {
      clearTimeout(timer);
      signal.removeEventListener('abort', onAbort);
    }
  }

  private take(reply: Reply, rest: Uint8Array): Reply {
    this.received = Buffer.from(rest);
    reply.text.forEach((text, index) => {
      const separator = index === reply.text.length - 1 ? ' ' : '-';
      this.transcript.add('server', this.secured, `${reply.code}${separator}${text}`);
    });
    return reply;
  }

  private violated(place: Place, cause: 'not-smtp' | 'malformed' | 'too-long', sample: string): ConversationFailed {
    this.transcript.add('server', this.secured, sample);
    return new ConversationFailed({ ...place, kind: 'protocol-violation', cause, sample });
  }

  private closed(place: Place, ending: { readonly error?: unknown }): Failure {
    if (this.unread > 0) this.transcript.add('server', this.secured, this.received.toString('utf8').slice(0, 1000));
    if (ending.error === undefined) return { ...place, kind: 'closed-by-peer', how: 'end' };
    return socketFailure(ending.error, place, { local: false, elapsedMs: 0, bytes: this.unread });
  }
}
