import net from 'node:net';
import { afterEach, beforeAll, describe, expect, test, vi } from 'vitest';
import { connectTcp } from './dial';
import { makeAuthority, type Authority, type Leaf } from './testing/certificates';
import { ehlo, failureOf, greeting, on, openEhlo, probe, starttls } from './testing/probe-scripted';
import { startScriptedServer, type ScriptOptions } from './testing/scripted-server';
import { trustListener } from './trust';

let authority: Authority;
let leaf: Leaf;
const stops: (() => unknown)[] = [];
beforeAll(async () => {
  authority = await makeAuthority();
  leaf = await authority.issue();
});
afterEach(async () => {
  vi.useRealTimers();
  await Promise.all(stops.splice(0).map((stop) => stop()));
});

async function scripted(options: ScriptOptions): Promise<number> {
  const server = await startScriptedServer(options);
  stops.push(() => server.stop());
  trustListener({ address: '127.0.0.1', port: server.port, authorityPem: authority.pem });
  return server.port;
}

/** Says these bytes to whoever connects, and then ends or waits. */
async function rawServer(bytes: string, after: 'end' | 'reset' | 'wait'): Promise<number> {
  const open = new Set<net.Socket>();
  const server = net.createServer((socket) => {
    open.add(socket);
    socket.on('error', () => socket.destroy());
    socket.once('data', () => {
      socket.write(Buffer.from(bytes, 'latin1'));
      if (after === 'end') socket.end();
      if (after === 'reset') socket.resetAndDestroy();
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  stops.push(() => {
    open.forEach((socket) => socket.destroy());
    server.close();
  });
  return (server.address() as net.AddressInfo).port;
}

describe('a peer that answers the handshake with something else', () => {
  test.each([
    ['SMTP', '220 mail.test ESMTP\r\n', 'peer-speaks-cleartext'],
    ['a refusal in SMTP', '554 5.7.1 go away\r\n', 'peer-speaks-cleartext'],
    ['SSH', 'SSH-2.0-OpenSSH_9.2\r\n', 'peer-speaks-cleartext'],
    ['IMAP', '* OK [CAPABILITY IMAP4rev1] ready\r\n', 'peer-speaks-cleartext'],
    ['POP3', '+OK ready\r\n', 'peer-speaks-cleartext'],
    ['HTTP', 'HTTP/1.1 400 Bad Request\r\n\r\n', 'peer-speaks-cleartext'],
    ['an alert about the version', '\x15\x03\x01\x00\x02\x02\x46', 'no-common-version'],
    ['an alert that says only that it failed', '\x15\x03\x03\x00\x02\x02\x28', 'other'],
    ['an alert about the name', '\x15\x03\x03\x00\x02\x02\x70', 'other'],
    ['a record that is too long', `\x16\x03\x03\xff\xff${'x'.repeat(70_000)}`, 'other'],
    ['a broken handshake message', '\x16\x03\x03\x00\x04xxxx', 'other'],
  ])('%s', async (_name, bytes, reason) => {
    for (const after of ['wait', 'end'] as const) {
      const failure = failureOf(await probe(on(await rawServer(bytes, after), 'implicit-tls')));
      expect(failure).toMatchObject({ stage: 'tls', secured: false, kind: 'tls-failed', reason });
      expect(failure).toHaveProperty('code', expect.stringMatching(/^ERR_SSL_/));
    }
  });

  test('cleartext after a STARTTLS that was answered with 220 is no encryption either', async () => {
    const port = await scripted({
      dialogue: [greeting, ehlo, openEhlo, starttls, { say: '220 go\r\n' }, { hear: /./s }, { say: '500 what?\r\n' }],
    });
    expect(failureOf(await probe(on(port, 'starttls')))).toMatchObject({
      stage: 'tls',
      kind: 'tls-failed',
      reason: 'peer-speaks-cleartext',
    });
  });
});

describe('a peer that ends the connection in the handshake', () => {
  test.each([
    ['says nothing and closes', '', 'end', 'end'],
    ['says half a record and closes', '\x16\x03', 'end', 'end'],
    ['half a reply and closes', '22', 'end', 'end'],
    ['an alert that it closes', '\x15\x03\x03\x00\x02\x01\x00', 'wait', 'end'],
    ['resets', '', 'reset', 'reset'],
  ] as const)('%s', async (_name, bytes, after, how) => {
    expect(failureOf(await probe(on(await rawServer(bytes, after), 'implicit-tls')))).toEqual({
      stage: 'tls',
      secured: false,
      kind: 'closed-by-peer',
      how,
    });
  });
});

describe('a server whose TLS does not fit ours', () => {
  test.each(['TLSv1', 'TLSv1.1'] as const)('%s is no common version', async (version) => {
    const tls = { ...leaf, minVersion: version, maxVersion: version, ciphers: 'ALL@SECLEVEL=0' };
    const port = await scripted({ dialogue: [], implicitTls: true, tls });
    expect(failureOf(await probe(on(port, 'implicit-tls')))).toMatchObject({
      kind: 'tls-failed',
      reason: 'no-common-version',
    });
  });

  test.each(['TLSv1.2', 'TLSv1.3'] as const)(
    'a client certificate wanted over %s is our failure to encrypt',
    async (version) => {
      const tls = { ...leaf, minVersion: version, maxVersion: version, requestCert: true, rejectUnauthorized: true };
      const port = await scripted({ dialogue: [], implicitTls: true, tls });
      const failure = failureOf(await probe(on(port, 'implicit-tls')));
      expect(failure).toMatchObject({ kind: 'tls-failed', reason: 'other' });
      // Under TLS 1.3 the client is done before the server can object (RFC 8446 §4.4.2.4).
      expect(failure).toMatchObject(version === 'TLSv1.3' ? { stage: 'greeting', secured: true } : { stage: 'tls' });
    },
  );
});

test.each(['', '\x16'])(
  'a handshake that never ends is cut off after 10 s, with what came counted: %j',
  async (bytes) => {
    const port = await rawServer(bytes, 'wait');
    const sockets: net.Socket[] = [];
    const connect = (address: string, to: number) => {
      const socket = connectTcp(address, to);
      sockets.push(socket);
      return socket;
    };
    vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout', 'performance'] });
    const letTimePass = async () => {
      while (!sockets.some(({ bytesRead }) => bytesRead >= bytes.length)) await new Promise(setImmediate);
      await vi.advanceTimersByTimeAsync(10_000);
    };
    const probed = await probe(on(port, 'implicit-tls'), {
      connect,
      onEvent: (event) => {
        if (event.event === 'stage-started' && event.stage === 'tls') void letTimePass();
      },
    });
    const failure = { stage: 'tls', secured: false, kind: 'timed-out', afterMs: 10_000, bytes: bytes.length };
    expect(failureOf(probed)).toEqual(failure);
  },
);
