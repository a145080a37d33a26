import 'server-only';

/**
 * After AUTH began a server may say anything, the password included: as it is, in an encoding, cut into pieces over
 * several lines. What it says is shown and stored only after it went through here.
 */
const hidden = '[hidden]';

function encodings(secret: string): string[] {
  const bytes = Buffer.from(secret, 'utf8');
  return [
    secret,
    bytes.toString('base64').replace(/=+$/, ''),
    bytes.toString('base64url'),
    bytes.toString('hex'),
    encodeURIComponent(secret),
    JSON.stringify(secret).slice(1, -1),
  ];
}

/** Base64 of `x` inside base64 of `yx` starts at another bit: all three alignments, without the letters that depend on neighbours. */
function alignments(secret: string): string[] {
  const bytes = Buffer.from(secret, 'utf8');
  return [0, 1, 2].map((shift) => {
    const text = Buffer.concat([Buffer.alloc(shift), bytes])
      .toString('base64')
      .replace(/=+$/, '');
    const tail = (shift + bytes.length) % 3 === 0 ? text : text.slice(0, -1);
    return tail.slice(shift === 0 ? 0 : shift + 1);
  });
}

const squeeze = (text: string) => text.toLowerCase().replace(/\s+/g, '');

export class SecretScrubber {
  private readonly needles: readonly string[];
  private readonly pieceLength: number;
  private readonly isShort: boolean;

  constructor(private readonly secret: string) {
    const forms = [...encodings(secret), ...alignments(secret)].map(squeeze);
    this.needles = [...new Set(forms)].filter((form) => form.length >= 4);
    this.isShort = squeeze(secret).length < 4;
    this.pieceLength = Math.max(6, Math.ceil(squeeze(secret).length / 2));
  }

  /**
   * Lines of server text → the same lines, in which every form of the secret is replaced, also where it runs over
   * line ends. A line with a very short secret, or with half of a longer one, is replaced whole.
   */
  lines(texts: readonly string[]): string[] {
    if (this.secret === '') return [...texts];
    return this.acrossLines(texts).map((text) => (this.holdsPiece(text) ? hidden : text));
  }

  private holdsPiece(text: string): boolean {
    if (this.isShort) return text.toLowerCase().includes(this.secret.toLowerCase());
    const haystack = squeeze(text);
    const secret = squeeze(this.secret);
    for (let at = 0; at + this.pieceLength <= secret.length; at += 1) {
      if (haystack.includes(secret.slice(at, at + this.pieceLength))) return true;
    }
    return false;
  }

  private acrossLines(texts: readonly string[]): string[] {
    // The letters of all lines, each with its place; blanks, reply codes and enhanced codes between pieces do not count.
    const skips = [/^\d{3}[ -]/, /^(?:\d{3}[ -])?(?:[245]\.\d{1,3}\.\d{1,3}\s)?/, /^/];
    let result = [...texts];
    for (const skip of skips) result = this.hide(result, skip);
    return result;
  }

  private hide(texts: readonly string[], skip: RegExp): string[] {
    const letters: { readonly line: number; readonly at: number; readonly letter: string }[] = [];
    texts.forEach((text, line) => {
      const from = skip.exec(text)?.[0].length ?? 0;
      for (let at = from; at < text.length; at += 1) {
        const letter = text.charAt(at).toLowerCase();
        if (letter.length === 1 && /\S/.test(letter)) letters.push({ line, at, letter });
      }
    });
    const haystack = letters.map(({ letter }) => letter).join('');
    const marked = new Set<string>();
    for (const needle of this.needles) {
      for (let found = haystack.indexOf(needle); found !== -1; found = haystack.indexOf(needle, found + 1)) {
        for (const { line, at } of letters.slice(found, found + needle.length)) marked.add(`${line}:${at}`);
      }
    }
    if (marked.size === 0) return [...texts];
    return texts.map((text, line) => {
      const shown = [...Array(text.length).keys()]
        .map((at) => (marked.has(`${line}:${at}`) ? '\u0000' : text.charAt(at)))
        .join('');
      return shown.replace(/\u0000+(?:\s+\u0000+)*/g, hidden);
    });
  }
}
