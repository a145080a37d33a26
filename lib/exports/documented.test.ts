import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import { shelves } from './catalog';
import { formats } from './testing/every-format';

const page = readFileSync(fileURLToPath(new URL('../../docs/exports.md', import.meta.url)), 'utf8');
const words = { sent: 'proven by sending', parsed: 'parsed by its own grammar', documented: 'by documentation' };

test('docs/exports.md lists every format with how it was proven, and nothing else', () => {
  const rows = page.split('\n').filter((line) => /^\| (?!program|---)/.test(line));
  const cells = rows.map((row) =>
    row
      .split('|')
      .map((cell) => cell.trim())
      .slice(1, -1),
  );
  expect(cells).toEqual(
    shelves.flatMap(({ group }) =>
      formats
        .filter((format) => format.group === group)
        .map(({ name, proven, fileName }) => [
          name,
          group,
          `\`${fileName}\``,
          proven === undefined ? 'no program' : words[proven],
        ]),
    ),
  );
});
