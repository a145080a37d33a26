// node run-typescript.mjs FILE: runs a TypeScript file of the server, with the `@/` paths and `server-only` allowed.
import { resolve } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { runnerImport } from 'vite';

/** Runs the file and gives what it exports. */
export async function runTypeScript(file) {
  const { module } = await runnerImport(resolve(file), {
    root: fileURLToPath(new URL('../..', import.meta.url)),
    logLevel: 'error',
    resolve: { tsconfigPaths: true },
    environments: { inline: { resolve: { externalConditions: ['react-server'] } } },
  });
  return module;
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) await runTypeScript(process.argv[2] ?? '');
