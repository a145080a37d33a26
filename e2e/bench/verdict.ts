/** Figures against what they may be, as a table of text. Pure. */

/** One line of a table: what was measured, cells as they are shown, and the figure with the most that it may be. */
export type Row = {
  readonly what: string;
  readonly cells: readonly string[];
  readonly figure?: number;
  readonly budget?: number;
};
export type Table = { readonly title: string; readonly head: readonly string[]; readonly rows: readonly Row[] };

/** Numbers → the one in the middle; NaN, which keeps no budget, when there is none. */
export function median(numbers: readonly number[]): number {
  const sorted = [...numbers].sort((a, b) => a - b);
  const middle = sorted.length >> 1;
  const upper = sorted[middle] ?? Number.NaN;
  return sorted.length % 2 === 1 ? upper : ((sorted[middle - 1] ?? Number.NaN) + upper) / 2;
}

/** Nothing was promised where there is no budget. A figure that could not be had breaks its promise. */
export function isKept({ figure, budget }: Row): boolean {
  return budget === undefined || (figure !== undefined && figure <= budget);
}

function verdict(row: Row): string {
  if (row.budget === undefined) return '';
  return isKept(row) ? 'kept' : 'MISSED';
}

/** A table → text: the first column to the left, the others to the right, the verdict last. */
export function format({ title, head, rows }: Table): string {
  const lines = [[...head, ''], ...rows.map((row) => [row.what, ...row.cells, verdict(row)])];
  const columns = Math.max(...lines.map((line) => line.length));
  const widths = Array.from({ length: columns }, (_, column) =>
    Math.max(...lines.map((line) => (line[column] ?? '').length)),
  );
  const text = lines.map((line) =>
    line
      .map((cell, column) => (column === 0 ? cell.padEnd(widths[column] ?? 0) : cell.padStart(widths[column] ?? 0)))
      .join('  ')
      .trimEnd(),
  );
  return [title, ...text].join('\n');
}
