/** A PHP single-quoted string: only the backslash and the single quote mean something inside. */
export function phpString(text: string): string {
  return `'${text.replace(/\\/g, '\\\\').replace(/'/g, "\\'")}'`;
}

/** Text for a comment of any of our formats: one line that can neither end a comment nor a PHP block. */
export function commentText(text: string): string {
  return text
    .replace(/[\r\n\u2028\u2029]+/g, ' ')
    .replace(/\*\//g, '* /')
    .replace(/\?>/g, '? >');
}
