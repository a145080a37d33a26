import 'server-only';
import { secretForms } from './secret-forms';

/**
 * After AUTH began a server may say anything, the password included: as it is, in an encoding, cut into pieces over
 * several lines. What it says is shown and stored only after it went through here.
 */
const hidden = '[hidden]';

/** A lens is one way of reading lines: which letters count, and which are passed over. */
type Lens = { readonly skip: RegExp; readonly counts: RegExp };

const replyCode = /^\d{3}(?:[ -]|$)/;
const enhancedCode = /^(?:\d{3}[ -])?(?:[245]\.\d{1,3}\.\d{1,3}(?:\s|$))?/;
const nothing = /^/;

const anyLetter = /\S/;
const lenses: readonly Lens[] = [nothing, replyCode, enhancedCode].map((skip) => ({ skip, counts: anyLetter }));
/** Hexadecimal, whatever stands between the digits: `61 62`, `61:62`, `\x61\x62`, `0x61, 0x62`. */
const hexLenses: readonly Lens[] = [nothing, replyCode, enhancedCode].map((skip) => ({ skip, counts: /[0-9a-f]/i }));
const hexPrefix = /(?:\\x|0x|%|=|&#x)(?=[0-9a-f]{2})/gi;

type Place = { readonly line: number; readonly at: number; readonly length: number };

/** Lower case letter by letter, so that places stay what they are. */
function fold(letter: string): string {
  const lower = letter.toLowerCase();
  return lower.length === letter.length ? lower : letter;
}

const foldAll = (text: string) => Array.from(text, fold).join('');
const squeeze = (text: string) => foldAll(text).replace(/\s+/g, '');

function read(texts: readonly string[], { skip, counts }: Lens): { letters: string; places: Place[] } {
  let letters = '';
  const places: Place[] = [];
  texts.forEach((text, line) => {
    let at = 0;
    const from = skip.exec(text)?.[0].length ?? 0;
    for (const letter of text) {
      if (at >= from && counts.test(letter)) {
        const folded = fold(letter);
        letters += folded;
        for (let unit = 0; unit < folded.length; unit += 1) places.push({ line, at, length: letter.length });
      }
      at += letter.length;
    }
  });
  return { letters, places };
}

export class SecretScrubber {
  private needles: readonly string[];
  private readonly hexNeedle: string;
  private readonly folded: string;
  private readonly pieceLength: number;

  /** `username` matters only for the forms in which both travel together (RFC 4616). */
  constructor(
    private readonly secret: string,
    username = '',
  ) {
    const forms = secret === '' ? [] : secretForms(secret, username);
    this.needles = [...new Set(forms.map(squeeze))].filter((form) => form.length >= 4);
    this.hexNeedle = Buffer.from(secret, 'utf8').toString('hex');
    this.folded = squeeze(secret);
    this.pieceLength = Math.max(6, Math.ceil(this.folded.length / 2));
  }

  /** The last of many texts, scrubbed with regard to those that came before. */
  after(earlier: readonly string[], texts: readonly string[]): string[] {
    return this.lines([...earlier, ...texts]).slice(earlier.length);
  }

  /** Another text that gives the secret away: a login payload as it was sent, whole or decoded. */
  alsoHide(payload: string): void {
    const decoded = Buffer.from(payload, 'base64').toString('utf8');
    const digest = decoded.split(' ').at(-1) ?? ''; // CRAM-MD5 (RFC 2195): the user name, then the digest
    const forms = [payload.replace(/=+$/, ''), digest].map(squeeze).filter((form) => form.length >= 8);
    this.needles = [...new Set([...this.needles, ...forms])];
  }

  /**
   * Lines of server text → the same lines, in which every form of the secret is replaced, also where it runs over
   * line ends. A line with a very short secret, or with half of a longer one, is replaced whole.
   */
  lines(texts: readonly string[]): string[] {
    if (this.secret === '') return [...texts];
    let result = [...texts];
    for (const lens of lenses) result = this.hide(result, lens, this.needles);
    if (this.hexNeedle.length >= 6) {
      for (const lens of hexLenses) result = this.hide(result, lens, [this.hexNeedle]);
      result = this.hidePrefixedHex(result);
    }
    return result.map((text) => (this.holdsPiece(text) ? hidden : text));
  }

  private holdsPiece(text: string): boolean {
    if (this.folded.length < 4) return foldAll(text).includes(foldAll(this.secret));
    const haystack = squeeze(text);
    for (let at = 0; at + this.pieceLength <= this.folded.length; at += 1)
      if (haystack.includes(this.folded.slice(at, at + this.pieceLength))) return true;
    return false;
  }

  /** `0x61` holds a digit that belongs to the notation, so such a line is replaced whole. */
  private hidePrefixedHex(texts: readonly string[]): string[] {
    const digits = (text: string) =>
      text
        .replace(hexPrefix, '')
        .replace(/[^0-9a-f]/gi, '')
        .toLowerCase();
    return texts.map((text) => (digits(text).includes(this.hexNeedle) ? hidden : text));
  }

  private hide(texts: readonly string[], lens: Lens, needles: readonly string[]): string[] {
    const { letters, places } = read(texts, lens);
    const marked = texts.map((text) => Array.from(text.split(''), () => false));
    for (const needle of needles) {
      let until = 0;
      for (let found = letters.indexOf(needle); found !== -1; found = letters.indexOf(needle, found + 1)) {
        for (const { line, at, length } of places.slice(Math.max(found, until), found + needle.length))
          marked[line]?.fill(true, at, at + length);
        until = found + needle.length;
      }
    }
    return texts.map((text, line) => replaceMarked(text, marked[line] ?? []));
  }
}

/** Blanks between what is hidden are hidden with it. */
function replaceMarked(text: string, marked: readonly boolean[]): string {
  if (!marked.includes(true)) return text;
  const shown = text.split('').map((unit, at) => (marked[at] === true ? '\u0000' : unit));
  return shown.join('').replace(/\u0000+(?:\s+\u0000+)*/g, hidden);
}
