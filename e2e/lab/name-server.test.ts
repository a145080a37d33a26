import { Resolver } from 'node:dns/promises';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { startNameServer } from './name-server';

let resolver: Resolver;
let stop: () => Promise<void>;

beforeAll(async () => {
  const server = await startNameServer(
    {
      'both.test': ['192.0.2.7', '2001:db8::7'],
      'no-address.test': { A: [], AAAA: [] },
      'broken.test': { A: 'server-failure', AAAA: 'refused' },
      'mail.test': {
        A: [],
        AAAA: [],
        MX: [
          { priority: 10, exchange: 'mx1.mail.test' },
          { priority: 20, exchange: 'mx2.other.test' },
        ],
      },
      'no-mail.test': { A: [], AAAA: [], MX: [{ priority: 0, exchange: '.' }] },
      'broken-mail.test': { A: [], AAAA: [], MX: 'server-failure' },
      '_submissions._tcp.mail.test': {
        A: [],
        AAAA: [],
        SRV: [{ priority: 0, weight: 1, port: 465, name: 'smtp.mail.test' }],
      },
      'late.test': { A: { lateBy: 50, addresses: ['192.0.2.8'] }, AAAA: 'silent' },
    },
    0,
  );
  stop = () => server.stop();
  resolver = new Resolver({ timeout: 300, tries: 1 });
  resolver.setServers([`127.0.0.1:${server.port}`]);
});
afterAll(() => stop());

const code = (question: Promise<unknown>) => question.catch((error: unknown) => (error as NodeJS.ErrnoException).code);

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

test('MX and SRV records are read as they were written', async () => {
  expect(await resolver.resolveMx('mail.test')).toEqual([
    { priority: 10, exchange: 'mx1.mail.test' },
    { priority: 20, exchange: 'mx2.other.test' },
  ]);
  expect(await resolver.resolveMx('no-mail.test')).toEqual([{ priority: 0, exchange: '' }]);
  expect(await resolver.resolveSrv('_submissions._tcp.mail.test')).toEqual([
    { priority: 0, weight: 1, port: 465, name: 'smtp.mail.test' },
  ]);
  expect(await code(resolver.resolveMx('both.test'))).toBe('ENODATA');
  expect(await code(resolver.resolveMx('broken-mail.test'))).toBe('ESERVFAIL');
  expect(await code(resolver.resolveSrv('_submission._tcp.mail.test'))).toBe('ENOTFOUND');
});
