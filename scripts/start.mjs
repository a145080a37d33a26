// `npm start`: installs what is missing, builds what changed, serves, and says where.
import { tooOld } from './node-version.mjs';

const problem = tooOld(process.versions.node);
if (problem === undefined) import('./serve.mjs').then(({ serve }) => serve(process.env));
else {
  process.stderr.write(problem + '\n');
  process.exitCode = 1;
}
