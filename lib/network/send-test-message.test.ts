import net, { type AddressInfo } from 'node:net';
import { SMTPServer, type SMTPServerOptions } from 'smtp-server';
import { afterEach, beforeAll, describe, expect, test } from 'vitest';
import { connectTcp } from './dial';
import { makeAuthority, type Authority, type Leaf } from './testing/certificates';
import { request, send, upToData } from './testing/send-scripted';
import { startScriptedServer } from './testing/scripted-server';
import { trustListener } from './trust';

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
      if (auth.username === 'shop' && auth.password === request(0).password) {
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
    const server = await realServer({ secure: true, authOptional: true });
    const { endpoint, from, to } = request(server.port);
    const { outcome } = await send({ endpoint, from, to });
    expect(outcome.status).toBe('accepted');
    expect(server.logins).toEqual([]);
  });
});

test('says that the password was refused, with the reply, at the login stage', async () => {
  const server = await realServer({ secure: true });
  const { outcome } = await send(request(server.port, { password: 'wrong' }));
  expect(outcome).toMatchObject({
    status: 'failed',
    failure: { stage: 'auth', secured: true, kind: 'negative-reply', reply: { code: 535 } },
  });
  expect(server.received).toEqual([]);
  expect(server.logins).toEqual(['wrong']);
});

test('sends nothing to a server whose certificate is not trusted', async () => {
  const stranger = await (await makeAuthority()).issue();
  const server = await startScriptedServer({ dialogue: [], implicitTls: true, tls: stranger });
  stops.push(() => server.stop());
  const { outcome } = await send(request(server.port));
  expect(outcome).toMatchObject({ status: 'failed', failure: { kind: 'certificate-rejected' } });
  expect(server.heard).toEqual([]);
});

describe('attempts', () => {
  test('whose fate is open when the message is settled are cancelled and do not hold it up', async () => {
    const server = await realServer({ secure: true });
    const { events } = await send(request(server.port), {
      resolve: () => Promise.resolve({ ipv4: ['127.0.0.1'], ipv6: ['2001:db8::1'] }),
      connect: (address, port) => (address === '127.0.0.1' ? connectTcp(address, port) : new net.Socket()),
    });
    const last = events.at(-1);
    expect(last?.event === 'settled' ? last.attempts.map(({ address, result }) => [address, result]) : []).toEqual([
      ['127.0.0.1', 'connected'],
      ['2001:db8::1', 'cancelled'],
    ]);
  });
});

test('stopping before the message leaves nothing that could be taken for one', async () => {
  const dialogue = [...upToData, { silence: true as const }];
  const server = await startScriptedServer({ dialogue, implicitTls: true, tls: leaf });
  stops.push(() => server.stop());
  trustListener({ address: '127.0.0.1', port: server.port, authorityPem: authority.pem });
  const stop = new AbortController();
  const sending = send(request(server.port), { signal: stop.signal });
  await expect.poll(() => server.remaining()).toBe(0);
  stop.abort();
  expect((await sending).outcome).toEqual({ status: 'not-tested', reason: 'aborted' });
  await expect.poll(() => server.connections()).toBe(0);
});
