import { commentLine } from './comment-line';
import { singleQuoted } from './quote';

export type Constant = readonly [name: string, value: string | number | boolean];

/** Constants → lines for wp-config.php; without `<?php`, which that file has opened already. */
export function phpConstants(proof: string, constants: readonly Constant[]): string {
  const lines = constants.map(([name, value]) => {
    const literal = typeof value === 'string' ? singleQuoted(value) : String(value);
    return `define( '${name}', ${literal} );`;
  });
  return `// ${commentLine(proof)}\n${lines.join('\n')}\n`;
}
