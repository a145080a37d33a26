/** A word for a POSIX shell: between single quotes everything stands for itself. */
export function shellWord(text: string): string {
  return `'${text.replaceAll("'", "'\\''")}'`;
}
