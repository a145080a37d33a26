import * as fc from 'fast-check';
import net from 'node:net';
import { afterEach, beforeAll, describe, expect, test } from 'vitest';
import type { Security } from '@/lib/smtp/endpoint';
import { makeAuthority, type Authority, type Leaf } from './testing/certificates';
import {
  ehlo,
  failureOf,
  greeting,
  on,
  openEhlo,
  outcomeOf,
  probe,
  quit,
  starttls,
  tlsEhlo,
  upgrade,
  type Probed,
} from './testing/probe-scripted';
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

async function against(dialogue: readonly Line[], security: Security): Promise<Probed> {
  server = await startScriptedServer({ dialogue, tls: leaf, implicitTls: security === 'implicit-tls' });
  trustListener({ address: '127.0.0.1', port: server.port, authorityPem: authority.pem });
  return probe(on(server.port, security));
}

const say = (text: string): Line => ({ say: text });
const passed = ({ events }: Probed) =>
  events.flatMap((event) => (event.event === 'stage-passed' ? [`${event.stage}${event.secured ? '*' : ''}`] : []));

describe('the greeting', () => {
  test.each([
    ['a refusal', '554 5.7.1 no\r\n', { kind: 'negative-reply', command: '', reply: { code: 554, enhanced: '5.7.1' } }],
    ['too busy', '421 4.3.2 later\r\n', { kind: 'negative-reply', command: '', reply: { code: 421 } }],
    ['a refusal of several lines', '554-a\r\n554 b\r\n', { kind: 'negative-reply', reply: { text: ['a', 'b'] } }],
    ['another yes than 220', '250 hi\r\n', { kind: 'protocol-violation', cause: 'out-of-step', sample: '250 hi' }],
    ['SSH', 'SSH-2.0-OpenSSH_9\r\n', { kind: 'protocol-violation', cause: 'not-smtp', sample: 'SSH-2.0-OpenSSH_9' }],
    ['IMAP', '* OK ready\r\n', { kind: 'protocol-violation', cause: 'not-smtp' }],
    ['POP3', '+OK ready\r\n', { kind: 'protocol-violation', cause: 'not-smtp' }],
    ['HTTP', 'HTTP/1.0 400 Bad Request\r\n', { kind: 'protocol-violation', cause: 'not-smtp' }],
    ['a TLS alert', Buffer.from('1503010002022d', 'hex'), { kind: 'protocol-violation', cause: 'not-smtp' }],
    ['a second line that is none', '220-a\r\nhello\r\n', { kind: 'protocol-violation', cause: 'malformed' }],
  ])('%s', async (_name, words, expected) => {
    const found = failureOf(await against([{ say: words }], 'starttls'));
    expect(found).toMatchObject({ stage: 'greeting', secured: false, ...expected });
  });

  test('may have several lines, bare line feeds and control characters, which the transcript shows escaped', async () => {
    const dialogue = [say('220-mail.test\n220-a\rb\u0007\u202ec\r\n220 ready\n'), ehlo, say('250 mail.test\n'), quit];
    const probed = await against(dialogue, 'cleartext');
    expect(outcomeOf(probed)).toEqual({ status: 'usable', capabilities: [] });
    expect(probed.endpoints[0]?.transcript.map(({ text }) => text).slice(0, 3)).toEqual([
      '220-mail.test',
      '220-a\\u{d}b\\u{7}\\u{202e}c',
      '220 ready',
    ]);
    await expect.poll(() => server.remaining()).toBe(0);
  });
});

describe('EHLO', () => {
  test.each([
    [
      'refused as unknown',
      '502 5.5.1 no EHLO here\r\n',
      { kind: 'negative-reply', command: 'EHLO', reply: { code: 502 } },
    ],
    ['refused as closing', '421 4.7.0 bye\r\n', { kind: 'negative-reply', command: 'EHLO', reply: { code: 421 } }],
    ['answered with a second greeting', '220 hi again\r\n', { kind: 'protocol-violation', cause: 'out-of-step' }],
  ])('%s is not followed by HELO', async (_name, words, expected) => {
    const probed = await against([greeting, ehlo, say(words), quit], 'cleartext');
    expect(failureOf(probed)).toMatchObject({ stage: 'ehlo', secured: false, ...expected });
    await expect.poll(() => server.connections()).toBe(0);
    const goodbye = 'reply' in expected && expected.reply.code !== 421 ? ['QUIT'] : [];
    expect(server.heard.slice(1)).toEqual(goodbye);
  });

  test('is not said to a server that says 421 unasked', async () => {
    const probed = await against([say('220 hi\r\n421 4.3.2 going down\r\n')], 'cleartext');
    expect(failureOf(probed)).toMatchObject({
      stage: 'ehlo',
      kind: 'negative-reply',
      reply: { code: 421 },
      command: '',
    });
    expect(server.heard).toEqual([]);
  });

  test('answered twice makes no port usable', async () => {
    const probed = await against([greeting, ehlo, say('250 a\r\n250 b\r\n')], 'cleartext');
    expect(failureOf(probed)).toMatchObject({ stage: 'ehlo', cause: 'out-of-step', sample: '250 b' });
  });
});

describe('STARTTLS', () => {
  test.each([
    ['not offered', ['250-mail.test', '250 SIZE 9'], { kind: 'starttls-not-offered', masked: false }],
    ['masked in its own length', ['250-mail.test', '250 XXXXXXXA'], { kind: 'starttls-not-offered', masked: true }],
    [
      'masked with everything',
      ['250-mail.test', '250-XXXB', '250 XXXC'],
      { kind: 'starttls-not-offered', masked: true },
    ],
  ])('%s', async (_name, lines, expected) => {
    const probed = await against([greeting, ehlo, say(`${lines.join('\r\n')}\r\n`), quit], 'starttls');
    expect(failureOf(probed)).toEqual({ stage: 'starttls', secured: false, ...expected });
    await expect.poll(() => server.remaining()).toBe(0);
  });

  test.each([
    ['refused for now', '454 4.7.0 not now\r\n', { kind: 'negative-reply', command: 'STARTTLS', reply: { code: 454 } }],
    [
      'refused as unknown',
      '502 5.5.1 what?\r\n',
      { kind: 'negative-reply', command: 'STARTTLS', reply: { code: 502 } },
    ],
    ['answered with another yes', '250 ok\r\n', { kind: 'protocol-violation', cause: 'out-of-step' }],
    [
      'answered with more than 220',
      '220 go\r\n250 AUTH PLAIN\r\n',
      { cause: 'data-before-tls', sample: '250 AUTH PLAIN\r\n' },
    ],
    ['answered with half a line more', '220 go\r\n2', { cause: 'data-before-tls', sample: '2' }],
  ])('%s', async (_name, words, expected) => {
    const probed = await against([greeting, ehlo, openEhlo, starttls, say(words)], 'starttls');
    expect(failureOf(probed)).toMatchObject({ stage: 'starttls', secured: false, ...expected });
    expect(passed(probed)).toEqual(['resolve', 'connect', 'greeting', 'ehlo']);
  });

  test('what was injected before TLS stands in the transcript', async () => {
    const probed = await against([greeting, ehlo, openEhlo, starttls, say('220 go\r\n250 x\r\n')], 'starttls');
    expect(probed.endpoints[0]?.transcript.at(-1)).toMatchObject({ from: 'server', secured: false, text: '250 x' });
  });
});

describe('a peer that ends the connection', () => {
  const before: [string, Security, Line[]][] = [
    ['greeting', 'starttls', []],
    ['ehlo', 'starttls', [greeting, ehlo]],
    ['starttls', 'starttls', [greeting, ehlo, openEhlo, starttls]],
    ['tls', 'starttls', [greeting, ehlo, openEhlo, starttls, say('220 go\r\n')]],
    ['ehlo', 'starttls', [greeting, ehlo, openEhlo, ...upgrade, ehlo]],
    ['greeting', 'implicit-tls', []],
    ['ehlo', 'implicit-tls', [greeting, ehlo, say('250-half an ans')]],
  ];
  test.each(before.flatMap((given) => (['end', 'reset'] as const).map((how) => [...given, how] as const)))(
    'at %s on %s',
    async (stage, security, dialogue, how) => {
      const found = failureOf(await against([...dialogue, { close: how }], security));
      expect(found).toMatchObject({ kind: 'closed-by-peer', how });
      // A reset that follows the handshake of TCP at once may be all that connect(2) tells.
      if (dialogue.length > 0 || how === 'end') expect(found.stage).toBe(stage);
    },
  );
});

test('a cleartext port is usable without TLS facts, a STARTTLS one with those heard inside', async () => {
  const open = await against([greeting, ehlo, tlsEhlo, quit], 'cleartext');
  expect(outcomeOf(open)).not.toHaveProperty('tls');
  await server.stop();
  const secured = await against([greeting, ehlo, openEhlo, ...upgrade, ehlo, tlsEhlo, quit], 'starttls');
  expect(outcomeOf(secured)).toMatchObject({ status: 'usable', tls: { trusted: true } });
  expect(passed(secured)).toEqual(['resolve', 'connect', 'greeting', 'ehlo', 'starttls', 'tls', 'ehlo*']);
  await expect.poll(() => server.remaining()).toBe(0);
});

test('whatever a peer sends, and however it is cut, the probe settles and nothing of ours breaks', async () => {
  const piece = fc.oneof(
    fc.constantFrom('220 hi\r\n', '250-a\r\n', '250 STARTTLS\r\n', '250\n', '421 x\r\n', '\r', '\u0000', '55', '220-'),
    fc.constantFrom('SSH-2.0\r\n', '\ufeff', '\u0016\u0003\u0001\u0000\u0005hello', 'x'.repeat(5000)),
    fc.string({ maxLength: 12 }),
  );
  const given = fc.record({
    pieces: fc.array(piece, { maxLength: 8 }),
    reset: fc.boolean(),
    security: fc.constantFrom<Security>('implicit-tls', 'starttls', 'cleartext'),
  });
  const open = await new Promise<net.Server>((resolve) => {
    const listening = net.createServer();
    listening.listen(0, '127.0.0.1', () => resolve(listening));
  });
  let script: { pieces: string[]; reset: boolean } = { pieces: [], reset: false };
  open.on('connection', (socket) => {
    socket.on('error', () => socket.destroy());
    socket.setNoDelay(true);
    const { pieces, reset } = script;
    void (async () => {
      for (const part of pieces) {
        socket.write(part);
        await new Promise(setImmediate);
      }
      if (reset) socket.resetAndDestroy();
      else socket.end();
    })();
  });
  const { port } = open.address() as net.AddressInfo;
  await fc.assert(
    fc.asyncProperty(given, async ({ pieces, reset, security }) => {
      script = { pieces, reset };
      const probed = await probe(on(port, security, '127.0.0.1'));
      expect(probed.unexpected).toEqual([]);
      expect(outcomeOf(probed)?.status).toMatch(security === 'cleartext' ? /^(failed|usable)$/ : /^failed$/);
    }),
    { numRuns: 150 },
  );
  open.close();
});
