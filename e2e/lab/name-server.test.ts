import { Resolver } from 'node:dns/promises';
import { createSocket } from 'node:dgram';
import { once } from 'node:events';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { startNameServer } from './name-server';

let resolver: Resolver;
let stop: () => Promise<void>;

beforeAll(async () => {
  const free = createSocket('udp4').bind(0);
  await once(free, 'listening');
  const { port } = free.address();
  await new Promise<void>((resolve) => free.close(resolve));
  const server = await startNameServer(
    {
      'both.test': ['192.0.2.7', '2001:db8::7'],
      'no-address.test': { A: [], AAAA: [] },
      'broken.test': { A: 'server-failure', AAAA: 'refused' },
      'late.test': { A: { lateBy: 50, addresses: ['192.0.2.8'] }, AAAA: 'silent' },
    },
    port,
  );
  stop = () => server.stop();
  resolver = new Resolver({ timeout: 300, tries: 1 });
  resolver.setServers([`127.0.0.1:${port}`]);
});
afterAll(() => stop());

const code = (question: Promise<string[]>) => question.catch((error: unknown) => (error as NodeJS.ErrnoException).code);

test('each family gets its own addresses', async () => {
  expect(await resolver.resolve4('both.test')).toEqual(['192.0.2.7']);
  expect(await resolver.resolve6('both.test')).toEqual(['2001:db8::7']);
});

test('missing names, names without address and failures are told apart', async () => {
  expect(await code(resolver.resolve4('missing.test'))).toBe('ENOTFOUND');
  expect(await code(resolver.resolve4('no-address.test'))).toBe('ENODATA');
  expect(await code(resolver.resolve4('broken.test'))).toBe('ESERVFAIL');
  expect(await code(resolver.resolve6('broken.test'))).toBe('EREFUSED');
});

test('an answer may be late, or never come', async () => {
  expect(await resolver.resolve4('late.test')).toEqual(['192.0.2.8']);
  expect(await code(resolver.resolve6('late.test'))).toBe('ETIMEOUT');
});
