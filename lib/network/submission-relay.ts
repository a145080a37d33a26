import 'server-only';
import { Duplex } from 'node:stream';
import type { Reply } from '@/lib/smtp/reply';

/** A reply as it stands on the wire (RFC 5321 §4.2.1). */
function replyBytes({ code, text }: Pick<Reply, 'code' | 'text'>): Buffer {
  const lines = text.map((line, index) => `${code}${index === text.length - 1 ? ' ' : '-'}${line}\r\n`);
  return Buffer.from(lines.join(''), 'utf8');
}

/**
 * What nodemailer takes for its connection. What it writes can be read here, group by group as it would reach the
 * network, and it hears only replies that were read whole and judged before. So the client library never meets a
 * hostile byte, and no verdict depends on how it understands a server.
 */
export class SubmissionRelay extends Duplex {
  private written: Buffer[] = [];
  private wake: (() => void) | undefined;

  /** nodemailer asks for it; the waits are bounded by whoever reads from here. */
  setTimeout(): this {
    return this;
  }

  override _read(): void {
    // replies are pushed as they come
  }

  override _write(chunk: Buffer, _encoding: BufferEncoding, done: () => void): void {
    this.accept([chunk], done);
  }

  override _writev(chunks: readonly { readonly chunk: Buffer }[], done: () => void): void {
    this.accept(
      chunks.map(({ chunk }) => chunk),
      done,
    );
  }

  private accept(chunks: readonly Buffer[], done: () => void): void {
    this.written.push(...chunks);
    this.wake?.();
    done();
  }

  override _destroy(error: Error | null, done: (error?: Error | null) => void): void {
    this.wake?.();
    done(error);
  }

  /** What nodemailer wrote next, or undefined when it has given up. */
  async next(): Promise<Buffer | undefined> {
    for (;;) {
      if (this.written.length > 0) return Buffer.concat(this.written.splice(0));
      if (this.destroyed || this.writableEnded) return undefined;
      await new Promise<void>((resolve) => (this.wake = resolve));
    }
  }

  /** Lets nodemailer hear a reply. */
  say(reply: Pick<Reply, 'code' | 'text'>): void {
    this.push(replyBytes(reply));
  }
}
