/** Text → a string literal of Go: every escape that JSON.stringify writes is one of its interpreted strings. */
export function goString(text: string): string {
  return JSON.stringify(text.toWellFormed());
}
