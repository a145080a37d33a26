import { afterEach, beforeAll, describe, expect, test } from 'vitest';
import type { ProbeEvent } from '@/lib/probe/events';
import { emptyProbeReport, foldProbe } from '@/lib/probe/report';
import type { Security } from '@/lib/smtp/endpoint';
import type { Failure } from '@/lib/smtp/outcome';
import { runProbe } from './run-probe';
import { makeAuthority, type Authority, type Leaf, type LeafOptions } from './testing/certificates';
import { startScriptedServer, type Line, type ScriptedServer } from './testing/scripted-server';
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

const ehlo = { expect: /^EHLO \S+$/ };
const quit = { expect: /^QUIT$/ };
const greeting = { say: '220 mail.test ready\r\n' };
const openEhlo = { say: '250-mail.test\r\n250-SIZE 1000\r\n250 STARTTLS\r\n' };
const tlsEhlo = { say: '250-mail.test\r\n250-SIZE 1000\r\n250 AUTH PLAIN LOGIN\r\n' };
const upgrade: Line[] = [{ expect: /^STARTTLS$/ }, { say: '220 go ahead\r\n' }, { startTls: true }];

type Given = {
  dialogue: Line[];
  security: Security;
  certificate?: LeafOptions;
  trusted?: boolean;
  signal?: AbortSignal;
};

async function probe({ dialogue, security, certificate, trusted = true, signal }: Given) {
  const tls = certificate === undefined ? leaf : await authority.issue(certificate);
  const server = await startScriptedServer({ dialogue, tls, implicitTls: security === 'implicit-tls' });
  servers.push(server);
  if (trusted) trustListener({ address: '127.0.0.1', port: server.port, authorityPem: authority.pem });
  const unexpected: unknown[] = [];
  const events: ProbeEvent[] = [];
  const options = {
    mode: 'local' as const,
    signal: signal ?? new AbortController().signal,
    onUnexpected: (error: unknown) => unexpected.push(error),
  };
  for await (const event of runProbe([{ host: 'localhost', port: server.port, security }], options)) events.push(event);
  expect(unexpected).toEqual([]);
  const report = events.reduce(foldProbe, emptyProbeReport);
  return { server, events, report, endpoint: report.endpoints[0] };
}

function failure(found: Awaited<ReturnType<typeof probe>>): Failure {
  const outcome = found.endpoint?.outcome;
  if (outcome?.status !== 'failed') throw new Error(`expected a failure, got ${JSON.stringify(outcome)}`);
  return outcome.failure;
}

describe('an endpoint that works', () => {
  test('is usable on STARTTLS with every stage in protocol order', async () => {
    const found = await probe({
      security: 'starttls',
      dialogue: [greeting, ehlo, openEhlo, ...upgrade, ehlo, tlsEhlo, quit],
    });
    expect(found.endpoint?.outcome).toMatchObject({ status: 'usable', tls: { trusted: true } });
    expect(found.endpoint?.stages.map(({ stage, secured }) => `${stage}${secured ? '*' : ''}`)).toEqual([
      'resolve',
      'connect',
      'greeting',
      'ehlo',
      'starttls',
      'tls',
      'ehlo*',
    ]);
    expect(found.endpoint?.stages.every(({ tookMs }) => tookMs !== undefined)).toBe(true);
    expect(found.report.finished).toBe(true);
  });

  test('is usable on implicit TLS, and the capabilities are those heard inside TLS', async () => {
    const found = await probe({ security: 'implicit-tls', dialogue: [greeting, ehlo, tlsEhlo, quit] });
    expect(found.endpoint?.outcome).toMatchObject({
      status: 'usable',
      capabilities: [{ keyword: 'SIZE' }, { keyword: 'AUTH', params: ['PLAIN', 'LOGIN'] }],
    });
    expect(found.endpoint?.stages.map(({ stage }) => stage)).toEqual(['resolve', 'connect', 'tls', 'greeting', 'ehlo']);
  });

  test('keeps times that never decrease and settles each endpoint once', async () => {
    const { events } = await probe({ security: 'implicit-tls', dialogue: [greeting, ehlo, tlsEhlo, quit] });
    const times = events.map(({ at }) => at);
    expect(times).toEqual([...times].sort((a, b) => a - b));
    expect(events.filter(({ event }) => event === 'endpoint-settled')).toHaveLength(1);
    expect(events.at(-1)?.event).toBe('finished');
  });
});

describe('an endpoint that fails says how', () => {
  const table: readonly (readonly [string, Given, Partial<Failure> & Record<string, unknown>])[] = [
    [
      'a greeting that refuses',
      { security: 'starttls', dialogue: [{ say: '554 5.7.1 go away\r\n' }] },
      { stage: 'greeting', kind: 'negative-reply' },
    ],
    [
      'another protocol',
      { security: 'starttls', dialogue: [{ say: 'SSH-2.0-OpenSSH_9\r\n' }] },
      { stage: 'greeting', kind: 'protocol-violation', cause: 'not-smtp' },
    ],
    [
      'a peer that closes at once',
      { security: 'starttls', dialogue: [{ close: 'end' }] },
      { stage: 'greeting', kind: 'closed-by-peer', how: 'end' },
    ],
    [
      'a peer that resets',
      { security: 'starttls', dialogue: [greeting, ehlo, { close: 'reset' }] },
      { stage: 'ehlo', kind: 'closed-by-peer', how: 'reset' },
    ],
    [
      'a half reply',
      { security: 'starttls', dialogue: [{ say: '220-mail' }, { close: 'end' }] },
      { stage: 'greeting', kind: 'closed-by-peer' },
    ],
    [
      'STARTTLS not offered',
      { security: 'starttls', dialogue: [greeting, ehlo, { say: '250 mail.test\r\n' }] },
      { stage: 'starttls', kind: 'starttls-not-offered', masked: false },
    ],
    [
      'STARTTLS masked',
      { security: 'starttls', dialogue: [greeting, ehlo, { say: '250-mail.test\r\n250 XXXXXXXA\r\n' }] },
      { kind: 'starttls-not-offered', masked: true },
    ],
    [
      'STARTTLS refused',
      {
        security: 'starttls',
        dialogue: [greeting, ehlo, openEhlo, { expect: /^STARTTLS$/ }, { say: '454 4.7.0 not now\r\n' }],
      },
      { stage: 'starttls', kind: 'negative-reply', command: 'STARTTLS' },
    ],
    [
      'a reply injected before TLS',
      {
        security: 'starttls',
        dialogue: [greeting, ehlo, openEhlo, { expect: /^STARTTLS$/ }, { say: '220 go\r\n250 AUTH PLAIN\r\n' }],
      },
      { kind: 'protocol-violation', cause: 'data-before-tls' },
    ],
    [
      'a reply too many',
      { security: 'starttls', dialogue: [{ say: '220 hi\r\n250 early\r\n' }] },
      { stage: 'ehlo', kind: 'protocol-violation', cause: 'out-of-step' },
    ],
    [
      'an endless line',
      { security: 'starttls', dialogue: [{ say: `220 ${'x'.repeat(9000)}` }] },
      { kind: 'protocol-violation', cause: 'too-long' },
    ],
    [
      'an untrusted certificate',
      { security: 'implicit-tls', trusted: false, dialogue: [] },
      { stage: 'tls', kind: 'certificate-rejected', reason: 'unknown-issuer' },
    ],
    [
      'a certificate for another name',
      { security: 'implicit-tls', certificate: { names: ['other.test'], addresses: [] }, dialogue: [] },
      { kind: 'certificate-rejected', reason: 'name-mismatch' },
    ],
    [
      'an expired certificate',
      {
        security: 'starttls',
        certificate: { validFrom: new Date('2020-01-01'), validTo: new Date('2021-01-01') },
        dialogue: [greeting, ehlo, openEhlo, ...upgrade],
      },
      { kind: 'certificate-rejected', reason: 'expired' },
    ],
  ];
  test.each(table)('%s', async (_name, given, expected) => {
    const found = await probe(given);
    expect(failure(found)).toMatchObject(expected);
    expect(found.server.remaining()).toBe(0);
  });

  test('a cleartext server on an implicit TLS endpoint', async () => {
    const server = await startScriptedServer({ dialogue: [greeting, { silence: true }] });
    servers.push(server);
    const events: ProbeEvent[] = [];
    for await (const event of runProbe([{ host: '127.0.0.1', port: server.port, security: 'implicit-tls' }], {
      mode: 'local',
      signal: new AbortController().signal,
      onUnexpected: () => undefined,
    }))
      events.push(event);
    expect(events.find((event) => event.event === 'endpoint-settled')).toMatchObject({
      outcome: { failure: { kind: 'tls-failed', reason: 'peer-speaks-cleartext' } },
    });
  });

  test('an untrusted peer hears nothing inside TLS', async () => {
    const found = await probe({ security: 'implicit-tls', trusted: false, dialogue: [greeting, ehlo] });
    expect(found.server.heard).toEqual([]);
  });
});

describe('stopping', () => {
  test('closes every socket and leaves the endpoint not tested', async () => {
    const stop = new AbortController();
    const server = await startScriptedServer({ dialogue: [{ silence: true }] });
    servers.push(server);
    const events: ProbeEvent[] = [];
    for await (const event of runProbe([{ host: '127.0.0.1', port: server.port, security: 'starttls' }], {
      mode: 'local',
      signal: stop.signal,
      onUnexpected: () => undefined,
    })) {
      events.push(event);
      if (event.event === 'stage-started' && event.stage === 'greeting') stop.abort();
    }
    expect(events.find((event) => event.event === 'endpoint-settled')).toMatchObject({
      outcome: { status: 'not-tested', reason: 'aborted' },
    });
    await expect.poll(() => server.connections()).toBe(0);
  });
});
