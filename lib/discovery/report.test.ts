import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Candidate, Provenance } from './candidate';
import type { DiscoveryEvent } from './events';
import { routes, type Route } from './rank';
import { bestCandidate, candidatesOf, emptyDiscoveryReport, foldDiscovery } from './report';

const provenances: Readonly<Record<Route, Provenance>> = {
  table: { from: 'provider-domain', domain: 'example.com' },
  autoconfig: { from: 'autoconfig', url: 'https://autoconfig.example.com/' },
  'well-known': { from: 'autoconfig', url: 'https://example.com/' },
  srv: { from: 'srv', records: [] },
  mx: { from: 'mx', record: '' },
  guess: { from: 'guess', name: '' },
};

function candidate(route: Route, host: string, change: Partial<Candidate> = {}): DiscoveryEvent {
  const server = { host, port: route === 'guess' ? 587 : 465, security: 'starttls' } as const;
  const provenance = [provenances[route]];
  return {
    event: 'candidate',
    at: 1,
    route,
    candidate: { host, servers: [server], provenance, thirdParty: route === 'mx', ...change },
  };
}
const ended = (route: Route): DiscoveryEvent => ({
  event: 'route-finished',
  at: 2,
  route,
  tookMs: 1,
  outcome: { result: 'found' },
});
const planned: DiscoveryEvent = { event: 'planned', at: 0, domain: 'example.com', routes: [...routes] };
const finished: DiscoveryEvent = { event: 'finished', at: 5 };
const fold = (...events: DiscoveryEvent[]) => [planned, ...events].reduce(foldDiscovery, emptyDiscoveryReport);

describe('the best candidate', () => {
  test('is not told while a better way is pending', () => {
    const found = [candidate('guess', 'mail.example.com'), ended('guess')];
    expect(bestCandidate(fold(...found))).toBeUndefined();
    const all = routes.map((route) => ended(route));
    expect(bestCandidate(fold(...found, ...all.slice(0, 4)))).toBeUndefined();
    expect(bestCandidate(fold(...found, ...all))?.host).toBe('mail.example.com');
  });

  test('does not wait for worse ways', () => {
    expect(bestCandidate(fold(candidate('table', 'smtp.example.com'), ended('table')))?.host).toBe('smtp.example.com');
  });

  test('is told at the end, though a way was cut off', () => {
    expect(bestCandidate(fold(candidate('srv', 'smtp.example.com'), finished))?.host).toBe('smtp.example.com');
    expect(bestCandidate(fold(finished))).toBeUndefined();
  });
});

test('the same server found twice keeps both ways, and who vouched for it', () => {
  const report = fold(
    candidate('guess', 'smtp.example.com', { usernameForm: 'address' }),
    candidate('mx', 'smtp.example.com', { provider: { id: 'hoster' } }),
    candidate('autoconfig', 'smtp.example.com', { usernameForm: 'local-part' }),
  );
  expect(candidatesOf(report)).toEqual([
    {
      host: 'smtp.example.com',
      provider: { id: 'hoster' },
      servers: [
        { host: 'smtp.example.com', port: 465, security: 'starttls' },
        { host: 'smtp.example.com', port: 587, security: 'starttls' },
      ],
      usernameForm: 'local-part',
      provenance: [provenances.autoconfig, provenances.mx, provenances.guess],
      thirdParty: false,
    },
  ]);
});

test('a provider that is known more exactly stays known so', () => {
  const report = fold(
    candidate('table', 'smtp.example.com', { provider: { id: 'hoster' } }),
    candidate('srv', 'smtp.example.com', { provider: { id: 'hoster', variant: 'eu' } }),
    candidate('mx', 'smtp.example.com', { provider: { id: 'hoster' } }),
  );
  expect(candidatesOf(report)[0]?.provider).toEqual({ id: 'hoster', variant: 'eu' });
});

test('a server without a host of its own is the same where its provider is', () => {
  const own = (id: string) => candidate('mx', '', { provider: { id } });
  expect(candidatesOf(fold(own('a'), own('b'), own('a')))).toHaveLength(2);
});

test('our own failure, the end and the time are kept, and a new plan begins anew', () => {
  const report = fold(candidate('mx', 'a.example.com'), { event: 'failed', at: 3, reason: 'unexpected' }, finished);
  expect(report).toMatchObject({ broken: true, finished: true, at: 5 });
  expect(foldDiscovery(report, { ...planned, meant: 'example.org' })).toMatchObject({
    found: [],
    meant: 'example.org',
    finished: false,
    broken: false,
  });
});

test('in whatever order the routes answer, the end is the same, and the best once told stays', () => {
  const hosts = ['smtp.example.com', 'mail.example.com', 'mx.hoster.test'];
  const answers = fc.array(fc.subarray(hosts), { minLength: routes.length, maxLength: routes.length });
  fc.assert(
    fc.property(answers, fc.array(fc.nat(), { minLength: 40, maxLength: 40 }), (answer, draws) => {
      const streams = routes.map((route, index) => [
        ...(answer[index] ?? []).map((host) => candidate(route, host)),
        ended(route),
      ]);
      const inTurn = streams.flat();
      const mixed: DiscoveryEvent[] = [];
      for (const draw of draws) {
        const open = streams.filter((stream) => stream.length > 0);
        const next = open[draw % Math.max(1, open.length)]?.shift();
        if (next !== undefined) mixed.push(next);
      }
      expect(candidatesOf(fold(...mixed, finished))).toEqual(candidatesOf(fold(...inTurn, finished)));
      let report = fold();
      let told: string | undefined;
      for (const event of [...mixed, finished]) {
        report = foldDiscovery(report, event);
        const best = bestCandidate(report)?.host;
        if (told !== undefined) expect(best).toBe(told);
        told = best;
      }
      expect(told).toBe(candidatesOf(report)[0]?.host);
    }),
  );
});
