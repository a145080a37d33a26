// The program as people run it, in this one process, so that nothing is left when it ends.
import { createServer } from 'node:http';
import { endWhenAsked } from './ending.mjs';
import { prepare, root } from './prepare.mjs';
import { readSettings, withPort } from './settings.mjs';

const address = '127.0.0.1';

function stop(sentence) {
  process.stderr.write(`${sentence}\n`);
  process.exit(1);
}

/** Taken before anything is installed or built: nobody waits a minute to hear that the port is not to be had. */
function listen(server, port) {
  const reasons = {
    EADDRINUSE: `is taken by another program`,
    EACCES: 'needs rights that this user does not have',
  };
  const other = port === 65_535 ? 3001 : port < 1024 ? 3000 : port + 1;
  return new Promise((resolve) => {
    server.once('error', ({ code }) =>
      stop(`Port ${port} ${reasons[code] ?? `cannot be used (${code})`}. Choose another one: ${withPort(other)}`),
    );
    server.listen(port, address, resolve);
  });
}

/** Serves with the settings of this environment until a signal ends it. */
export async function serve(env) {
  endWhenAsked(env);
  const { problem, port, hosted } = readSettings(env);
  if (problem !== undefined) stop(problem);
  process.chdir(root);
  let ready;
  const handler = new Promise((resolve) => (ready = resolve));
  const server = createServer((request, response) => void handler.then((handle) => handle(request, response)));
  await listen(server, port);
  const failure = await prepare();
  if (failure !== undefined) stop(failure);

  Object.assign(process.env, { NODE_ENV: 'production', NEXT_TELEMETRY_DISABLED: '1', PORT: String(port) });
  const { default: next } = await import('next');
  const app = next({ dev: false, dir: root, hostname: address, port, quiet: true });
  const { log } = console;
  console.log = () => {}; // Next 16.4 tells how long reading its configuration took
  await app.prepare();
  console.log = log;
  ready(app.getRequestHandler());
  process.stdout.write(`${hosted ? 'Hosted mode is experimental. ' : ''}Outport is ready: http://${address}:${port}\n`);
}
