import * as fc from 'fast-check';
import * as z from 'zod/mini';
import { describe, expect, test } from 'vitest';
import type { DeliveryOutcome, Failure } from '@/lib/smtp/outcome';
import { certificate, everyFailure } from '@/lib/smtp/testing/every-failure';
import {
  decodeMessageEvent,
  decodeProbeEvent,
  encodeEvent,
  probeRequestSchema,
  type MessageEvent,
  type ProbeEvent,
} from './events';

const id = 'smtp.example.com:587/starttls';
const endpoint = { id, host: 'smtp.example.com', port: 587, security: 'starttls' } as const;
const tls = { version: 'TLSv1.3', cipher: 'TLS_AES_256_GCM_SHA384', certificate, trusted: true } as const;
const reply = { code: 250, enhanced: '2.0.0', text: ['2.0.0 ok', 'line\nbreak  "quoted" é🔑'] };
const transcript = [{ at: 3.4, from: 'client', secured: true, text: 'EHLO me' } as const];
const capabilities = [{ keyword: 'AUTH', params: ['PLAIN', 'LOGIN'] }];
const refused: Failure = { stage: 'connect', secured: false, kind: 'refused' };
const attempt = { endpoint: id, address: '192.0.2.1', family: 4, result: 'connected', tookMs: 12.5 } as const;

const shared = [
  { event: 'planned', at: 0, endpoints: [endpoint, { ...endpoint, family: 6 }] },
  { event: 'stage-started', at: 0.1, endpoint: id, stage: 'resolve', secured: false },
  { event: 'stage-started', at: 1, endpoint: id, stage: 'ehlo', secured: true, address: '2001:db8::1' },
  { event: 'stage-passed', at: 2, endpoint: id, stage: 'resolve', secured: false, tookMs: 1.9, facts: { ipv4: [] } },
  {
    event: 'stage-passed',
    at: 2,
    endpoint: id,
    stage: 'tls',
    secured: false,
    tookMs: 0,
    facts: { ...tls, ipv4: ['192.0.2.1'], ipv6: [], address: '192.0.2.1', family: 4, reply, capabilities },
  },
  {
    event: 'stage-passed',
    at: 2,
    endpoint: id,
    stage: 'auth',
    secured: true,
    tookMs: 1,
    facts: { mechanism: 'PLAIN' },
  },
  { event: 'failed', at: 9, reason: 'unexpected' },
] satisfies (ProbeEvent & MessageEvent)[];

const probeEvents: ProbeEvent[] = [
  ...shared,
  { event: 'endpoint-settled', at: 4, endpoint: id, outcome: { status: 'usable', capabilities, tls }, transcript },
  { event: 'endpoint-settled', at: 4, endpoint: id, outcome: { status: 'usable', capabilities: [] }, transcript: [] },
  {
    event: 'endpoint-settled',
    at: 4,
    endpoint: id,
    outcome: { status: 'not-tested', reason: 'not-admitted' },
    transcript: [],
  },
  {
    event: 'finished',
    at: 5,
    attempts: [attempt, { ...attempt, result: 'cancelled' }, { ...attempt, result: refused }],
  },
];

const messageEvents: MessageEvent[] = [
  ...shared,
  ...(
    [
      { status: 'accepted', reply, messageId: '<1@example.com>' },
      { status: 'accepted', reply, messageId: '<1@example.com>', queueId: '4XyZ12' },
      { status: 'outcome-unknown', failure: refused, messageId: '<1@example.com>' },
      { status: 'failed', failure: refused },
      { status: 'not-tested', reason: 'aborted' },
    ] satisfies DeliveryOutcome[]
  ).map((outcome): MessageEvent => ({ event: 'settled', at: 4, outcome, transcript, attempts: [attempt] })),
];

describe('an event and its line', () => {
  test.each(probeEvents)('of a probe are the same thing: $event', (event) =>
    expect(decodeProbeEvent(encodeEvent(event))).toEqual(event),
  );
  test.each(messageEvents)('of a message are the same thing: $event', (event) =>
    expect(decodeMessageEvent(encodeEvent(event))).toEqual(event),
  );

  test('hold for every failure there is', () => {
    for (const failure of everyFailure) {
      const outcome = { status: 'failed', failure } as const;
      const probe: ProbeEvent = { event: 'endpoint-settled', at: 1, endpoint: id, outcome, transcript: [] };
      const message: MessageEvent = { event: 'settled', at: 1, outcome, transcript: [], attempts: [] };
      expect(decodeProbeEvent(encodeEvent(probe))).toEqual(probe);
      expect(decodeMessageEvent(encodeEvent(message))).toEqual(message);
    }
  });

  test('are one line that begins with the event, whatever a server said', () => {
    const said = fc.array(fc.string({ unit: 'binary' }), { maxLength: 4 });
    fc.assert(
      fc.property(said, fc.integer({ min: 200, max: 599 }), fc.double({ min: 0, noNaN: true }), (text, code, at) => {
        const failure: Failure = {
          stage: 'ehlo',
          secured: true,
          kind: 'negative-reply',
          command: 'EHLO',
          reply: { code, text },
        };
        const outcome = { status: 'failed', failure } as const;
        const lines = text.map((one) => ({ at, from: 'server', secured: true, text: one }) as const);
        const event: ProbeEvent = { at, event: 'endpoint-settled', endpoint: id, outcome, transcript: lines };
        const line = encodeEvent(event);
        expect(line).toMatch(/^\{"event":"endpoint-settled",[^\n\r]*\}\n$/);
        if (Object.is(at, -0) || at === Infinity) return;
        expect(decodeProbeEvent(line)).toEqual(event);
      }),
    );
  });
});

describe('a line is not an event', () => {
  test.each([
    ['when it is empty', ''],
    ['when it is not JSON', '{"event":"finis'],
    ['when it is JSON of another kind', '[1]'],
    ['when it is null', 'null'],
    ['when its event is unknown', '{"event":"rebooted","at":1}'],
    ['when it has no event', '{"at":1}'],
    ['when a key is missing', '{"event":"failed","at":1}'],
    ['when a key is unknown', '{"event":"failed","at":1,"reason":"unexpected","password":"x"}'],
    ['when a value has another type', '{"event":"failed","at":"1","reason":"unexpected"}'],
    ['when its stage is unknown', `{"event":"stage-started","at":1,"endpoint":"${id}","stage":"quit","secured":true}`],
    ['when two stand in it', '{"event":"finished","at":1,"attempts":[]}{"event":"finished","at":1,"attempts":[]}'],
  ])('%s', (_name, line) => {
    expect(decodeProbeEvent(line)).toBeUndefined();
    expect(decodeMessageEvent(line)).toBeUndefined();
  });

  test('when it belongs to the other stream', () => {
    expect(decodeMessageEvent(encodeEvent({ event: 'finished', at: 1, attempts: [] }))).toBeUndefined();
    const outcome = { status: 'not-tested', reason: 'aborted' } as const;
    const settled: MessageEvent = { event: 'settled', at: 1, outcome, transcript: [], attempts: [] };
    expect(decodeProbeEvent(encodeEvent(settled))).toBeUndefined();
  });

  test('whatever it is, without throwing', () => {
    fc.assert(fc.property(fc.oneof(fc.string(), fc.json()), (line) => decodeProbeEvent(line) === undefined));
  });
});

describe('a request for a probe', () => {
  const one = { host: 'smtp.example.com', port: 587, security: 'starttls' };
  const many = (count: number) => Array.from({ length: count }, (_, index) => ({ ...one, port: 1000 + index }));
  test.each([
    ['one endpoint', [one]],
    ['sixteen', many(16)],
    ['a port with two kinds of encryption', [one, { ...one, security: 'cleartext' }]],
    [
      'both families of one',
      [
        { ...one, family: 4 },
        { ...one, family: 6 },
      ],
    ],
  ])('may name %s', (_name, endpoints) => expect(z.safeParse(probeRequestSchema, { endpoints }).success).toBe(true));
  test.each([
    ['nothing', [], 'Name at least one endpoint'],
    ['seventeen', many(17), 'Name at most 16 endpoints'],
    ['one twice', [one, one], 'Name each endpoint once'],
    ['one twice in two spellings', [one, { ...one, host: 'SMTP.example.com.' }], 'Name each endpoint once'],
  ])('may not name %s', (_name, endpoints, message) =>
    expect(z.safeParse(probeRequestSchema, { endpoints }).error?.issues.map((issue) => issue.message)).toEqual([
      message,
    ]),
  );
});
