// node run-typescript.mjs FILE: runs a TypeScript file of the server, with the `@/` paths and `server-only` allowed.
import { resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { runnerImport } from 'vite';

await runnerImport(resolve(process.argv[2] ?? ''), {
  root: fileURLToPath(new URL('../..', import.meta.url)),
  logLevel: 'error',
  resolve: { tsconfigPaths: true },
  environments: { inline: { resolve: { externalConditions: ['react-server'] } } },
});
