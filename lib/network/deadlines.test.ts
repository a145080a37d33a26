import net from 'node:net';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import type { Stage } from '@/lib/smtp/outcome';
import { deadlines, patienceFor } from './deadlines';
import { connectTcp } from './dial';
import { failureOf, on, probe, type Probed } from './testing/probe-scripted';

/** A server whose every byte the test sends, a client whose every byte it sees, and a clock that only the test moves. */
const stops: (() => unknown)[] = [];
let peers: net.Socket[] = [];
let clients: net.Socket[] = [];
let heard = '';

async function puppetServer(): Promise<number> {
  const server = net.createServer((socket) => {
    peers.push(socket);
    socket.on('error', () => socket.destroy());
    socket.on('data', (chunk: Buffer) => (heard += chunk.toString()));
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  stops.push(() => {
    peers.forEach((peer) => peer.destroy());
    server.close();
  });
  return (server.address() as net.AddressInfo).port;
}

const connect = (address: string, port: number): net.Socket => {
  const socket = connectTcp(address, port);
  clients.push(socket);
  return socket;
};

beforeEach(() => {
  peers = [];
  clients = [];
  heard = '';
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout', 'performance'] });
});
afterEach(async () => {
  vi.useRealTimers();
  await Promise.all(stops.splice(0).map((stop) => stop()));
});

const turn = () => new Promise<void>((resolve) => void setImmediate(resolve));

async function until(isSo: () => boolean): Promise<void> {
  while (!isSo()) await turn();
}

async function say(text: string): Promise<void> {
  await until(() => peers.length > 0);
  const before = clients[0]?.bytesRead ?? 0;
  peers[0]?.write(text);
  await until(() => (clients[0]?.bytesRead ?? 0) >= before + text.length);
  await turn();
}

const wait = (ms: number) => vi.advanceTimersByTimeAsync(ms);
const hear = (words: string) => until(() => heard.includes(words));

/** Starts a probe of one STARTTLS port; `settle` comes back with how it ended. */
async function start(): Promise<{ settle: () => Promise<Probed> }> {
  const port = await puppetServer();
  const probing = probe(on(port, 'starttls', '127.0.0.1'), { connect });
  return { settle: () => probing };
}

const ehloReply = '250-mail.test\r\n250 STARTTLS\r\n';

describe('a peer that drips one byte a second does not get more time', () => {
  test.each<[Stage, () => Promise<void>, number, string]>([
    ['greeting', () => Promise.resolve(), deadlines.greeting, '220 a very slow greeting'],
    ['ehlo', () => say('220 hi\r\n').then(() => hear('EHLO')), deadlines.ehlo, '250-a very slow answer'],
    [
      'starttls',
      async () => {
        await say('220 hi\r\n');
        await hear('EHLO');
        await say(ehloReply);
        await hear('STARTTLS');
      },
      deadlines.starttls,
      '220 a very slow answer',
    ],
  ])('at %s', async (stage, reach, limit, words) => {
    const { settle } = await start();
    await reach();
    const seconds = limit / 1000;
    for (let second = 0; second < seconds; second += 1) {
      await say(words.charAt(second));
      await wait(1000);
    }
    expect(failureOf(await settle())).toEqual({
      stage,
      secured: false,
      kind: 'timed-out',
      afterMs: limit,
      bytes: seconds,
    });
  });
});

test('what came before the time was over stands in the transcript', async () => {
  const { settle } = await start();
  await say('220-half a greet');
  await wait(deadlines.greeting);
  expect((await settle()).endpoints[0]?.transcript.map(({ text }) => text)).toEqual(['220-half a greet']);
});

describe('the whole probe is over after 30 seconds', () => {
  test('and ends as timed out at the stage where it stood, not as aborted', async () => {
    const { settle } = await start();
    await until(() => peers.length > 0);
    await wait(14_000);
    await say('220 hi\r\n');
    await hear('EHLO');
    await wait(9_000);
    await say(ehloReply);
    await hear('STARTTLS');
    await wait(7_000);
    const probed = await settle();
    expect(failureOf(probed)).toEqual({
      stage: 'starttls',
      secured: false,
      kind: 'timed-out',
      afterMs: 7000,
      bytes: 0,
    });
    expect(probed.events.at(-1)?.at).toBeLessThanOrEqual(30_000);
  });

  test('and who had not had a turn by then is not tested', async () => {
    const ports = await Promise.all(Array.from({ length: 11 }, puppetServer));
    const endpoints = ports.map((port) => ({ host: 'mail.test', port, security: 'starttls' as const }));
    const resolve = () => Promise.resolve({ ipv4: ['127.0.0.1'], ipv6: [] });
    const probing = probe(endpoints, { connect, resolve });
    await until(() => peers.length === endpoints.length);
    await wait(15_000);
    await wait(15_000);
    const ends = (await probing).endpoints.map(({ outcome }) =>
      outcome?.status === 'failed' ? outcome.failure.kind : outcome?.status,
    );
    expect(ends.filter((end) => end === 'timed-out')).toHaveLength(10);
    expect(ends.filter((end) => end === 'not-tested')).toHaveLength(1);
  });
});

test('patience is a stage’s own deadline, or what is left of the run', () => {
  let now = 0;
  const patience = patienceFor(deadlines.probe, () => now);
  expect(patience('greeting')).toBe(deadlines.greeting);
  expect(patience('run')).toBe(deadlines.probe);
  now = 20_000;
  expect(patience('greeting')).toBe(10_000);
  expect(patience('connect')).toBe(deadlines.connect);
  now = 31_000;
  expect(patience('greeting')).toBe(1);
});
