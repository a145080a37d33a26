import { expect, test } from '../fixtures';
import { reachSettings } from '../journey/practice';
import { findProvider } from '../journey/provider-step';
import { measureScripts, type PageScript } from './page-scripts';

/** What the scripts of one page may weigh: 190 kB of 1000 bytes each. */
const budget = 190_000;

const addresses = [
  '/',
  '/ports',
  '/runs',
  '/setup/provider',
  '/setup/account',
  '/setup/ports',
  '/setup/test',
  '/setup/settings',
];

const pages = new Map<string, readonly PageScript[]>();

const weigh = (scripts: readonly PageScript[]) => scripts.reduce((sum, { bytes }) => sum + bytes, 0);

function table(): string {
  const rows = [...pages].map(([address, scripts]) => {
    const weight = weigh(scripts);
    return `${address.padEnd(30)}${(weight / 1000).toFixed(1).padStart(7)}${String(scripts.length).padStart(9)}  ${weight <= budget ? 'kept' : 'MISSED'}`;
  });
  return [`${'Budget 190 kB'.padEnd(30)}${'kB'.padStart(7)}${'scripts'.padStart(9)}`, ...rows, ''].join('\n');
}

test.beforeAll(async ({ browser }) => {
  const page = await browser.newPage();
  await reachSettings(page); // the answers stand in session storage now, so that every step opens by its address
  for (const address of addresses) {
    pages.set(address, await measureScripts(page, address));
    await expect(page, 'a step that sends elsewhere was not measured').toHaveURL(new RegExp(`${address}$`));
  }
  // The provider with the most to say.
  await findProvider(page, 'Microsoft 365');
  pages.set('/setup/account, Microsoft', await measureScripts(page, '/setup/account'));
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(/Microsoft 365/);
  await page.close();
});

test('no page carries more than 190 kB of script', () => {
  process.stdout.write(table());
  const over = [...pages].filter(([, scripts]) => weigh(scripts) > budget);
  const heaviest = over.map(([address, scripts]) => [address, scripts.map(({ path, bytes }) => ({ path, bytes }))]);
  expect(Object.fromEntries(heaviest)).toEqual({});
});

test('what renders the snippets loads on the settings step only', () => {
  const carriers = [...pages].filter(([, scripts]) => scripts.some(({ text }) => text.includes('phpmailer_init')));
  expect(carriers.map(([address]) => address)).toEqual(['/setup/settings']);
});
