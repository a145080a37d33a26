// Line ends of every language here: C0 and C1 controls, U+2028, U+2029.
const lineEnd = /[\p{Cc}\p{Zl}\p{Zp}]+/gu;
// Format characters make text read differently from what it is, such as overriding its direction.
const unseen = /\p{Cf}/gu;

/** Any text → one line of visible text. */
export function oneLine(text: string): string {
  return text.replace(unseen, '').replace(lineEnd, ' ').trim();
}

/** Any text → one line that cannot end the comment it stands in, nor PHP itself, which `?>` ends even inside `//`. */
export function commentLine(text: string): string {
  return oneLine(text).replaceAll('*/', '* /').replaceAll('?>', '? >');
}
