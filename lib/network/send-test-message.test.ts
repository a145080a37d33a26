import { SMTPServer, type SMTPServerOptions } from 'smtp-server';
import type { AddressInfo } from 'node:net';
import { afterEach, beforeAll, describe, expect, test } from 'vitest';
import type { MessageEvent } from '@/lib/probe/events';
import type { MessageRequest } from '@/lib/settings/message-request';
import type { DeliveryOutcome } from '@/lib/smtp/outcome';
import { sendTestMessage } from './send-test-message';
import { makeAuthority, type Authority, type Leaf } from './testing/certificates';
import { startScriptedServer, type Line } from './testing/scripted-server';
import { trustListener } from './trust';

const canary = 'cAn4ry p"as\\s$w0rd%é';
let authority: Authority;
let leaf: Leaf;
const stops: (() => unknown)[] = [];

beforeAll(async () => {
  authority = await makeAuthority();
  leaf = await authority.issue();
});
afterEach(async () => {
  await Promise.all(stops.splice(0).map((stop) => stop()));
});

type Received = { raw: string; from: string; to: string[]; user: string };

/** An independent peer, so that our scripted server and our client cannot share a mistake. */
async function realServer(
  options: SMTPServerOptions = {},
): Promise<{ port: number; received: Received[]; logins: string[] }> {
  const received: Received[] = [];
  const logins: string[] = [];
  const server = new SMTPServer({
    ...leaf,
    onAuth(auth, _session, callback) {
      logins.push(auth.password ?? '');
      if (auth.username === 'shop' && auth.password === canary) {
        callback(null, { user: 'shop' });
        return;
      }
      callback(Object.assign(new Error('5.7.8 Authentication failed'), { responseCode: 535 }));
    },
    onData(stream, session, callback) {
      const chunks: Buffer[] = [];
      stream.on('data', (chunk: Buffer) => chunks.push(chunk));
      stream.on('end', () => {
        const { mailFrom, rcptTo } = session.envelope;
        received.push({
          raw: Buffer.concat(chunks).toString(),
          from: mailFrom === false ? '' : mailFrom.address,
          to: rcptTo.map(({ address }) => address),
          user: String(session.user),
        });
        callback(null, '2.0.0 Ok: queued as 4XyZ12');
      });
    },
    ...options,
  });
  server.on('error', () => undefined);
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  stops.push(() => new Promise<void>((resolve) => server.close(() => resolve())));
  const { port } = server.server.address() as AddressInfo;
  trustListener({ address: '127.0.0.1', port, authorityPem: authority.pem });
  return { port, received, logins };
}

async function scripted(
  dialogue: Line[],
): Promise<{ port: number; heard: readonly string[]; remaining: () => number }> {
  const server = await startScriptedServer({ dialogue, implicitTls: true, tls: leaf });
  stops.push(() => server.stop());
  trustListener({ address: '127.0.0.1', port: server.port, authorityPem: authority.pem });
  return server;
}

function request(port: number, change: Partial<MessageRequest> = {}): MessageRequest {
  return {
    endpoint: { host: 'localhost', port, security: 'starttls' },
    username: 'shop',
    password: canary,
    from: { name: 'The Shop', address: 'shop@example.test' },
    to: 'owner@example.test',
    ...change,
  };
}

async function send(
  message: MessageRequest,
  signal = new AbortController().signal,
): Promise<{ events: MessageEvent[]; outcome: DeliveryOutcome; text: string }> {
  const unexpected: unknown[] = [];
  const events: MessageEvent[] = [];
  for await (const event of sendTestMessage(message, {
    mode: 'local',
    signal,
    onUnexpected: (error) => unexpected.push(error),
  }))
    events.push(event);
  expect(unexpected).toEqual([]);
  const last = events.at(-1);
  if (last?.event !== 'settled') throw new Error('the message did not settle');
  return { events, outcome: last.outcome, text: JSON.stringify(events) };
}

const implicit = (port: number) => ({ endpoint: { host: 'localhost', port, security: 'implicit-tls' as const } });
const opening: Line[] = [
  { say: '220 mail.test\r\n' },
  { expect: /^EHLO/ },
  { say: '250-mail.test\r\n250 AUTH PLAIN\r\n' },
];
const envelope: Line[] = [
  { expect: /^AUTH PLAIN / },
  { say: '235 ok\r\n' },
  { expect: /^MAIL FROM:/ },
  { say: '250 ok\r\n' },
  { expect: /^RCPT TO:/ },
  { say: '250 ok\r\n' },
  { expect: /^DATA$/ },
];

describe('a message that is accepted', () => {
  test.each(['starttls', 'implicit-tls'] as const)(
    'arrives over %s with the login, and says nothing of this machine',
    async (security) => {
      const server = await realServer({ secure: security === 'implicit-tls' });
      const { outcome, events } = await send(
        request(server.port, { endpoint: { host: 'localhost', port: server.port, security } }),
      );
      expect(outcome).toMatchObject({ status: 'accepted', reply: { code: 250 }, queueId: '4XyZ12' });
      expect(server.received).toHaveLength(1);
      const [mail] = server.received;
      expect(mail).toMatchObject({ from: 'shop@example.test', to: ['owner@example.test'], user: 'shop' });
      expect(mail?.raw).toMatch(/^Message-ID: <[^@]+@example\.test>\r$/m);
      expect(mail?.raw).toMatch(/^Auto-Submitted: auto-generated\r$/m);
      expect(events.flatMap((event) => (event.event === 'stage-passed' && event.secured ? [event.stage] : []))).toEqual(
        expect.arrayContaining(['ehlo', 'auth', 'mail-from', 'rcpt-to', 'data']),
      );
    },
  );

  test('needs no login where none is asked for', async () => {
    const server = await realServer({ authOptional: true });
    const { endpoint, from, to } = request(server.port);
    const { outcome } = await send({ endpoint, from, to });
    expect(outcome.status).toBe('accepted');
    expect(server.logins).toEqual([]);
  });
});

describe('a message that fails', () => {
  test('says that the password was refused, with the reply, at the login stage', async () => {
    const server = await realServer();
    const { outcome } = await send(request(server.port, { password: 'wrong' }));
    expect(outcome).toMatchObject({
      status: 'failed',
      failure: { stage: 'auth', secured: true, kind: 'negative-reply', reply: { code: 535 } },
    });
    expect(server.received).toEqual([]);
  });

  test.each([
    ['only XOAUTH2', '250-mail.test\r\n250 AUTH XOAUTH2\r\n', ['XOAUTH2']],
    ['no AUTH at all', '250 mail.test\r\n', []],
  ])('sends no credential where the server offers %s', async (_name, answer, mechanisms) => {
    const server = await scripted([
      { say: '220 mail.test\r\n' },
      { expect: /^EHLO/ },
      { say: answer },
      { expect: /^QUIT$/ },
    ]);
    const { outcome } = await send(request(server.port, implicit(server.port)));
    expect(outcome).toMatchObject({ status: 'failed', failure: { kind: 'auth-not-offered', mechanisms } });
    expect(server.heard.join('\n')).not.toMatch(/AUTH|MAIL/);
  });

  test('sends nothing to a server whose certificate is not trusted', async () => {
    const other = await makeAuthority();
    const server = await startScriptedServer({ dialogue: [], implicitTls: true, tls: await other.issue() });
    stops.push(() => server.stop());
    const { outcome } = await send(request(server.port, implicit(server.port)));
    expect(outcome).toMatchObject({ status: 'failed', failure: { kind: 'certificate-rejected' } });
    expect(server.heard).toEqual([]);
  });

  test('takes a refusal after the final dot for what it is', async () => {
    const server = await scripted([
      ...opening,
      ...envelope,
      { say: '354 go\r\n' },
      { takeBody: true },
      { say: '550 5.7.1 not verified\r\n' },
    ]);
    const { outcome } = await send(request(server.port, implicit(server.port)));
    expect(outcome).toMatchObject({
      status: 'failed',
      failure: { stage: 'data', kind: 'negative-reply', reply: { code: 550, enhanced: '5.7.1' } },
    });
  });

  test.each(['end', 'reset'] as const)(
    'calls the outcome unknown when the connection ends after the final dot (%s)',
    async (close) => {
      const server = await scripted([...opening, ...envelope, { say: '354 go\r\n' }, { takeBody: true }, { close }]);
      const { outcome } = await send(request(server.port, implicit(server.port)));
      expect(outcome).toMatchObject({ status: 'outcome-unknown', failure: { stage: 'data', kind: 'closed-by-peer' } });
      expect(server.remaining()).toBe(0);
    },
  );
});

describe('the password', () => {
  test('is in nothing that is told, even when the server echoes it in pieces and encodings', async () => {
    const half = Math.ceil(canary.length / 2);
    const base64 = Buffer.from(canary).toString('base64');
    const plain = Buffer.from(`\u0000shop\u0000${canary}`).toString('base64');
    const echo = `535-5.7.8 you said ${canary}\r\n535-5.7.8 ${canary.slice(0, half)}\r\n535-${canary.slice(half)}\r\n535-${base64}\r\n535-${plain}\r\n535-${encodeURIComponent(canary)}\r\n535 ${Buffer.from(canary).toString('hex')}\r\n`;
    const server = await scripted([...opening, { expect: /^AUTH PLAIN / }, { say: Buffer.from(echo) }]);
    const { text, outcome } = await send(request(server.port, implicit(server.port)));
    expect(outcome).toMatchObject({ status: 'failed', failure: { stage: 'auth', reply: { code: 535 } } });
    for (const form of [
      canary,
      JSON.stringify(canary).slice(1, -1),
      canary.slice(0, half),
      canary.slice(half),
      base64,
      plain,
      encodeURIComponent(canary),
      Buffer.from(canary).toString('hex'),
    ])
      expect(text).not.toContain(form);
    expect(server.remaining()).toBe(0);
  });
});

test('stopping before the final dot resets the message', async () => {
  const stop = new AbortController();
  const server = await scripted([...opening, ...envelope, { silence: true }]);
  const events: MessageEvent[] = [];
  for await (const event of sendTestMessage(request(server.port, implicit(server.port)), {
    mode: 'local',
    signal: stop.signal,
    onUnexpected: () => undefined,
  })) {
    events.push(event);
    if (event.event === 'stage-started' && event.stage === 'data') stop.abort();
  }
  expect(events.at(-1)).toMatchObject({ event: 'settled', outcome: { status: 'not-tested', reason: 'aborted' } });
});
