/** Text → between single quotes, where only the backslash and the quote mean anything: PHP, Ruby, and Python for text of one line. */
export function singleQuoted(text: string): string {
  return `'${text.replace(/[\\']/g, (character) => `\\${character}`)}'`;
}

/** Text → between double quotes with the same two escapes: mail headers (RFC 5322 §3.2.4), git, curl. */
export function doubleQuoted(text: string): string {
  return `"${text.replace(/[\\"]/g, (character) => `\\${character}`)}"`;
}
