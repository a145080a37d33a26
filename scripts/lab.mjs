// `npm run lab`: a small internet to play with, until Ctrl+C. `npm run lab -- --verdicts` runs every scenario in it and
// writes docs/verdicts.md, --counts FILE the bare numbers; --vantage php or shell asks that check instead and writes docs/verdicts-php.md or -shell.md. --only PART picks scenarios by id, --round-trip MS and --loss PERCENT choose the line.
import { spawn } from 'node:child_process';
import { existsSync, rmSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { lackingServers, whyNoNamespaces } from '../e2e/lab/needs.mjs';
import { makeScratch } from '../e2e/lab/scratch-folder.mjs';
import { prepare } from './prepare.mjs';

process.chdir(fileURLToPath(new URL('..', import.meta.url)));

const { values } = parseArgs({
  options: {
    verdicts: { type: 'boolean', default: false },
    counts: { type: 'string' },
    only: { type: 'string', default: '' },
    vantage: { type: 'string' },
    'round-trip': { type: 'string', default: '10' },
    loss: { type: 'string', default: '0' },
  },
});

const scratch = makeScratch('lab');
const children = new Set();

function start(command, args, env = {}) {
  const child = spawn(command, args, { stdio: ['pipe', 'pipe', 'inherit'], env: { ...process.env, ...env } });
  children.add(child);
  child.once('close', () => children.delete(child));
  return child;
}

const ended = (child) => new Promise((resolve) => child.once('close', (code) => resolve(code ?? 1)));

/** The namespaces' names, once the line between them carries packets. */
function firstLine(child) {
  return new Promise((resolve, reject) => {
    let text = '';
    child.stdout.setEncoding('utf8').on('data', (part) => {
      text += part;
      if (text.includes('\n')) resolve(JSON.parse(text.slice(0, text.indexOf('\n'))));
    });
    child.once('close', () => reject(new Error('The line between the two sides could not be made.')));
  });
}

let link;
async function cleanUp() {
  for (const child of children) if (child !== link) child.stdin.end(); // the far side takes its servers down itself
  await Promise.all([...children].filter((child) => child !== link).map(ended));
  if (link !== undefined && children.has(link)) {
    link.stdin.end(); // the link ends what is left in its namespaces and removes them
    await ended(link);
  }
  rmSync(scratch, { recursive: true, force: true });
}

for (const [signal, number] of Object.entries({ SIGINT: 2, SIGTERM: 15, SIGHUP: 1 }))
  process.once(signal, () => void cleanUp().then(() => process.exit(values.verdicts ? 128 + number : 0)));

async function run() {
  const reason = whyNoNamespaces();
  const order = {
    scratch,
    verdicts: values.verdicts,
    only: values.only,
    counts: values.counts,
    lacking: {},
    vantage: values.vantage,
  };
  let command = [];
  if (reason === undefined) {
    const oneWay = String(Number(values['round-trip']) / 2);
    link = start('python3', [
      'e2e/lab/link.py',
      '--one-way-ms',
      oneWay,
      '--loss-percent',
      values.loss,
      '--resolver',
      '192.0.2.2',
    ]);
    const { near, far } = await firstLine(link);
    order.near = near;
    order.lacking = lackingServers();
    // Picking scenarios is for working on the lab: then what was built last has to do.
    const isWhole = values.verdicts && values.only === '' && values.vantage === undefined;
    const failure = isWhole ? await prepare() : existsSync('.next/BUILD_ID') ? undefined : 'Outport is not built';
    if (failure !== undefined) order.lacking.http = failure;
    command = ['ip', 'netns', 'exec', far];
    if (values.only === '') order.write = `docs/verdicts${values.vantage === undefined ? '' : `-${values.vantage}`}.md`;
  } else if (values.vantage !== undefined) throw new Error(`A check needs a network of its own: ${reason}.`);
  else console.log(`Only the scenarios that loopback is enough for: ${reason}.`);
  const [program, ...words] = [...command, process.execPath, 'e2e/bench/run-typescript.mjs', 'e2e/lab/far-side.ts'];
  const far = start(program, words, { TMPDIR: scratch, LAB_ORDER: JSON.stringify(order) });
  far.stdout.pipe(process.stdout);
  return ended(far);
}

try {
  process.exitCode = await run();
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
} finally {
  await cleanUp();
}
