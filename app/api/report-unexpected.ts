/** Our own mistakes go to the process's error output: the kind and the place, never a message, which may hold a secret. */
export function reportUnexpected(error: unknown): void {
  const kind = error instanceof Error ? error.name : typeof error;
  const place =
    error instanceof Error
      ? (error.stack ?? '')
          .split('\n')
          .filter((line) => line.trimStart().startsWith('at '))
          .slice(0, 6)
          .join('\n')
      : '';
  process.stderr.write(`Outport: unexpected ${kind}\n${place}\n`);
}
