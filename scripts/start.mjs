// `npm start`: installs what is missing, builds what changed, serves, and says where.
import { spawn } from 'node:child_process';
import { createServer } from 'node:net';

function stop(sentence) {
  process.stderr.write(`${sentence}\n`);
  process.exit(1);
}

const [major = 0, minor = 0] = process.versions.node.split('.').map(Number);
if (major < 20 || (major === 20 && minor < 20))
  stop(`Outport needs Node 20.20 or newer; this is ${process.versions.node}. Install the current LTS from nodejs.org.`);

const hosted = process.env.OUTPORT_MODE === 'hosted';
if (hosted && !/^https?:\/\/[^/]+$/.test(process.env.OUTPORT_ORIGIN ?? ''))
  stop('Hosted mode needs OUTPORT_ORIGIN, the address people open, like https://outport.example.com.');
if (hosted && !/^\d+$/.test(process.env.OUTPORT_TRUSTED_PROXIES ?? ''))
  stop('Hosted mode needs OUTPORT_TRUSTED_PROXIES, the number of proxies in front of Outport.');

const port = process.env.PORT ?? '3000';
const address = '127.0.0.1';

const taken = await new Promise((resolve) => {
  const probe = createServer();
  probe.once('error', () => resolve(true));
  probe.listen(Number(port), address, () => probe.close(() => resolve(false)));
});
if (taken) stop(`Port ${port} is taken by another program. Choose another one: PORT=3001 npm start`);

const { installPackages } = await import('./install.mjs');
installPackages();
const { buildIfChanged } = await import('./build.mjs');
if (!buildIfChanged()) stop('Outport could not be built; what went wrong stands above.');

const env = { ...process.env, PORT: port, NEXT_TELEMETRY_DISABLED: '1' };
const server = spawn(process.execPath, ['node_modules/next/dist/bin/next', 'start', '-H', address, '-p', port], {
  env,
  stdio: ['ignore', 'pipe', 'inherit'],
});
let ready = false;
server.stdout.on('data', (chunk) => {
  if (ready) return void process.stdout.write(chunk); // nothing the server says later is kept from whoever runs it
  if (!String(chunk).includes('Ready')) return;
  ready = true;
  process.stdout.write(`${hosted ? 'Hosted mode is experimental. ' : ''}Outport is ready: http://${address}:${port}\n`);
});
server.once('exit', (code) => process.exit(code ?? 0));
for (const signal of ['SIGINT', 'SIGTERM']) {
  process.on(signal, () => {
    server.kill(signal);
    setTimeout(() => {
      server.kill('SIGKILL');
      process.exit(0);
    }, 700);
  });
}
