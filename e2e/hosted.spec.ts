/** Outport for strangers: what they are told, and what nobody can make it reach. A proxy in front names each client. */
import { createServer, type AddressInfo } from 'node:net';
import type { Page } from '@playwright/test';
import { expect, test } from './fixtures';
import { fillAccount, goToPorts } from './journey/account-step';
import { reachOwnPorts } from './journey/own-server';
import { portRows, portsSettled } from './journey/ports-step';
import { chooseAnotherServer } from './journey/provider-step';
import { words } from './journey/words';
import { ownAddress } from './lab/own-address';
import { rawRequest } from './raw-http';
import { expectAccessible } from './watch/accessibility';
import { canary } from './watch/canary';

test.use({
  mode: 'hosted',
  extraHTTPHeaders: { 'X-Forwarded-For': '203.0.113.7' },
  // The browser's own note about a request that was refused.
  tolerated: [/the server responded with a status of (403|429)/],
});

const login = { username: 'shop@mail.test', password: canary };
const sender = 'orders@shop.test';

/** Listens on the real ports of an address of this computer's own and counts who comes. */
async function countVisitors(ports: readonly number[]) {
  let visitors = 0;
  const servers = await Promise.all(
    ports.map(async (port) => {
      const server = createServer((socket) => {
        visitors += 1;
        socket.destroy();
      });
      await new Promise<void>((resolve) => {
        server.listen(port, ownAddress, resolve);
      });
      expect((server.address() as AddressInfo).port).toBe(port);
      return server;
    }),
  );
  return {
    visitors: () => visitors,
    stop: () => Promise.all(servers.map((server) => new Promise((resolve) => server.close(resolve)))),
  };
}

test('there is no practice server, neither to choose nor behind its address', async ({ page, request }) => {
  await page.goto('/');
  await expect(page.getByRole('main')).toContainText('from Outport’s server');
  await expect(page.getByRole('main')).not.toContainText(/practice/i);
  await page.goto('/setup/provider');
  await expect(page.getByRole('radio', { name: words.provider.own })).toBeVisible();
  await expect(page.getByRole('radio', { name: words.provider.practice })).toHaveCount(0);
  expect((await request.get('/practice/server')).status()).toBe(404);
});

test('only the address people open is answered, not another name of the same machine', async ({
  outport: { port },
}) => {
  expect((await rawRequest(port, '/', { Host: `127.0.0.1:${port}` })).status).toBe(200);
  for (const Host of [`localhost:${port}`, `[::1]:${port}`, '127.0.0.1'])
    expect((await rawRequest(port, '/', { Host })).status, Host).toBe(403);
});

test('an address that is not public is not reached by ports or message, and the page says what to do', async ({
  page,
}) => {
  const inside = await countVisitors([465, 587]);
  try {
    await reachOwnPorts(page, { host: ownAddress, ...login, sender });
    await portsSettled(page);
    await expect(page.getByRole('main')).toContainText('Tried from Outport’s server, not from your web host');
    await expect(portRows(page).filter({ hasText: 'not reached from here' })).toHaveCount(4);
    await expect(page.getByText('leads to an address that is not public')).toBeVisible();
    await expectAccessible(page, 'ports that a hosted Outport does not try');
    // Whoever goes on all the same: nothing connects, and the password goes nowhere.
    await page.getByRole('button', { name: words.ports.goUntested }).click();
    await page.goto('/setup/test');
    await page.getByLabel(words.message.password).and(page.locator('input')).fill(canary);
    await page.getByRole('button', { name: words.message.send }).click();
    await expect(page.getByText('The message was not sent')).toContainText('not public');
    expect(inside.visitors()).toBe(0);
  } finally {
    await inside.stop();
  }
});

test('a name that does not exist is told as one that leads inside', async ({ page }) => {
  const shown: string[] = [];
  for (const host of ['localhost', 'no-such-name.invalid']) {
    await reachOwnPorts(page, { host, ...login, sender });
    await portsSettled(page);
    const text = await page.getByRole('list', { name: words.ports.list }).innerText();
    const advice = await page.getByText('This Outport did not try it').innerText();
    shown.push(`${text} ${advice}`.replaceAll(host, 'HOST').replaceAll(/[\d.]+ m?s\b/g, 'TIME'));
  }
  expect(shown[0]).toBe(shown[1]);
});

test('a port that is no mail port is refused with the ports that are, and nothing is tried', async ({ page }) => {
  await chooseAnotherServer(page);
  await fillAccount(page, { host: 'mail.example.com', ...login, sender, port: 8080 });
  await page.getByRole('button', { name: words.account.go }).click();
  // Beside its field, or where the ports would be tried.
  await expect(page.getByText(/mail ports?: 25, 465, 587(,| or) 2525/).first()).toBeVisible();
  await expect(portRows(page).filter({ hasText: /Works|No answer|Does not work/ })).toHaveCount(0);
});

const probe = (page: Page, host: string, client: string) =>
  page.request.post('/api/probe', {
    headers: { 'X-Forwarded-For': client },
    data: { endpoints: [{ host, port: 465, security: 'implicit-tls' }] },
  });

test('one server is not tried without end, whoever asks, and the page says when to come back', async ({ page }) => {
  const host = '10.20.30.40'; // needs no look-up
  const asked = await Promise.all(
    Array.from({ length: 10 }, (_none, client) => probe(page, host, `198.51.100.${client}`)),
  );
  expect(asked.map((answer) => answer.status())).toEqual(Array(10).fill(200));
  await chooseAnotherServer(page);
  await fillAccount(page, { host, ...login, sender });
  await goToPorts(page);
  await expect(page.getByText(/Too many tests .* Test again in (\d+ seconds?|1 minute)\./)).toBeVisible();
  await expectAccessible(page, 'a test that came too often');
  const refused = await probe(page, host, '198.51.100.99');
  expect(refused.status()).toBe(429);
  expect(Number(refused.headers()['retry-after'])).toBeGreaterThan(0);
  expect((await probe(page, '10.20.30.41', '198.51.100.99')).status()).toBe(200);
});
