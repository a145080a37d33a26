import assert from 'node:assert/strict';
import * as z from 'zod/mini';
import { afterAll, afterEach, beforeAll, describe, expect, test, vi } from 'vitest';
import { startDiscoveryLab, type DiscoveryLab } from '@/e2e/lab/discovery-lab';
import type { NameAnswer } from '@/e2e/lab/name-server';
import { discoveryEventSchema, type DiscoveryEvent, type RouteOutcome } from '@/lib/discovery/events';
import { knownServers } from '@/lib/discovery/known-servers';
import { routes, type Route } from '@/lib/discovery/rank';
import { bestCandidate, candidatesOf, emptyDiscoveryReport, foldDiscovery } from '@/lib/discovery/report';
import { discover, type DiscoverOptions } from './discover';

const known = knownServers([]);
const web = '192.0.2.80';
const here = (more: Partial<Exclude<NameAnswer, readonly string[]>> = {}): NameAnswer => ({
  A: [web],
  AAAA: [],
  ...more,
});
const only = (more: Partial<Exclude<NameAnswer, readonly string[]>>): NameAnswer => ({ A: [], AAAA: [], ...more });
const srv = (name: string, port: number, priority = 0) => only({ SRV: [{ priority, weight: 1, port, name }] });
const mx = (...exchanges: string[]) => ({
  MX: exchanges.map((exchange, index) => ({ priority: 10 * index, exchange })),
});

const names: Readonly<Record<string, NameAnswer>> = {
  'shop.example': here(mx('smtpin.rzone.de')),
  '_submissions._tcp.shop.example': srv('smtp.shop.example', 465),
  '_submission._tcp.shop.example': srv('smtp.hoster.test', 587),
  'smtp.shop.example': [web],
  'mail.shop.example': [web],
  'no-mail.example': only(mx('.')),
  'no-mx.example': here(),
  'unknown-mx.example': only(mx('mx1.hoster.test', 'mx2.hoster.test')),
  'not-offered.example': only({}),
  '_submissions._tcp.not-offered.example': srv('.', 0),
  'broken.example': only({ MX: 'server-failure' }),
  'silent.example': only({ A: 'silent', AAAA: 'silent', MX: 'silent' }),
  'inside.example': { A: ['10.0.0.1'], AAAA: [] },
  'autoconfig.inside.example': ['10.0.0.1'],
  'smtp.inside.example': ['8.8.8.8', '10.0.0.1'],
  'mail.inside.example': ['8.8.8.8'],
  '_submissions._tcp.inside.example': srv('smtp.inside.example', 465),
  'odd-port.example': only({}),
  '_submissions._tcp.odd-port.example': srv('mail.inside.example', 22),
};

let lab: DiscoveryLab;
beforeAll(async () => {
  lab = await startDiscoveryLab(names, {});
});
afterAll(() => lab.stop());
afterEach(() => {
  vi.useRealTimers();
});

/** Runs a discovery to its end and checks what holds for every one. */
async function found(domain: string, options: Partial<DiscoverOptions> = {}) {
  const unexpected: unknown[] = [];
  const events: DiscoveryEvent[] = [];
  const { signal } = new AbortController();
  const { connect, questions } = lab;
  const onUnexpected = (error: unknown) => unexpected.push(error);
  const given = { mode: 'local' as const, signal, known, connect, questions, onUnexpected, ...options };
  for await (const event of discover({ domain }, given)) events.push(event);
  for (const event of events) assert.equal(z.safeParse(discoveryEventSchema, event).error, undefined);
  assert.equal(events[0]?.event, 'planned');
  assert.equal(events.at(-1)?.event, 'finished');
  const report = events.reduce(foldDiscovery, emptyDiscoveryReport);
  const outcomes = Object.fromEntries(report.routes.map(({ route, outcome }) => [route, outcome]));
  const ends = events.flatMap((event) => (event.event === 'route-finished' ? [event.route] : []));
  assert.deepEqual([...ends].sort(), [...routes].sort());
  return { events, report, unexpected, outcomes: outcomes as Readonly<Record<Route, RouteOutcome>> };
}

test('every way is gone at once, and what it found is told with where it came from', async () => {
  const { report, outcomes } = await found('shop.example');
  expect(outcomes).toEqual({
    table: { result: 'not-known' },
    autoconfig: { result: 'no-such-name' },
    'well-known': { result: 'no-connection' },
    srv: { result: 'found' },
    mx: { result: 'found' },
    guess: { result: 'found' },
  });
  expect(candidatesOf(report).map(({ host, thirdParty }) => [host, thirdParty])).toEqual([
    ['smtp.shop.example', false],
    ['smtp.hoster.test', true],
    ['smtp.strato.de', true],
    ['mail.shop.example', false],
    ['shop.example', false],
  ]);
  expect(bestCandidate(report)).toEqual({
    host: 'smtp.shop.example',
    servers: [
      { host: 'smtp.shop.example', port: 465, security: 'implicit-tls' },
      { host: 'smtp.shop.example', port: 587, security: 'starttls' },
    ],
    provenance: [
      { from: 'srv', records: ['_submissions._tcp.shop.example. SRV 0 1 465 smtp.shop.example.'] },
      { from: 'guess', name: 'smtp.shop.example' },
    ],
    thirdParty: false,
  });
});

test('a domain that is written down is known at once, whatever the name server says', async () => {
  const { events, report, outcomes } = await found('web.de');
  expect(events[1]).toMatchObject({ event: 'candidate', route: 'table', candidate: { host: 'smtp.web.de' } });
  expect(bestCandidate(events.slice(0, 3).reduce(foldDiscovery, emptyDiscoveryReport))?.host).toBe('smtp.web.de');
  expect(outcomes.mx).toEqual({ result: 'no-such-name' });
  expect(report.meant).toBeUndefined();
});

test('a slip of a well-known domain comes with the one that was meant', async () => {
  expect((await found('freenet.de.example')).report.meant).toBeUndefined();
  expect((await found('freenett.de')).report.meant).toBe('freenet.de');
});

describe('what the domain says of itself', () => {
  test.each<[string, Route, RouteOutcome]>([
    ['missing.example', 'mx', { result: 'no-such-name' }],
    ['missing.example', 'srv', { result: 'no-record' }],
    ['missing.example', 'guess', { result: 'no-such-name' }],
    ['missing.example', 'well-known', { result: 'no-such-name' }],
    ['no-mail.example', 'mx', { result: 'null-mx' }],
    ['no-mx.example', 'mx', { result: 'no-record' }],
    ['unknown-mx.example', 'mx', { result: 'unknown-servers', hosts: ['mx1.hoster.test', 'mx2.hoster.test'] }],
    ['unknown-mx.example', 'guess', { result: 'no-record' }],
    ['not-offered.example', 'srv', { result: 'not-offered' }],
    ['broken.example', 'mx', { result: 'resolver-failed', cause: 'broken' }],
  ])('%s, by %s: %j', async (domain, route, outcome) => {
    expect((await found(domain)).outcomes[route]).toEqual(outcome);
  });
});

test('a name server that is silent is waited for five seconds, and then everything has ended', async () => {
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
  const finding = found('silent.example');
  await vi.advanceTimersByTimeAsync(5_000);
  const { outcomes, unexpected } = await finding;
  expect(outcomes.mx).toEqual({ result: 'resolver-failed', cause: 'silent' });
  expect(outcomes['well-known']).toEqual({ result: 'timed-out' });
  expect(unexpected).toEqual([]);
});

describe('when the reader goes away', () => {
  test.each(['reader', 'request'])('(%s) no question is left open', async (who) => {
    const leaving = new AbortController();
    let cancelled = 0;
    let opened = 0;
    const questions = () => {
      const { dns, system } = lab.questions();
      const cancel = dns.cancel.bind(dns);
      opened += 1;
      const counted = () => {
        cancelled += 1;
        cancel();
      };
      return { dns: Object.assign(dns, { cancel: counted }), system };
    };
    const events = discover(
      { domain: 'silent.example' },
      { mode: 'local', signal: leaving.signal, known, connect: lab.connect, questions, onUnexpected: vi.fn() },
    );
    await events.next();
    if (who === 'reader') await events.return();
    else {
      leaving.abort();
      for await (const event of events) expect(event.event).not.toBe('candidate');
    }
    expect(opened).toBeGreaterThan(4);
    await expect.poll(() => cancelled).toBe(opened);
  });
});

describe('a hosted Outport', () => {
  const hosted = { mode: 'hosted' as const };

  test('tells of a name that leads inside no more than of one that does not exist, and dials neither', async () => {
    const before = lab.dialled.length;
    const inside = await found('inside.example', hosted);
    const missing = await found('missing.example', hosted);
    for (const route of ['autoconfig', 'well-known'] as const) {
      expect(inside.outcomes[route]).toEqual({ result: 'not-admitted' });
      expect(missing.outcomes[route]).toEqual(inside.outcomes[route]);
    }
    expect(inside.outcomes.srv).toEqual({ result: 'not-admitted' });
    expect(candidatesOf(inside.report).map(({ host }) => host)).toEqual(['mail.inside.example']);
    expect(missing.outcomes.guess).toEqual({ result: 'not-admitted' });
    expect(lab.dialled.slice(before)).toEqual([]);
  });

  test('names no stranger\u2019s servers, and none at a port that it does not try', async () => {
    expect((await found('unknown-mx.example', hosted)).outcomes.mx).toEqual({ result: 'unknown-servers', hosts: [] });
    expect((await found('odd-port.example', hosted)).outcomes.srv).toEqual({ result: 'not-admitted' });
    expect((await found('odd-port.example')).outcomes.srv).toEqual({ result: 'found' });
  });
});

test('a mistake of our own is told as one, and the others go on', async () => {
  const fault = new TypeError('planted');
  const { events, outcomes, unexpected } = await found('shop.example', {
    known: {
      ...known,
      ofMx: () => {
        throw fault;
      },
    },
  });
  expect(unexpected).toEqual([fault]);
  expect(events).toContainEqual(expect.objectContaining({ event: 'failed', reason: 'unexpected' }));
  expect(outcomes).toMatchObject({ mx: { result: 'unexpected' }, srv: { result: 'found' } });
});
