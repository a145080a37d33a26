// `npm run screenshots`: the pictures of the README, taken of the journey with the practice server and of two failures.
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdirSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { chromium } from '@playwright/test';

process.chdir(fileURLToPath(new URL('..', import.meta.url)));
const folder = 'docs/screenshots';
const port = process.env.PORT ?? '3129';
const base = `http://127.0.0.1:${port}`;
mkdirSync(folder, { recursive: true });

const app = spawn(process.execPath, ['scripts/start.mjs'], {
  env: { ...process.env, PORT: port },
  stdio: ['ignore', 'pipe', 'inherit'],
});
for await (const chunk of app.stdout) if (String(chunk).includes('ready')) break;

const browser = await chromium.launch({
  ...(existsSync('/usr/bin/chromium') ? { executablePath: '/usr/bin/chromium' } : {}),
  args: process.getuid?.() === 0 ? ['--no-sandbox', '--disable-gpu'] : ['--disable-gpu'],
});
const page = await browser.newPage({ viewport: { width: 1040, height: 640 }, colorScheme: 'light' });
const shot = (name) => page.screenshot({ path: `${folder}/${name}.png`, fullPage: true });
const press = (name) => page.getByRole('button', { name }).click();
const at = async (step) => {
  await page.waitForURL(`**/setup/${step}`);
  await page.getByRole('heading', { level: 1 }).waitFor();
};

async function choose(tile) {
  await page.goto(`${base}/setup/provider`);
  await page.getByRole('radio', { name: tile }).check();
}

async function throughAccount(change = async () => {}) {
  await press(/^Continue with/);
  await at('account');
  await press('Fill in the practice login');
  await change();
}

await choose(/Practice server/);
await shot('1-provider');
await throughAccount();
await shot('2-account');
await press('Continue to the ports');
await page.getByRole('button', { name: 'Test again' }).waitFor({ timeout: 20_000 });
await page.getByRole('list', { name: 'Ports' }).locator('summary').first().click();
await shot('3-ports');
await press(/^Continue with port/);
await at('test');
await press('Send test email');
await page.getByRole('heading', { name: 'The mail server accepted the message' }).waitFor();
await shot('4-test');
await press('Continue to the settings');
await at('settings');
await shot('5-settings');

await choose(/Practice server/);
await throughAccount(() => page.getByLabel(/^Password/).fill('a wrong one'));
await press('Continue to the ports');
await press(/^Continue with port/);
await at('test');
await press('Send test email');
await page.getByRole('heading', { name: /refused the login/ }).waitFor();
await shot('failure-password');

await choose(/Another server/);
await press(/^Continue with/);
await at('account');
await page.getByLabel(/Host name/).fill('localhost');
await page.getByLabel('User name').fill('shop@example.com');
await page.getByLabel('Sender address').fill('shop@example.com');
await press('Continue to the ports');
await page.getByRole('heading', { name: /No port works/ }).waitFor({ timeout: 20_000 });
await page
  .getByRole('button', { name: /^Copy details/ })
  .or(page.getByText('Evidence'))
  .first()
  .waitFor();
await shot('failure-ports');

await browser.close();
app.kill('SIGINT');
await once(app, 'exit');
