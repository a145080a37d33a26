import * as z from 'zod/mini';
import { expect, test } from 'vitest';
import { checkRunSchema } from './check-run';
import { sampleEndpoints, sampleRun } from './testing/sample-run';

test('every run has names and secrets of its own, 128 and 256 bits', () => {
  const runs = Array.from({ length: 50 }, () => sampleRun());
  const words = runs.flatMap(({ id, key, secret }) => [id, key, secret]);
  expect(new Set(words).size).toBe(150);
  expect(new Set(words.map((word) => word.length))).toEqual(new Set([22, 43]));
});

test('a run is good for an hour', () => {
  const { madeAt, expiresAt } = sampleRun(sampleEndpoints, 1_800_000_000_999);
  expect([madeAt, expiresAt - madeAt]).toEqual([1_800_000_000, 3600]);
});

test.each([
  ['a script', 'javascript:alert(1)'],
  ['a fragment of its own', 'http://127.0.0.1:3000/setup/ports#x'],
  ['a query', 'http://127.0.0.1:3000/setup/ports?x'],
  ['a quote', "http://127.0.0.1:3000/'"],
  ['a name and password', 'http://a:b@127.0.0.1:3000/'],
  ['nothing', ''],
])('the address to come back to is not taken with %s', (_name, returnAddress) =>
  expect(z.safeParse(checkRunSchema, { ...sampleRun(), returnAddress }).success).toBe(false),
);

test.each([
  ['no endpoint', { endpoints: [] }],
  [
    'seventeen endpoints',
    { endpoints: Array.from({ length: 17 }, (_, port) => ({ ...sampleEndpoints[0], port: port + 1 })) },
  ],
  ['a short key', { key: 'abc' }],
  ['a version that is none', { version: "1';" }],
])('a run is not taken with %s', (_name, change) =>
  expect(z.safeParse(checkRunSchema, { ...sampleRun(), ...change }).success).toBe(false),
);
