import 'server-only';
import { parseReply, replyLimits, type ReplyResult } from '@/lib/smtp/reply';

/** A code, its separator and one byte more: what comes later in a line cannot make another thing of it until it ends. */
const decisiveBytes = 5;

/**
 * What a peer sent and nobody read yet. A peer that sends byte by byte must not cost more than one that does not, so
 * the bytes are joined and parsed again only when the last of them can have changed the answer.
 */
export class ReplyInbox {
  private parts: Buffer[] = [];
  private size = 0;
  /** Bytes since the last line feed. */
  private lineLength = 0;
  private isChanged = true;

  get length(): number {
    return this.size;
  }

  add(chunk: Buffer): void {
    const lineFeed = chunk.lastIndexOf(10);
    if (lineFeed !== -1 || this.lineLength < decisiveBytes) this.isChanged = true;
    this.lineLength = lineFeed === -1 ? this.lineLength + chunk.length : chunk.length - lineFeed - 1;
    this.parts.push(chunk);
    this.size += chunk.length;
    if (this.lineLength > replyLimits.lineBytes || this.size > replyLimits.bytes) this.isChanged = true;
  }

  bytes(): Buffer {
    const [only] = this.parts;
    if (this.parts.length === 1 && only !== undefined) return only;
    const joined = Buffer.concat(this.parts);
    this.parts = [joined];
    return joined;
  }

  /** The next reply, as far as it has come. */
  parse(): ReplyResult {
    if (!this.isChanged) return { kind: 'incomplete' };
    this.isChanged = false;
    return parseReply(this.bytes());
  }

  /** What follows the reply that was taken. */
  keep(rest: Uint8Array): void {
    const bytes = Buffer.from(rest);
    this.parts = [bytes];
    this.size = bytes.length;
    this.lineLength = bytes.length - bytes.lastIndexOf(10) - 1;
    this.isChanged = true;
  }
}
