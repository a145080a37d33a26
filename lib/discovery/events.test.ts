import * as z from 'zod/mini';
import { describe, expect, test } from 'vitest';
import {
  decodeDiscoveryEvent,
  documentProblems,
  routeOutcomeSchema,
  type DiscoveryEvent,
  type RouteOutcome,
} from './events';
import { routes } from './rank';
import { discoveryRequestSchema } from './request';
import { domainSentence, outcomeSentence } from './words';
import { emptyDiscoveryReport, foldDiscovery } from './report';

const outcomes: readonly RouteOutcome[] = [
  ...(
    [
      'found',
      'not-known',
      'no-such-name',
      'no-record',
      'not-offered',
      'null-mx',
      'not-admitted',
      'no-connection',
    ] as const
  ).map((result) => ({ result })),
  ...(['certificate-rejected', 'timed-out', 'unexpected'] as const).map((result) => ({ result })),
  { result: 'unknown-servers', hosts: [] },
  { result: 'unknown-servers', hosts: ['mx1.example.net', 'mx2.example.net'] },
  ...(['silent', 'refused', 'broken'] as const).map((cause) => ({ result: 'resolver-failed' as const, cause })),
  { result: 'http-status', status: 404 },
  ...(['not-https', 'other-port', 'too-many', 'no-location'] as const).map((cause) => ({
    result: 'redirect-refused' as const,
    cause,
  })),
  ...documentProblems.map((problem) => ({ result: 'document-refused' as const, problem })),
];

const base = { event: 'route-finished', at: 1, route: 'mx', tookMs: 1 } as const;

describe('how a route ends', () => {
  test('is complete here', () => {
    const kinds = routeOutcomeSchema.def.options.map((option) => option.shape.result.def.values[0]);
    expect(new Set(outcomes.map(({ result }) => result))).toEqual(new Set(kinds));
  });
  test.each(outcomes)('as %j has a sentence of its own and goes over the wire', (outcome) => {
    expect(outcomeSentence(outcome)).toMatch(/^[A-Z].*\.$/);
    expect(decodeDiscoveryEvent(JSON.stringify({ ...base, outcome }))).toEqual({ ...base, outcome });
  });
  test('no two alike', () => {
    const sentences = outcomes.map(outcomeSentence);
    expect(new Set(sentences).size).toBe(outcomes.length);
  });
});

test.each(['', '{"event":', 'null', '[]', '{"event":"finished"}', '{"event":"finished","at":1,"more":1}'])(
  'the line %j is no event',
  (line) => expect(decodeDiscoveryEvent(line)).toBeUndefined(),
);

describe('what the domain says about its mail', () => {
  const planned: DiscoveryEvent = { event: 'planned', at: 0, domain: 'example.com', routes: [...routes] };
  const sentence = (outcome: RouteOutcome, ...more: DiscoveryEvent[]) =>
    domainSentence([planned, ...more, { ...base, outcome }].reduce(foldDiscovery, emptyDiscoveryReport));
  test.each<[RouteOutcome, RegExp | undefined]>([
    [{ result: 'no-such-name' }, /^There is no domain example\.com\./],
    [{ result: 'null-mx' }, /takes no mail/],
    [{ result: 'no-record' }, /no MX record/],
    [{ result: 'resolver-failed', cause: 'silent' }, /name server/],
    [{ result: 'found' }, undefined],
    [{ result: 'unknown-servers', hosts: [] }, undefined],
    [{ result: 'timed-out' }, undefined],
  ])('%j', (outcome, says) => {
    if (says === undefined) expect(sentence(outcome)).toBeUndefined();
    else expect(sentence(outcome)).toMatch(says);
  });
  test('is not held against a domain that is written down', () => {
    const known: DiscoveryEvent = { ...base, route: 'table', outcome: { result: 'found' } };
    expect(sentence({ result: 'no-such-name' }, known)).toBeUndefined();
  });
});

describe('a request', () => {
  const read = (request: unknown) => z.safeParse(discoveryRequestSchema, request);
  test.each([
    [{ domain: ' Example.COM. ' }, { domain: 'example.com' }],
    [{ domain: 'bücher.example' }, { domain: 'xn--bcher-kva.example' }],
    [
      { domain: 'bücher.example', address: ' ann@bücher.example ' },
      { domain: 'xn--bcher-kva.example', address: 'ann@bücher.example' },
    ],
  ])('%j is read', (request, expected) => expect(read(request).data).toEqual(expected));
  test.each([
    [{}, 'domain'],
    [{ domain: 'ann@example.com' }, 'domain'],
    [{ domain: 'localhost' }, 'domain'],
    [{ domain: '127.0.0.1' }, 'domain'],
    [{ domain: 'https://example.com' }, 'domain'],
    [{ domain: 'example.com', address: 'ann@example.org' }, 'address'],
    [{ domain: 'example.com', address: 'ann' }, 'address'],
    [{ domain: 'example.com', local: 'ann' }, ''],
  ])('%j is refused at %s', (request, path) => {
    expect(read(request).error?.issues.map((issue) => issue.path.join('.'))).toContain(path);
  });
});
