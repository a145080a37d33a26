import { afterEach, beforeAll, describe, expect, test, vi } from 'vitest';
import type { MessageRequest } from '@/lib/settings/message-request';
import { deadlines } from './deadlines';
import { makeAuthority, type Authority, type Leaf } from './testing/certificates';
import {
  hear,
  login,
  mail,
  opening,
  quit,
  request,
  say,
  send,
  upToData,
  upToDot,
  type Sent,
} from './testing/send-scripted';
import { startScriptedServer, type Line, type ScriptedServer } from './testing/scripted-server';
import { trustListener } from './trust';

let authority: Authority;
let leaf: Leaf;
let server: ScriptedServer;
beforeAll(async () => {
  authority = await makeAuthority();
  leaf = await authority.issue();
});
afterEach(async () => {
  vi.useRealTimers();
  await server.stop();
});

async function serve(dialogue: readonly Line[]): Promise<number> {
  server = await startScriptedServer({ dialogue, implicitTls: true, tls: leaf });
  trustListener({ address: '127.0.0.1', port: server.port, authorityPem: authority.pem });
  return server.port;
}

async function against(dialogue: readonly Line[], change: Partial<MessageRequest> = {}): Promise<Sent> {
  return send(request(await serve(dialogue), change));
}

const dialogueIsDone = () => expect.poll(() => server.remaining()).toBe(0);
const stagesOf = ({ events }: Sent) => events.flatMap((event) => (event.event === 'stage-passed' ? [event.stage] : []));

describe('a refusal is told at its stage', () => {
  test.each<[string, string, Line[], number]>([
    ['mail-from', 'MAIL FROM', [...opening('AUTH PLAIN'), ...login, hear(/^MAIL/), say('530 5.7.0 no\r\n'), quit], 530],
    [
      'rcpt-to',
      'RCPT TO',
      [...opening('AUTH PLAIN'), ...login, ...mail, hear(/^RCPT/), say('550 5.1.1 no\r\n'), quit],
      550,
    ],
    ['data', 'DATA', [...upToData, say('554 5.5.1 no\r\n'), quit], 554],
    ['data', '.', [...upToDot, say('552 5.3.4 too big\r\n'), quit], 552],
    ['data', '.', [...upToDot, say('421 4.3.2 closing\r\n')], 421],
    ['data', '.', [...upToDot, say('451 4.7.1 later\r\n'), quit], 451],
  ])('%s after %s', async (stage, command, dialogue, code) => {
    const { outcome } = await against(dialogue);
    expect(outcome).toMatchObject({
      status: 'failed',
      failure: { stage, kind: 'negative-reply', command, reply: { code } },
    });
    await dialogueIsDone();
    await expect.poll(() => server.connections()).toBe(0);
  });

  test.each([
    ['the sender', ['550 5.7.1 not yours', '250 ok', '354 go'], 'mail-from'],
    ['the recipient', ['250 ok', '550 5.1.1 unknown', '354 go'], 'rcpt-to'],
    ['the recipient, and DATA', ['250 ok', '450 4.2.0 greylisted', '554 no'], 'rcpt-to'],
    ['DATA', ['250 ok', '250 ok', '503 no'], 'data'],
  ])('of a pipelined envelope: %s', async (_name, replies, stage) => {
    const group = [hear(/^MAIL/), hear(/^RCPT/), hear(/^DATA$/)];
    const goodbye = stage === 'data' ? [quit] : [];
    const sent = await against([
      ...opening('AUTH PLAIN', 'PIPELINING'),
      ...login,
      ...group,
      say(`${replies.join('\r\n')}\r\n`),
      ...goodbye,
    ]);
    expect(sent.outcome).toMatchObject({ status: 'failed', failure: { stage, kind: 'negative-reply' } });
    await dialogueIsDone();
    await expect.poll(() => server.connections()).toBe(0);
    expect(server.heard.slice(-1)).toEqual(stage === 'data' ? ['QUIT'] : ['DATA']);
  });
});

describe('a server out of step is not believed', () => {
  test.each<[string, Line[], string, string]>([
    [
      'a reply too many after the login',
      [...opening('AUTH PLAIN'), hear(/^AUTH/), say('235 ok\r\n250 ok\r\n')],
      'mail-from',
      'failed',
    ],
    ['DATA answered with 250', [...upToData, say('250 ok\r\n')], 'data', 'failed'],
    ['the message accepted before it was sent', [...upToData, say('354 go\r\n250 queued\r\n')], 'data', 'failed'],
    ['the dot answered with 354', [...upToDot, say('354 go\r\n')], 'data', 'outcome-unknown'],
  ])('%s', async (_name, dialogue, stage, status) => {
    const { outcome } = await against(dialogue);
    expect(outcome).toMatchObject({ status, failure: { stage, kind: 'protocol-violation', cause: 'out-of-step' } });
    await dialogueIsDone();
  });
});

test('a refusal in the middle of the message ends it with a reset', async () => {
  const { outcome } = await against([...upToData, say('354 go\r\n552 5.3.4 too much\r\n')]);
  expect(outcome).toMatchObject({ status: 'failed', failure: { stage: 'data', reply: { code: 552 } } });
  await expect.poll(() => server.ended).toEqual(['reset']);
});

describe('after the final dot', () => {
  test.each(['end', 'reset'] as const)('an end of the connection leaves the outcome open (%s)', async (close) => {
    const { outcome } = await against([...upToDot, { close }]);
    expect(outcome).toMatchObject({
      status: 'outcome-unknown',
      failure: { stage: 'data', kind: 'closed-by-peer', how: close },
    });
    await dialogueIsDone();
  });

  test('silence leaves it open after 60 seconds, and before it the message has failed after 30', async () => {
    for (const [dialogue, ms, status] of [
      [[...upToDot, { silence: true } as const], deadlines.acceptance, 'outcome-unknown'],
      [[...upToData, { silence: true } as const], deadlines.data, 'failed'],
    ] as const) {
      const port = await serve(dialogue);
      vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout', 'performance'] });
      const sending = send(request(port));
      while (server.remaining() > 0) await new Promise(setImmediate);
      for (let turn = 0; turn < 50; turn += 1) await new Promise(setImmediate);
      await vi.advanceTimersByTimeAsync(ms);
      expect((await sending).outcome).toMatchObject({
        status,
        failure: { stage: 'data', kind: 'timed-out', afterMs: ms, bytes: 0 },
      });
      vi.useRealTimers();
      await server.stop();
    }
  });
});

test('every stage of a message that is accepted is told once, in order', async () => {
  const sent = await against([
    ...opening('AUTH PLAIN', 'PIPELINING'),
    ...login,
    hear(/^MAIL/),
    hear(/^RCPT/),
    hear(/^DATA$/),
    say('250 a\r\n250 b\r\n354 c\r\n'),
    { takeBody: true },
    say('250 2.0.0 Ok: queued as 4XyZ12\r\n'),
    quit,
  ]);
  expect(sent.outcome).toMatchObject({
    status: 'accepted',
    queueId: '4XyZ12',
    reply: { code: 250, enhanced: '2.0.0' },
  });
  expect(stagesOf(sent)).toEqual([
    'resolve',
    'connect',
    'tls',
    'greeting',
    'ehlo',
    'auth',
    'mail-from',
    'rcpt-to',
    'data',
  ]);
  const shown = sent.transcript.map(({ from, text }) => (from === 'client' ? `> ${text}` : text));
  expect(shown.slice(7)).toEqual([
    '> MAIL FROM:<shop@example.test>',
    '> RCPT TO:<owner@example.test>',
    '> DATA',
    '250 a',
    '250 b',
    '354 c',
    expect.stringMatching(/^> \[\d+ bytes\]$/),
    '250 2.0.0 Ok: queued as 4XyZ12',
    '> QUIT',
  ]);
  await dialogueIsDone();
});
