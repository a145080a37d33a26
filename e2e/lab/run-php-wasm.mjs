// Runs PHP code in PHP as WebAssembly: `node run-php-wasm.mjs 7-4 < code`. It has no sockets and no name look-up.
import { text } from 'node:stream/consumers';
import { pathToFileURL } from 'node:url';
import { resolve } from 'node:path';

const packageOf = (name) =>
  import(pathToFileURL(resolve(`.outport/php-wasm/node_modules/@php-wasm/${name}/index.js`)).href);
const { PHP, loadPHPRuntime } = await packageOf('universal');
const { getPHPLoaderModule } = await packageOf(`node-${process.argv[2]}`);
const php = new PHP(await loadPHPRuntime(await getPHPLoaderModule(), {}));
const { text: said, errors } = await php.run({ code: await text(process.stdin) });
process.stdout.write(said + errors, () => process.exit());
