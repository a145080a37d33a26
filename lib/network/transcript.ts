import 'server-only';
import type { TranscriptLine } from '@/lib/smtp/outcome';

const limitBytes = 65_536;
// C0 but tab, DEL, C1, and the bidirectional controls that can make a line read backwards (Unicode TR 36 §2.5).
const unprintable =
  /[\u0000-\u0008\u000a-\u001f\u007f-\u009f\u061c\u200e\u200f\u2028\u2029\u202a-\u202e\u2066-\u2069]/g;

/** A server's words → the same with control and bidirectional characters visible as `\u{...}`. */
export function printable(text: string): string {
  return text.replace(unprintable, (character) => `\\u{${character.codePointAt(0)?.toString(16) ?? '0'}}`);
}

/** Records one conversation, bounded to 64 kB; the first line over the bound says so and is the last. */
export class Transcript {
  private readonly recorded: TranscriptLine[] = [];
  private bytes = 0;

  /** `now` gives milliseconds since admission. */
  constructor(private readonly now: () => number) {}

  add(from: TranscriptLine['from'], secured: boolean, text: string): void {
    if (this.bytes > limitBytes) return;
    this.bytes += Buffer.byteLength(text) + 16;
    this.recorded.push({
      at: this.now(),
      from,
      secured,
      text: this.bytes > limitBytes ? '[the rest is left out]' : printable(text),
    });
  }

  lines(): TranscriptLine[] {
    return [...this.recorded];
  }
}
