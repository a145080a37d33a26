/**
 * The password that must never be seen. Its ends are plain letters and digits, because whatever a text is put through
 * (JSON, percent, HTML, quoting for a shell) leaves those as they are; between them stands everything that quoting
 * gets wrong.
 */
const ends = ['Wellensittich47', 'Kakadu93'] as const;

export const canary = `${ends[0]} "double" 'single' $HOME \${x} back\\slash %41 <b>&amp; # ü-ß-✓ ${ends[1]}`;

/** Base64 of a word looks different at each of the three places where it may begin; the letters shared with its neighbours are cut off. */
function base64Forms(word: string): string[] {
  return [0, 1, 2].map((shift) => {
    const bytes = Buffer.concat([Buffer.alloc(shift), Buffer.from(word)]);
    return bytes.toString('base64').slice(Math.ceil((shift * 8) / 6), Math.floor((bytes.length * 8) / 6));
  });
}

const hex = (word: string) => Buffer.from(word).toString('hex');
const plainForms = ends.flatMap((word) => [word.toLowerCase(), hex(word)]);
const exactForms = ends.flatMap(base64Forms);

/** A text → the forms of the canary that stand in it: as it is, in any textual quoting, in base64 and in hex. */
export function canaryForms(text: string): string[] {
  const lower = text.toLowerCase();
  return [...plainForms.filter((form) => lower.includes(form)), ...exactForms.filter((form) => text.includes(form))];
}

/** The same, where the canary may be cut into pieces: only letters and digits count, so any mark, blank or line end between them is looked through. */
export function canaryInPieces(text: string): string[] {
  return canaryForms(text.replace(/[^A-Za-z0-9+/]/g, ''));
}
