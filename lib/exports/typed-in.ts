import { oneLine } from './comment-line';

/** Labels and what to type or choose beside them; what is empty is left out. */
export function typedIn(rows: readonly (readonly [label: string, value: string])[], proof: string): string {
  const filled = rows.filter(([, value]) => value !== '');
  const width = Math.max(...filled.map(([label]) => label.length)) + 3;
  return `${filled.map(([label, value]) => `${`${label}:`.padEnd(width)}${value}`).join('\n')}\n\n${oneLine(proof)}\n`;
}
