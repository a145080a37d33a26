/** A value of a run, as it stands in PHP source. */
export type PhpValue = string | number | readonly PhpValue[] | { readonly [key: string]: PhpValue };

/** Between single quotes PHP reads nothing but \\ and \' (PHP manual, "Strings"), so nothing else needs care. */
function quoted(text: string): string {
  return `'${text.replace(/[\\']/g, '\\$&')}'`;
}

const longestLine = 110;

/** A value → PHP that means the same, short arrays on one line; `indent` is where the line stands that it begins on. */
export function phpLiteral(value: PhpValue, indent = ''): string {
  if (typeof value === 'string') return quoted(value);
  if (typeof value === 'number') return String(value);
  const inner = `${indent}  `;
  const items = Array.isArray(value)
    ? (value as readonly PhpValue[]).map((item) => phpLiteral(item, inner))
    : Object.entries(value).map(([key, item]) => `${quoted(key)} => ${phpLiteral(item, inner)}`);
  const line = `[${items.join(', ')}]`;
  if (line.length <= longestLine && !line.includes('\n')) return line;
  return `[\n${items.map((item) => `${inner}${item},\n`).join('')}${indent}]`;
}
