/** Pasted source → header fields (RFC 5322 §2.2), however it was copied; or why it is no source. */

type HeaderField = {
  /** In lower case. */
  readonly name: string;
  /** Unfolded, every run of blanks one blank, and cut off after 8,192 characters. */
  readonly value: string;
};

export type MessageSource = {
  /** From the top: the newest first, since every server puts its own above (RFC 5321 §4.4). */
  readonly fields: readonly HeaderField[];
  readonly body: string;
};

/** Why a paste cannot be read. */
export type PasteProblem = 'empty' | 'too-long' | 'visible-text' | 'html' | 'no-way';

export type ReadSource =
  | { readonly status: 'read'; readonly source: MessageSource }
  | { readonly status: 'not-read'; readonly problem: PasteProblem };

/** 256 kB; a header is a few. */
export const mostCharacters = 262_144;
/** A way through a hundred servers is a loop (RFC 5321 §6.3). */
const mostFields = 1000;
/** The longest that filters write are some 2,000 characters. */
const longestValue = 8192;

/**
 * RFC 5322 §3.6.8 allows any printable sign but the colon; names are made of these only, and a line that lost the blank
 * before it, such as "h=from:to", is then not taken for a field.
 */
const fieldLine = /^([A-Za-z][\w.-]{1,77})[ \t]*:(.*)$/s;

/** Fields that say something of a message; text that has none of them is not a header. */
const telling = new Set(
  'received return-path delivered-to authentication-results arc-authentication-results received-spf dkim-signature message-id mime-version date from to subject content-type x-received'.split(
    ' ',
  ),
);

/** Some programs' pages copy with an empty line after each line. */
function withoutDoubleSpacing(lines: readonly string[]): readonly string[] {
  const head = lines.slice(0, 24);
  const isDouble = head.length >= 6 && head.every((line, index) => index % 2 === 0 || line.trim() === '');
  return isDouble ? lines.filter((_line, index) => index % 2 === 0) : lines;
}

/** A forwarded or quoted source carries `> ` before every line. */
function withoutQuoting(lines: readonly string[]): readonly string[] {
  const filled = lines.filter((line) => line.trim() !== '');
  return filled.length > 0 && filled.every((line) => line.startsWith('>'))
    ? lines.map((line) => line.replace(/^> ?/, ''))
    : lines;
}

function startOf(lines: readonly string[]): number {
  return lines.findIndex((line) => {
    const name = fieldLine.exec(line)?.[1]?.toLowerCase();
    return name !== undefined && (telling.has(name) || name.startsWith('x-'));
  });
}

/** Lines from the first field on → fields up to the empty line, and what follows it. */
function fieldsOf(lines: readonly string[]): MessageSource {
  const fields: { name: string; value: string }[] = [];
  for (const [index, line] of lines.entries()) {
    if (line.trim() === '') return { fields: trimmed(fields), body: lines.slice(index + 1).join('\n') };
    const [, name, value] = /^[ \t]/.test(line) ? [] : (fieldLine.exec(line) ?? []);
    if (name !== undefined) fields.push({ name: name.toLowerCase(), value: value ?? '' });
    // A continuation; where copying lost its leading blank it still belongs to the field above.
    else if (fields.length > 0) (fields.at(-1) ?? { value: '' }).value += ` ${line.trim()}`;
    if (fields.length > mostFields) break;
  }
  return { fields: trimmed(fields), body: '' };
}

function trimmed(fields: readonly HeaderField[]): readonly HeaderField[] {
  return fields
    .slice(0, mostFields)
    .map(({ name, value }) => ({ name, value: value.replace(/\s+/g, ' ').trim().slice(0, longestValue) }));
}

/** Whatever stands in a text area → the fields and the body of a message, or what is wrong with it. */
export function readSource(pasted: string): ReadSource {
  const no = (problem: PasteProblem): ReadSource => ({ status: 'not-read', problem });
  if (pasted.length > mostCharacters) return no('too-long');
  const text = pasted.replace(/^\uFEFF/, '');
  if (text.trim() === '') return no('empty');
  const lines = withoutDoubleSpacing(withoutQuoting(text.split(/\r\n|\n|\r/)));
  const start = startOf(lines);
  if (/^\s*<(!doctype|html|head|body|div|table)\b/i.test(text)) return no('html');
  if (start < 0) return no('visible-text');
  const source = fieldsOf(lines.slice(start));
  const known = source.fields.filter(({ name }) => telling.has(name));
  // "From: … Subject: …" stands above every opened or forwarded mail, too.
  const way = /^(received|return-path|delivered-to|authentication-results|arc-|x-received|message-id|dkim-signature)/;
  if (known.some(({ name }) => way.test(name))) return { status: 'read', source };
  return no(known.length > 0 ? 'no-way' : 'visible-text');
}

/** All values of a field, the topmost first. */
export function valuesOf({ fields }: MessageSource, name: string): readonly string[] {
  return fields.flatMap((field) => (field.name === name ? [field.value] : []));
}

/** Each problem of a paste, and what to do, in words. */
export const pasteProblems: Readonly<Record<PasteProblem, string>> = {
  empty: 'Paste the source of the mail first.',
  'too-long': 'That is more than 256 kB. Paste only the beginning: the lines above the first empty one are enough.',
  'visible-text':
    'That is the text of a mail, not its source. The source begins with lines such as “Received:” and “Return-Path:”.',
  html: 'That is HTML. Paste the whole source, beginning with lines such as “Received:” and “Return-Path:”.',
  'no-way':
    'These are the lines that every mail program shows. The ones that matter, such as “Received:”, appear only in the source.',
};
