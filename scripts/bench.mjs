// `npm run bench`: how fast the program is, as ratios that hold on any machine. `-- --all` measures everything,
// `-- --only PART` one part; docs/performance.md has the figures. Exit status 1 when one of them missed its budget.
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { runTypeScript } from '../e2e/bench/run-typescript.mjs';

process.chdir(fileURLToPath(new URL('..', import.meta.url)));

const { values } = parseArgs({ options: { all: { type: 'boolean', default: false }, only: { type: 'string' } } });

try {
  const { bench } = await runTypeScript('e2e/bench/bench.ts');
  process.exitCode = (await bench(values)) ? 0 : 1;
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
}
