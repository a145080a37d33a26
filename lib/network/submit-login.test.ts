import { afterEach, beforeAll, describe, expect, test } from 'vitest';
import type { MessageRequest } from '@/lib/settings/message-request';
import { makeAuthority, type Authority, type Leaf } from './testing/certificates';
import { hear, login, mail, opening, quit, recipient, request, say, send, type Sent } from './testing/send-scripted';
import { startScriptedServer, type Line, type ScriptedServer } from './testing/scripted-server';
import { trustListener } from './trust';

let authority: Authority;
let leaf: Leaf;
let server: ScriptedServer;
beforeAll(async () => {
  authority = await makeAuthority();
  leaf = await authority.issue();
});
afterEach(() => server.stop());

async function serve(dialogue: readonly Line[]): Promise<number> {
  server = await startScriptedServer({ dialogue, implicitTls: true, tls: leaf });
  trustListener({ address: '127.0.0.1', port: server.port, authorityPem: authority.pem });
  return server.port;
}

async function against(dialogue: readonly Line[], change: Partial<MessageRequest> = {}): Promise<Sent> {
  return send(request(await serve(dialogue), change));
}

const dialogueIsDone = () => expect.poll(() => server.remaining()).toBe(0);

describe('a login', () => {
  test.each([
    ['AUTH PLAIN LOGIN CRAM-MD5', 'PLAIN', [hear(/^AUTH PLAIN \S+$/), say('235 ok\r\n')]],
    [
      'AUTH CRAM-MD5 LOGIN',
      'LOGIN',
      [
        hear(/^AUTH LOGIN$/),
        say('334 VXNlcm5hbWU6\r\n'),
        hear(/^c2hvcA==$/),
        say('334 UGFzc3dvcmQ6\r\n'),
        hear(/^\S+$/),
        say('235 ok\r\n'),
      ],
    ],
    [
      'AUTH=CRAM-MD5',
      'CRAM-MD5',
      [hear(/^AUTH CRAM-MD5$/), say('334 PDEyMzRAbWFpbC50ZXN0Pg==\r\n'), hear(/^c2hvcC\S+$/), say('235 ok\r\n')],
    ],
  ])('uses the best that is offered of %s', async (offer, mechanism, exchange) => {
    const sent = await against([
      ...opening(offer),
      ...exchange,
      ...mail,
      ...recipient,
      hear(/^DATA$/),
      say('354 go\r\n'),
      { takeBody: true },
      say('250 ok\r\n'),
      quit,
    ]);
    expect(sent.outcome.status).toBe('accepted');
    const passed = sent.events.find((event) => event.event === 'stage-passed' && event.stage === 'auth');
    expect(passed).toMatchObject({ facts: { mechanism }, secured: true });
    const shown = sent.transcript.filter(({ from }) => from === 'client').map(({ text }) => text);
    expect(shown[1]).toMatch(/^AUTH \S+( \[hidden\])?$/);
    expect(shown.slice(2, shown.indexOf('MAIL FROM:<shop@example.test>'))).toEqual(
      exchange
        .filter((line) => 'expect' in line)
        .slice(1)
        .map(() => '[hidden]'),
    );
    await dialogueIsDone();
  });

  test.each([
    ['AUTH PLAIN LOGIN', [hear(/^AUTH PLAIN /), say('535 5.7.8 no\r\n')], 535],
    ['AUTH PLAIN LOGIN', [hear(/^AUTH PLAIN /), say('504 5.5.4 not that one\r\n')], 504],
    [
      'AUTH LOGIN',
      [hear(/^AUTH LOGIN/), say('334 VXNlcm5hbWU6\r\n'), hear(/./), say('535 5.7.8 no such user\r\n')],
      535,
    ],
    [
      'AUTH LOGIN',
      [
        hear(/^AUTH LOGIN/),
        say('334 VXNlcm5hbWU6\r\n'),
        hear(/./),
        say('334 UGFzc3dvcmQ6\r\n'),
        hear(/./),
        say('535 5.7.8 no\r\n'),
      ],
      535,
    ],
    ['AUTH PLAIN', [hear(/^AUTH PLAIN /), say('334 \r\n'), hear(/^$/), say('501 5.5.2 what?\r\n')], 501],
    ['AUTH PLAIN', [hear(/^AUTH PLAIN /), say('454 4.7.0 later\r\n')], 454],
  ])('that is refused over %s is not tried again by another mechanism', async (offer, exchange, code) => {
    const sent = await against([...opening(offer), ...exchange, quit]);
    const command = offer.includes('PLAIN') ? 'AUTH PLAIN' : 'AUTH LOGIN';
    expect(sent.outcome).toMatchObject({
      status: 'failed',
      failure: { stage: 'auth', secured: true, kind: 'negative-reply', command, reply: { code } },
    });
    await dialogueIsDone();
  });

  test.each([
    ['another yes than 235', 'AUTH PLAIN', [hear(/^AUTH/), say('250 ok\r\n')], 'out-of-step'],
    [
      '235 before the password',
      'AUTH LOGIN',
      [hear(/^AUTH/), say('334 VXNlcm5hbWU6\r\n'), hear(/./), say('235 ok\r\n')],
      'out-of-step',
    ],
    ['a challenge that is none', 'AUTH CRAM-MD5', [hear(/^AUTH/), say('334 \r\n')], 'malformed'],
    [
      'one challenge after another',
      'AUTH PLAIN',
      [hear(/^AUTH/), say('334 a\r\n'), hear(/^$/), say('334 b\r\n')],
      'out-of-step',
    ],
  ])('is not believed: %s', async (_name, offer, exchange, cause) => {
    const sent = await against([...opening(offer), ...exchange]);
    expect(sent.outcome).toMatchObject({ failure: { stage: 'auth', kind: 'protocol-violation', cause } });
    await dialogueIsDone();
  });
});

describe('what the server lacks is told before anything is sent', () => {
  test.each<[string, string[], Partial<MessageRequest>, object]>([
    [
      'a password mechanism',
      ['AUTH XOAUTH2 GSSAPI'],
      {},
      { stage: 'auth', kind: 'auth-not-offered', mechanisms: ['XOAUTH2', 'GSSAPI'] },
    ],
    ['a login', ['SIZE'], {}, { stage: 'auth', kind: 'auth-not-offered', mechanisms: [] }],
    ['room', ['AUTH PLAIN', 'SIZE 1000'], {}, { stage: 'mail-from', kind: 'extension-missing', extension: 'SIZE' }],
    [
      'SMTPUTF8',
      ['AUTH PLAIN'],
      { to: 'bücher@example.test' },
      { stage: 'mail-from', kind: 'extension-missing', extension: 'SMTPUTF8' },
    ],
  ])('%s', async (_name, capabilities, change, failure) => {
    const sent = await against([...opening(...capabilities), quit], change);
    expect(sent.outcome).toEqual({ status: 'failed', failure: { secured: true, ...failure } });
    await dialogueIsDone();
    expect(server.heard.slice(1)).toEqual(['QUIT']);
  });

  test('a domain beyond ASCII needs no SMTPUTF8', async () => {
    const ascii = hear(/^MAIL FROM:<shop@xn--bcher-kva.test>$/);
    const sent = await against([...opening('AUTH PLAIN', 'SIZE 0'), ...login, ascii, say('550 no\r\n'), quit], {
      from: { name: '', address: 'shop@bücher.test' },
    });
    expect(sent.outcome).toMatchObject({ failure: { stage: 'mail-from', reply: { code: 550 }, command: 'MAIL FROM' } });
    await dialogueIsDone();
  });
});
