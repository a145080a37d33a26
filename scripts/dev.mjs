// `npm run dev`: the development server, on loopback only.
import { exitOf, startNode } from './child.mjs';
import { endWhenAsked } from './ending.mjs';
import { tooOld } from './node-version.mjs';
import { prepare, root } from './prepare.mjs';
import { readSettings } from './settings.mjs';

process.chdir(root);
const { problem, port } = readSettings(process.env);
const obstacle = tooOld(process.versions.node) ?? problem ?? (await prepare(['install']));
if (obstacle !== undefined) {
  process.stderr.write(`${obstacle}\n`);
  process.exit(1);
}
endWhenAsked();
const server = startNode(['node_modules/next/dist/bin/next', 'dev', '-H', '127.0.0.1', '-p', String(port)], {
  env: { PORT: String(port), NEXT_TELEMETRY_DISABLED: '1' },
});
process.exit(await exitOf(server));
