// What every start needs first: the packages and a build, made by one process at a time.
import { fileURLToPath, pathToFileURL } from 'node:url';
import { buildIfChanged } from './build.mjs';
import { installPackages } from './install.mjs';
import { oneAtATime } from './one-at-a-time.mjs';

export const root = fileURLToPath(new URL('..', import.meta.url));

const sentences = {
  install: 'Outport could not install its packages; what npm says stands above. Check the network, then start again.',
  build: 'Outport could not be built; what went wrong stands above.',
};

/** Steps in order → undefined when all went well, else why not, in one sentence. */
export function prepare(steps = ['install', 'build']) {
  const work = { install: installPackages, build: buildIfChanged };
  const inOrder = async () => {
    for (const step of steps) if (!(await work[step]())) return sentences[step];
    return undefined;
  };
  const onWait = () => process.stdout.write('Another start of Outport prepares this folder; waiting for it...\n');
  return oneAtATime('.outport/preparing', inOrder, onWait);
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) {
  process.chdir(root);
  const failure = await prepare();
  if (failure !== undefined) {
    process.stderr.write(`${failure}\n`);
    process.exitCode = 1;
  }
}
