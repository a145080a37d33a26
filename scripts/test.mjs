// `npm test`: everything. `npm run validate`, which is this with --quick: what needs neither a browser nor a second Node.
import { tooOld } from './node-version.mjs';
import { prepare, root } from './prepare.mjs';

process.chdir(root);
const obstacle = tooOld(process.versions.node) ?? (await prepare(['install']));
if (obstacle !== undefined) {
  console.error(obstacle);
  process.exit(1);
}
const { provide } = await import('./needs.mjs');
const { stages } = await import('./stages.mjs');
const { runStages } = await import('./run-stages.mjs');

const quick = process.argv.includes('--quick');
if (!quick) for (const sentence of provide()) console.log(sentence);
const sound = await runStages(stages.filter(({ onlyInTest }) => !(quick && onlyInTest)));
process.exitCode = sound ? 0 : 1;
