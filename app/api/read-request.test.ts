import { afterEach, describe, expect, test, vi } from 'vitest';
import type * as z from 'zod/mini';
import { probeRequestSchema } from '@/lib/probe/events';
import { messageRequestSchema } from '@/lib/settings/message-request';
import { notAdmitted, onlyPost, readRequest } from './read-request';

afterEach(() => {
  vi.useRealTimers();
});

type Sent = { readonly body?: BodyInit; readonly type?: string };

function post({ body, type = 'application/json' }: Sent): Request {
  const init = {
    method: 'POST',
    body: body ?? null,
    duplex: 'half',
    headers: { 'Content-Type': type, Host: '127.0.0.1:3000' },
  };
  return new Request('http://127.0.0.1:3000/api/probe', init);
}

async function refusalOf<T>(sent: Sent, schema: z.ZodMiniType<T>) {
  const read = await readRequest(post(sent), schema);
  if (!('response' in read)) throw new Error(`expected a refusal, got ${JSON.stringify(read.body)}`);
  const text = await read.response.text();
  expect(read.response.headers.get('cache-control')).toBe('no-store');
  return {
    status: read.response.status,
    text,
    body: JSON.parse(text) as { error: string; issues: { path: string; message: string }[] },
  };
}

const endpoint = { host: 'smtp.example.com', port: 587, security: 'starttls' };
const json = (value: unknown) => JSON.stringify(value);
const oneEndpoint = (change: object) => json({ endpoints: [{ ...endpoint, ...change }] });

describe('a probe request is read', () => {
  test.each(['application/json', 'application/json; charset=utf-8', 'Application/JSON;charset="utf-8"'])(
    'as %s',
    async (type) => {
      const read = await readRequest(post({ body: json({ endpoints: [endpoint] }), type }), probeRequestSchema);
      expect(read).toEqual({ body: { endpoints: [endpoint] } });
    },
  );

  test.each([
    [' SMTP.Example.COM. ', 'smtp.example.com'],
    ['bücher.example', 'xn--bcher-kva.example'],
    ['2001:DB8::25', '2001:db8::25'],
  ])('with the host %s as %s', async (host, expected) => {
    const read = await readRequest(post({ body: oneEndpoint({ host, family: 6 }) }), probeRequestSchema);
    expect(read).toEqual({ body: { endpoints: [{ ...endpoint, host: expected, family: 6 }] } });
  });

  test('in pieces, up to 16 kB', async () => {
    const body = new ReadableStream<Uint8Array>({
      start(controller) {
        for (const piece of oneEndpoint({}).match(/.{1,7}/g) ?? []) controller.enqueue(new TextEncoder().encode(piece));
        controller.enqueue(new TextEncoder().encode(' '.repeat(16_000)));
        controller.close();
      },
    });
    expect(await readRequest(post({ body }), probeRequestSchema)).toEqual({ body: { endpoints: [endpoint] } });
  });
});

describe('a request is refused', () => {
  test.each<[string, number, Sent, string]>([
    ['without a type', 415, { body: '{}', type: '' }, ''],
    ['as a form', 415, { body: 'a=b', type: 'application/x-www-form-urlencoded' }, ''],
    ['as text', 415, { body: '{}', type: 'text/plain' }, ''],
    ['over 16 kB', 413, { body: ' '.repeat(16_385) }, ''],
    ['without a body', 400, {}, ''],
    ['that is no JSON', 400, { body: '{' }, ''],
    ['in another character set', 400, { body: Buffer.from(oneEndpoint({ host: 'bücher.example' }), 'latin1') }, ''],
    ['with a byte order mark', 400, { body: `\ufeff${oneEndpoint({})}` }, ''],
    ['that is no object', 400, { body: '[]' }, ''],
    ['nested without end', 400, { body: '['.repeat(16_000) }, ''],
    ['without endpoints', 400, { body: '{"endpoints":[]}' }, 'endpoints'],
    [
      'with 17 endpoints',
      400,
      { body: json({ endpoints: Array.from({ length: 17 }, (_, index) => ({ ...endpoint, port: index + 1 })) }) },
      'endpoints',
    ],
    ['with one endpoint twice', 400, { body: json({ endpoints: [endpoint, endpoint] }) }, 'endpoints'],
    [
      'with one endpoint written in two ways',
      400,
      { body: json({ endpoints: [endpoint, { ...endpoint, host: 'SMTP.example.com.' }] }) },
      'endpoints',
    ],
    ['with an unknown key', 400, { body: json({ endpoints: [endpoint], more: 1 }) }, ''],
    ['with an unknown key inside', 400, { body: oneEndpoint({ password: 'x' }) }, 'endpoints.0'],
    ['with a number as text', 400, { body: oneEndpoint({ port: '587' }) }, 'endpoints.0.port'],
    ['with a fraction of a port', 400, { body: oneEndpoint({ port: 587.5 }) }, 'endpoints.0.port'],
    ['with port 0', 400, { body: oneEndpoint({ port: 0 }) }, 'endpoints.0.port'],
    ['with port 65536', 400, { body: oneEndpoint({ port: 65_536 }) }, 'endpoints.0.port'],
    ['with another security', 400, { body: oneEndpoint({ security: 'tls' }) }, 'endpoints.0.security'],
    ['with another family', 400, { body: oneEndpoint({ family: 5 }) }, 'endpoints.0.family'],
    ['with a family as text', 400, { body: oneEndpoint({ family: '4' }) }, 'endpoints.0.family'],
    ['with no family', 400, { body: oneEndpoint({ family: null }) }, 'endpoints.0.family'],
    ['with a line break in the host', 400, { body: oneEndpoint({ host: 'a.test\r\nQUIT' }) }, 'endpoints.0.host'],
    ['with a host in brackets', 400, { body: oneEndpoint({ host: '[::1]' }) }, 'endpoints.0.host'],
    ['with a short IPv4 address', 400, { body: oneEndpoint({ host: '127.1' }) }, 'endpoints.0.host'],
    [
      'with a host of 254 characters',
      400,
      { body: oneEndpoint({ host: `${'a.'.repeat(126)}aa` }) },
      'endpoints.0.host',
    ],
  ])('%s: %i', async (_name, status, sent, path) => {
    const refusal = await refusalOf(sent, probeRequestSchema);
    expect(refusal.status).toBe(status);
    expect(Object.keys(refusal.body)).toEqual(['error', 'issues']);
    expect(refusal.body.error).toBe('invalid-request');
    expect(refusal.body.issues[0]?.path).toBe(path);
    for (const issue of refusal.body.issues) {
      expect(Object.keys(issue)).toEqual(['path', 'message']);
      expect(issue.message).not.toBe('');
    }
  });

  test('when its body does not end within 5 seconds', async () => {
    vi.useFakeTimers();
    const body = new ReadableStream<Uint8Array>({ start: (controller) => controller.enqueue(new Uint8Array([123])) });
    const refusing = refusalOf({ body }, probeRequestSchema);
    await vi.advanceTimersByTimeAsync(5_000);
    expect(await refusing).toMatchObject({ status: 400, body: { issues: [{ path: '' }] } });
  });

  test('when its body breaks off', async () => {
    const body = new ReadableStream<Uint8Array>({ start: (controller) => controller.error(new Error('gone')) });
    expect(await refusalOf({ body }, probeRequestSchema)).toMatchObject({ status: 400 });
  });
});

const message = {
  endpoint,
  username: 'shop',
  password: 'canary-value',
  from: { name: 'Shop', address: 'shop@example.test' },
  to: 'owner@example.test',
};

describe('a message request never hears its values again', () => {
  test.each<[string, object, string]>([
    ['a password without a user name', { username: undefined }, 'password'],
    ['a user name without a password', { password: undefined, username: 'canary-value' }, 'password'],
    ['a password without encryption', { endpoint: { ...endpoint, security: 'cleartext' } }, 'endpoint.security'],
    ['a password with a line break', { password: 'canary-value\n' }, 'password'],
    ['a password of 1,025 bytes', { password: `canary-value${'é'.repeat(507)}` }, 'password'],
    ['a password that is no text', { password: ['canary-value'] }, 'password'],
    ['a password as a key', { 'canary-value': 1 }, ''],
    ['two recipients', { to: 'canary-value@a.test,b@b.test' }, 'to'],
    [
      'a sender that ends its line',
      { from: { name: '', address: 'canary-value@a.test>\r\nRCPT TO:<x@y.test' } },
      'from.address',
    ],
    ['a name with a line break', { from: { name: 'canary-value\r\nBcc: x@y.test', address: 'a@b.test' } }, 'from.name'],
    [
      'a name of 201 characters',
      { from: { name: `canary-value${'x'.repeat(189)}`, address: 'a@b.test' } },
      'from.name',
    ],
    ['an address of 255 characters', { to: `canary-value${'x'.repeat(236)}@b.test` }, 'to'],
    ['a family', { endpoint: { ...endpoint, family: 4 } }, 'endpoint'],
  ])('%s', async (_name, change, path) => {
    const refusal = await refusalOf({ body: json({ ...message, ...change }) }, messageRequestSchema);
    expect(refusal).toMatchObject({ status: 400, body: { error: 'invalid-request' } });
    expect(refusal.body.issues.map((issue) => issue.path)).toContain(path);
    expect(refusal.text).not.toContain('canary-value');
  });

  test('and is taken when it is right', async () => {
    expect(await readRequest(post({ body: json(message) }), messageRequestSchema)).toEqual({ body: message });
  });
});

test.each([
  ['host', { Host: 'evil.test' }],
  ['origin', { Origin: 'https://evil.test' }],
  ['origin', { Origin: 'null' }],
  ['origin', { 'Sec-Fetch-Site': 'cross-site' }],
])('a request of a foreign %s is refused before it is read, by any method', async (reason, change) => {
  const headers = { Host: '127.0.0.1:3000', 'Content-Type': 'application/json', ...change };
  const foreign = () => new Request('http://127.0.0.1:3000/api/probe', { method: 'POST', body: '{', headers });
  const read = await readRequest(foreign(), probeRequestSchema);
  for (const response of ['response' in read ? read.response : undefined, onlyPost(foreign())])
    expect([response?.status, await response?.json()]).toEqual([403, { error: 'not-admitted', reason }]);
});

test('what is not admitted says why, and too often says when', async () => {
  for (const reason of ['origin', 'host', 'port'] as const) {
    const response = notAdmitted(reason);
    expect([response.status, await response.json()]).toEqual([403, { error: 'not-admitted', reason }]);
    expect(response.headers.has('retry-after')).toBe(false);
  }
  const rate = notAdmitted('rate', 7);
  expect([rate.status, await rate.json(), rate.headers.get('retry-after')]).toEqual([
    429,
    { error: 'not-admitted', reason: 'rate' },
    '7',
  ]);
});

test('another method than POST is told which one', async () => {
  const response = onlyPost(post({}));
  expect([response.status, response.headers.get('allow')]).toEqual([405, 'POST']);
  expect(await response.json()).toMatchObject({ error: 'invalid-request', issues: [{ path: '' }] });
});
