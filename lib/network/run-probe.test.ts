import { afterEach, beforeAll, describe, expect, test } from 'vitest';
import type { ProbeEvent } from '@/lib/probe/events';
import { connectTcp } from './dial';
import { runProbe } from './run-probe';
import { makeAuthority, type Authority, type Leaf } from './testing/certificates';
import { ehlo, greeting, on, openEhlo, outcomeOf, probe, quit, tlsEhlo, upgrade } from './testing/probe-scripted';
import { startScriptedServer, type ScriptedServer, type ScriptOptions } from './testing/scripted-server';
import { trustListener } from './trust';

let authority: Authority;
let leaf: Leaf;
let servers: ScriptedServer[] = [];
beforeAll(async () => {
  authority = await makeAuthority();
  leaf = await authority.issue();
});
afterEach(async () => {
  await Promise.all(servers.map((server) => server.stop()));
  servers = [];
});

async function serve(options: ScriptOptions): Promise<ScriptedServer> {
  const server = await startScriptedServer({ tls: leaf, ...options });
  servers.push(server);
  trustListener({ address: options.address ?? '127.0.0.1', port: server.port, authorityPem: authority.pem });
  return server;
}

const working = [greeting, ehlo, openEhlo, ...upgrade, ehlo, tlsEhlo, quit];

test('a port that works tells every stage with its facts, in protocol order', async () => {
  const { port } = await serve({ dialogue: working });
  const { events } = await probe(on(port, 'starttls'));
  const id = `localhost:${port}/starttls`;
  expect(events[0]).toMatchObject({
    event: 'planned',
    endpoints: [{ id, host: 'localhost', port, security: 'starttls' }],
  });
  const started = events.flatMap((event) => (event.event === 'stage-started' ? [event] : []));
  const passed = events.flatMap((event) => (event.event === 'stage-passed' ? [event] : []));
  expect(started.map(({ stage, secured, address }) => [stage, secured, address])).toEqual([
    ['resolve', false, undefined],
    ['connect', false, undefined],
    ...['greeting', 'ehlo', 'starttls', 'tls'].map((stage) => [stage, false, '127.0.0.1']),
    ['ehlo', true, '127.0.0.1'],
  ]);
  expect(passed.map(({ facts }) => Object.keys(facts))).toEqual([
    ['ipv4', 'ipv6'],
    ['address', 'family'],
    ['reply'],
    ['capabilities'],
    ['reply'],
    ['version', 'cipher', 'certificate', 'trusted'],
    ['capabilities'],
  ]);
  expect(passed.at(-1)?.facts.capabilities).toEqual([
    { keyword: 'SIZE', params: ['1000'] },
    { keyword: 'AUTH', params: ['PLAIN', 'LOGIN'] },
  ]);
  for (const event of events) expect(Object.keys(event)[0]).toBe('event');
});

test('implicit TLS begins with the handshake, and its greeting is heard inside', async () => {
  const { port } = await serve({ dialogue: [greeting, ehlo, tlsEhlo, quit], implicitTls: true });
  const { events } = await probe(on(port, 'implicit-tls'));
  const stages = events.flatMap((event) => (event.event === 'stage-passed' ? [[event.stage, event.secured]] : []));
  expect(stages.slice(2)).toEqual([
    ['tls', false],
    ['greeting', true],
    ['ehlo', true],
  ]);
});

test('a probe sends no credential, and nothing at all through TLS it does not trust', async () => {
  const stranger = await (await makeAuthority()).issue();
  const server = await serve({ dialogue: [greeting, ehlo], implicitTls: true, tls: stranger });
  await probe(on(server.port, 'implicit-tls'));
  expect(server.heard).toEqual([]);
});

test('each host is asked for once, and no endpoint waits for another', async () => {
  const slow = await serve({ dialogue: [{ silence: true }] });
  const fast = await serve({ dialogue: working });
  const asked: string[] = [];
  const stop = new AbortController();
  const { endpoints } = await probe([...on(slow.port, 'starttls'), ...on(fast.port, 'starttls')], {
    signal: stop.signal,
    resolve(host) {
      asked.push(host);
      return Promise.resolve({ ipv4: ['127.0.0.1'], ipv6: [] });
    },
    onEvent: (event) => {
      if (event.event === 'endpoint-settled' && event.outcome.status === 'usable') stop.abort();
    },
  });
  expect(asked).toEqual(['localhost']);
  expect(endpoints.map(({ outcome }) => outcome?.status)).toEqual(['not-tested', 'usable']);
});

test('sixteen endpoints of one host converse five at a time, and all settle', async () => {
  const dialogue = [greeting, ehlo, { say: '250 mail.test\r\n' }, quit];
  const many = await Promise.all(Array.from({ length: 16 }, () => serve({ dialogue })));
  let inside = 0;
  let most = 0;
  const count = (event: ProbeEvent) => {
    if (event.event === 'stage-started' && event.stage === 'greeting') most = Math.max(most, (inside += 1));
    if (event.event === 'endpoint-settled') inside -= 1;
  };
  const { endpoints } = await probe(
    many.flatMap(({ port }) => on(port, 'cleartext')),
    { onEvent: count },
  );
  expect(endpoints.map(({ outcome }) => outcome?.status)).toEqual(Array.from({ length: 16 }, () => 'usable'));
  expect(most).toBe(5);
});

describe('stopping', () => {
  const hang = (security: 'starttls' | 'implicit-tls') =>
    security === 'starttls'
      ? [greeting, ehlo, openEhlo, ...upgrade, { silence: true as const }]
      : [{ silence: true as const }];

  test.each([
    ['greeting', 'implicit-tls'],
    ['ehlo', 'starttls'],
  ] as const)('at %s on %s closes every socket and leaves the endpoint not tested', async (stage, security) => {
    const server = await serve({ dialogue: hang(security), implicitTls: security === 'implicit-tls' });
    const stop = new AbortController();
    const probed = await probe(on(server.port, security), {
      signal: stop.signal,
      onEvent: (event) => {
        if (event.event === 'stage-started' && event.stage === stage && event.secured) stop.abort();
      },
    });
    expect(outcomeOf(probed)).toEqual({ status: 'not-tested', reason: 'aborted' });
    await expect.poll(() => server.connections()).toBe(0);
  });

  test('before the beginning is no fault of ours', async () => {
    const probed = await probe(on(1, 'starttls', 'mail.test'), { signal: AbortSignal.abort() });
    expect(outcomeOf(probed)).toEqual({ status: 'not-tested', reason: 'aborted' });
    expect(probed.unexpected).toEqual([]);
  });

  test('by no longer listening closes the sockets, too', async () => {
    const server = await serve({ dialogue: [{ silence: true }] });
    const { signal } = new AbortController();
    for await (const event of runProbe(on(server.port, 'starttls'), {
      mode: 'local',
      signal,
      onUnexpected: () => undefined,
    }))
      if (event.event === 'stage-started' && event.stage === 'greeting') break;
    await expect.poll(() => server.connections()).toBe(0);
  });
});

test('a fault of ours is told as one, at the stage where it happened, and the probe still ends in order', async () => {
  const server = await serve({ dialogue: [{ silence: true }] });
  const fault = new Error('ours');
  const connect = (address: string, port: number) => {
    const socket = connectTcp(address, port);
    socket.once('connect', () => socket.destroy(Object.assign(fault, { code: 'EWHATEVER' })));
    return socket;
  };
  const probed = await probe(on(server.port, 'starttls'), { connect });
  expect(outcomeOf(probed)).toEqual({
    status: 'failed',
    failure: { stage: 'greeting', secured: false, kind: 'unexpected' },
  });
  expect(probed.unexpected).toEqual([fault]);
});
