// `npm run lighthouse`: what Lighthouse says of the pages that are read before a password is asked for, five runs each.
import { spawn, spawnSync } from 'node:child_process';
import { existsSync, mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { getBrowser } from './browser.mjs';

process.chdir(fileURLToPath(new URL('..', import.meta.url)));

const version = '12.8.2';
const home = join('.outport', `lighthouse-${version}`);
const port = process.env.LIGHTHOUSE_PORT ?? '3128';
const runs = Number(process.env.LIGHTHOUSE_RUNS ?? 5);
const pages = ['/', '/setup/provider', '/ports'];
const perfect = ['accessibility', 'best-practices', 'seo'];

/** Lighthouse is 185 MB with what it needs, so it is fetched by the one command that uses it. */
function fetchLighthouse() {
  if (existsSync(join(home, 'node_modules', 'lighthouse'))) return true;
  mkdirSync(home, { recursive: true });
  const options = ['--prefix', home, '--ignore-scripts', '--no-audit', '--no-fund', '--loglevel=error'];
  return (
    spawnSync('npm', ['install', ...options, `lighthouse@${version}`], {
      stdio: ['ignore', 'ignore', 'inherit'],
      shell: process.platform === 'win32',
    }).status === 0
  );
}

const load = (path) => import(pathToFileURL(join(process.cwd(), home, 'node_modules', path)).href);

async function browserPath() {
  if (!getBrowser()) return undefined;
  if (existsSync('/usr/bin/chromium')) return '/usr/bin/chromium';
  return (await import('@playwright/test')).chromium.executablePath();
}

/** Starts the app and comes back with it when it says that it is ready. */
function startApp() {
  const app = spawn(process.execPath, ['scripts/start.mjs'], {
    env: { ...process.env, PORT: port },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  return new Promise((resolve, reject) => {
    app.once('exit', (code) => reject(new Error(`Outport ended with ${code} before it was ready.`)));
    app.stdout.on('data', (text) => String(text).includes('is ready') && resolve(app));
  });
}

const median = (numbers) => [...numbers].sort((a, b) => a - b)[numbers.length >> 1];
const score = ({ categories }, id) => Math.round(categories[id].score * 100);

/** A report → the audits that keep a category below 100. */
function shortcomings({ categories, audits }) {
  return perfect.flatMap((id) =>
    categories[id].auditRefs
      .filter(({ id: audit, weight }) => weight > 0 && audits[audit].score !== null && audits[audit].score < 1)
      .map(({ id: audit }) => `${id}: ${audits[audit].title}`),
  );
}

/** One report. Now and then the browser leaves the start out of its trace; Lighthouse itself then asks for another run. */
async function report(lighthouse, browserPort, page, tries = 3) {
  const { lhr } = await lighthouse(`http://127.0.0.1:${port}${page}`, { port: browserPort, logLevel: 'error' });
  if (lhr.runtimeError === undefined) return lhr;
  if (lhr.runtimeError.code === 'NO_NAVSTART' && tries > 1) return report(lighthouse, browserPort, page, tries - 1);
  throw new Error(`${page}: ${lhr.runtimeError.message}`);
}

async function measure(lighthouse, browserPort, page) {
  const reports = [];
  for (let run = 0; run < runs; run += 1) reports.push(await report(lighthouse, browserPort, page));
  return {
    page,
    performance: median(reports.map((lhr) => score(lhr, 'performance'))),
    paint: median(reports.map(({ audits }) => audits['largest-contentful-paint'].numericValue)),
    blocked: median(reports.map(({ audits }) => audits['total-blocking-time'].numericValue)),
    shift: median(reports.map(({ audits }) => audits['cumulative-layout-shift'].numericValue)),
    lowest: perfect.map((id) => Math.min(...reports.map((lhr) => score(lhr, id)))),
    shortcomings: [...new Set(reports.flatMap(shortcomings))],
  };
}

function print(results) {
  const line = (cells) => cells.map((cell, index) => (index === 0 ? cell.padEnd(17) : cell.padStart(15))).join('');
  console.log(`Lighthouse ${version}, mobile; the lowest of ${runs} runs, performance as their median`);
  console.log(line(['', ...perfect, 'performance', 'LCP ms', 'TBT ms', 'CLS']));
  for (const { page, lowest, performance, paint, blocked, shift } of results)
    console.log(
      line([page, ...lowest.map(String), String(performance), paint.toFixed(0), blocked.toFixed(0), shift.toFixed(3)]),
    );
  for (const { page, shortcomings } of results) for (const text of shortcomings) console.log(`${page} ${text}`);
}

const chromePath = await browserPath();
if (chromePath === undefined || !fetchLighthouse()) {
  console.log('Lighthouse was skipped: no browser, or no network to fetch it.');
  process.exit(0);
}
const { default: lighthouse } = await load('lighthouse/core/index.js');
const { launch } = await load('chrome-launcher/dist/index.js');
const app = await startApp();
const chromeFlags = ['--headless=new', '--disable-gpu', ...(process.getuid?.() === 0 ? ['--no-sandbox'] : [])];
const browser = await launch({ chromePath, chromeFlags });
try {
  const results = [];
  for (const page of pages) results.push(await measure(lighthouse, browser.port, page));
  print(results);
  process.exitCode = results.every(({ lowest }) => lowest.every((value) => value === 100)) ? 0 : 1;
} finally {
  browser.kill();
  app.removeAllListeners('exit');
  app.kill();
}
