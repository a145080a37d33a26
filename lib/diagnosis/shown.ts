/** What others wrote - servers, certificates, DNS - as a person may be shown it: bounded, and nothing that acts. */

/** Control characters, and those that turn the direction of writing (UAX #9), which could make a line read as another. */
const acting = /[\p{Cc}\p{Cf}\u2028\u2029]/gu;

/** Any text → the same with such characters as `\u{...}`, and cut off after `length` characters. */
export function printable(text: string, length = 500): string {
  const safe = text.replace(acting, (character) => `\\u{${(character.codePointAt(0) ?? 0).toString(16)}}`);
  return safe.length <= length ? safe : `${safe.slice(0, length)}…`;
}

/** Some names → the first five, as they may stand in a sentence. */
export function listed(names: readonly string[]): string {
  const rest = names.length > 5 ? ` and ${names.length - 5} more` : '';
  return `${names
    .slice(0, 5)
    .map((name) => printable(name, 60))
    .join(', ')}${rest}`;
}

/** A name of up to 253 characters → one that fits into a title; the evidence has it whole. */
export function shown(name: string): string {
  return name.length <= 36 ? name : `${name.slice(0, 20)}…${name.slice(-12)}`;
}

/** Milliseconds → whole seconds, as in "within 5 s". */
export function seconds(ms: number): string {
  return `${Math.max(1, Math.round(ms / 1000))} s`;
}
