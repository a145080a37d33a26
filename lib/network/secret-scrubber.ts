import 'server-only';
import { secretForms } from './secret-forms';

/**
 * After AUTH began a server may say anything, the password included: as it is, in an encoding, cut into pieces over
 * several lines. What it says is shown and stored only after it went through here.
 */
const hidden = '[hidden]';

/** What may stand at the beginning of each line of a reply and does not belong to the words. */
const beginnings: readonly RegExp[] = [/^/, /^\d{3}(?:[ -]|$)/, /^(?:\d{3}[ -])?(?:[245]\.\d{1,3}\.\d{1,3}(?:\s|$))?/];
/** Hexadecimal, whatever stands between the digits: `61 62`, `61:62`, `\x61\x62`, `0x61, 0x62`. */
const noDigits = /\\x|0x|&#x|[^0-9a-f]/g;

/** The letters of all lines without blanks, each with the line and place it stands at. */
type Reading = { readonly letters: string; readonly lines: readonly number[]; readonly places: readonly number[] };

/** Lower case unit by unit, so that places stay what they are. */
function fold(unit: string): string {
  const lower = unit.toLowerCase();
  return lower.length === 1 ? lower : unit;
}

const foldAll = (text: string) => text.split('').map(fold).join('');
const squeeze = (text: string) => foldAll(text).replace(/\s+/g, '');

function read(texts: readonly string[], beginning: RegExp): Reading {
  const letters: string[] = [];
  const lines: number[] = [];
  const places: number[] = [];
  texts.forEach((text, line) => {
    for (let at = beginning.exec(text)?.[0].length ?? 0; at < text.length; at += 1) {
      if (/\s/.test(text.charAt(at))) continue;
      letters.push(fold(text.charAt(at)));
      lines.push(line);
      places.push(at);
    }
  });
  return { letters: letters.join(''), lines, places };
}

/** The same reading, with nothing left in it but hexadecimal digits. */
function onlyDigits({ letters, lines, places }: Reading): Reading {
  const dropped = new Set<number>();
  for (const { index, 0: found } of letters.matchAll(noDigits))
    for (let at = index; at < index + found.length; at += 1) dropped.add(at);
  const stays = (_value: unknown, at: number) => !dropped.has(at);
  return {
    letters: letters.split('').filter(stays).join(''),
    lines: lines.filter(stays),
    places: places.filter(stays),
  };
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
    const marked = texts.map((text) => Array<boolean>(text.length).fill(false));
    for (const beginning of beginnings) {
      const reading = read(texts, beginning);
      for (const needle of this.needles) mark(marked, reading, needle);
      if (this.hexNeedle.length >= 6) mark(marked, onlyDigits(reading), this.hexNeedle);
    }
    const shown = texts.map((text, line) => replaceMarked(text, marked[line] ?? []));
    return shown.map((text) => (this.holdsPiece(text) ? hidden : text));
  }

  private holdsPiece(text: string): boolean {
    if (this.folded.length < 4) return foldAll(text).includes(foldAll(this.secret));
    const haystack = squeeze(text);
    for (let at = 0; at + this.pieceLength <= this.folded.length; at += 1)
      if (haystack.includes(this.folded.slice(at, at + this.pieceLength))) return true;
    return false;
  }
}

/** Marks every occurrence, and in each line all that stands between its letters. */
function mark(marked: readonly boolean[][], { letters, lines, places }: Reading, needle: string): void {
  let until = 0;
  for (let found = letters.indexOf(needle); found !== -1; found = letters.indexOf(needle, found + 1)) {
    for (let at = Math.max(found, until); at < found + needle.length; at += 1) {
      const line = lines[at] ?? 0;
      const from = at > found && lines[at - 1] === line ? (places[at - 1] ?? 0) : (places[at] ?? 0);
      marked[line]?.fill(true, from, (places[at] ?? 0) + 1);
    }
    until = found + needle.length;
  }
}

function replaceMarked(text: string, marked: readonly boolean[]): string {
  if (!marked.includes(true)) return text;
  const units = text.split('').flatMap((unit, at) => {
    if (marked[at] !== true) return unit;
    return marked[at - 1] === true ? [] : hidden;
  });
  return units.join('').replace(/\[hidden\](?:\s+\[hidden\])+/g, hidden);
}
