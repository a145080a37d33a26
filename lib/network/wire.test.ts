import * as fc from 'fast-check';
import net from 'node:net';
import { afterEach, describe, expect, test } from 'vitest';
import type { Failure } from '@/lib/smtp/outcome';
import { replyLimits } from '@/lib/smtp/reply';
import { Connection } from './connection';
import { ConversationAborted, ConversationFailed } from './failure-thrown';
import { Transcript } from './transcript';
import { Wire } from './wire';

/** A socket that never connected, though it has a peer: what "arrives" on it is what a test emits. */
function wireOver(): { socket: net.Socket; wire: Wire; transcript: Transcript } {
  const socket = new net.Socket();
  Object.defineProperty(socket, 'remoteAddress', { value: '192.0.2.1' });
  opened.push(socket);
  const transcript = new Transcript(() => 0);
  return { socket, transcript, wire: new Wire(new Connection(socket), false, transcript) };
}
const opened: net.Socket[] = [];
afterEach(() => opened.splice(0).forEach((socket) => socket.destroy()));

const patience = 20_000;
const never = new AbortController().signal;
const read = (wire: Wire, signal: AbortSignal = never, ms = patience) => wire.readReply('greeting', ms, signal);

async function failureOf(reading: Promise<unknown>): Promise<Failure> {
  const thrown: unknown = await reading.then(
    () => undefined,
    (error: unknown) => error,
  );
  if (!(thrown instanceof ConversationFailed)) throw new Error(`expected a failure, got ${String(thrown)}`);
  return thrown.failure;
}

/** Replies until the first failure, as comparable values. The sample depends on how much had come, the verdict must not. */
async function conversation(chunks: readonly Uint8Array[], ending: 'end' | 'reset'): Promise<unknown[]> {
  const { socket, wire } = wireOver();
  const feed = (async () => {
    for (const chunk of chunks) {
      socket.emit('data', Buffer.from(chunk));
      await Promise.resolve();
    }
    if (ending === 'end') socket.emit('end');
    else socket.emit('error', Object.assign(new Error('reset'), { code: 'ECONNRESET' }));
  })();
  const seen: unknown[] = [];
  try {
    for (;;) seen.push(await read(wire));
  } catch (error) {
    if (!(error instanceof ConversationFailed)) throw error;
    const { failure } = error;
    seen.push(failure.kind === 'protocol-violation' ? { ...failure, sample: '' } : failure);
  }
  await feed;
  return seen;
}

function split(bytes: Uint8Array, cuts: readonly number[]): Uint8Array[] {
  const at = [0, ...cuts.map((cut) => cut % (bytes.length + 1)).sort((a, b) => a - b), bytes.length];
  return at.slice(1).map((end, index) => bytes.subarray(at[index], end));
}

const piece = fc.oneof(
  fc.constantFrom('220 hi\r\n', '250-a\r\n', '250 b\n', '250\r\n', '55', '0 5.1.1 no\r\n', '\r', '\n', '\u0000', 'é'),
  fc.constantFrom('250-\ufeff\r\n', '\ufeff', 'SSH-2.0\r\n', '2500 x\r\n', '250\rx\r\n', '* OK\r\n'),
  fc.string({ maxLength: 8 }),
);
const words = fc.array(piece, { maxLength: 12 }).map((list) => new TextEncoder().encode(list.join('')));
const raw = fc.uint8Array({ maxLength: 60 });
const stream = fc.oneof(
  words,
  raw,
  fc.tuple(words, raw).map(([a, b]) => Uint8Array.from([...a, ...b])),
);

describe('however the network splits the bytes', () => {
  const cuts = fc.array(fc.nat({ max: 300 }), { maxLength: 12 });
  test('the replies and the failure are the same', async () => {
    await fc.assert(
      fc.asyncProperty(stream, cuts, fc.constantFrom('end', 'reset'), async (bytes, places, ending) => {
        const whole = await conversation([bytes], ending);
        expect(await conversation(split(bytes, places), ending)).toEqual(whole);
        expect(await conversation(split(bytes, [...bytes.keys()]), ending)).toEqual(whole);
      }),
      { numRuns: 500 },
    );
  });
});

describe('what a hostile peer sends stays bounded', () => {
  const long = Buffer.alloc(50_000, 'x');
  test.each([
    ['an endless line', [Buffer.from('220 '), long, long, long], 'too-long'],
    ['an endless reply', Array.from({ length: 400 }, () => Buffer.from(`220-${'x'.repeat(1000)}\r\n`)), 'too-long'],
    ['too many lines', Array.from({ length: 400 }, () => Buffer.from('220-\r\n')), 'too-long'],
    ['endless NUL', [Buffer.alloc(50_000), Buffer.alloc(50_000)], 'not-smtp'],
    ['endless bare CR', [Buffer.alloc(50_000, '\r')], 'not-smtp'],
    ['endless bare LF', [Buffer.alloc(50_000, '\n')], 'not-smtp'],
    ['endless invalid UTF-8', [Buffer.from('220 '), Buffer.alloc(50_000, 0xff)], 'too-long'],
  ])('%s', async (_name, chunks, cause) => {
    const { socket, wire } = wireOver();
    const reading = failureOf(read(wire));
    for (const chunk of chunks) socket.emit('data', chunk);
    for (let more = 0; more < 50; more += 1) socket.emit('data', long);
    expect(await reading).toMatchObject({ kind: 'protocol-violation', cause, stage: 'greeting', secured: false });
    expect(wire.unread).toBeLessThanOrEqual(replyLimits.bytes + replyLimits.lineBytes + long.length);
    expect(socket.isPaused()).toBe(true);
  });
});

test('a reply that comes byte by byte costs about as much as one that comes at once', async () => {
  const { socket, wire } = wireOver();
  const bytes = Buffer.from(`${`220-${'x'.repeat(640)}\r\n`.repeat(99)}220 x\r\n`);
  const reading = read(wire);
  const before = process.cpuUsage();
  for (const byte of bytes) {
    socket.emit('data', Buffer.from([byte]));
    await Promise.resolve();
  }
  expect((await reading).text).toHaveLength(100);
  const { user, system } = process.cpuUsage(before);
  expect(user + system).toBeLessThan(2_000_000);
});

describe('waiting ends', () => {
  test('at the deadline, with the bytes that came', async () => {
    const { socket, wire } = wireOver();
    const reading = failureOf(read(wire, never, 20));
    socket.emit('data', Buffer.from('220-ha'));
    expect(await reading).toMatchObject({ kind: 'timed-out', afterMs: 20, bytes: 6 });
  });

  test('when the person stops, before and while it lasts', async () => {
    const stop = new AbortController();
    const { wire } = wireOver();
    const reading = read(wire, stop.signal);
    stop.abort();
    await expect(reading).rejects.toBeInstanceOf(ConversationAborted);
    await expect(read(wire, stop.signal)).rejects.toBeInstanceOf(ConversationAborted);
  });

  test('when the peer is gone, but not before a reply that had come was read', async () => {
    const { socket, wire, transcript } = wireOver();
    socket.emit('data', Buffer.from('220 hi\r\n25'));
    socket.emit('end');
    socket.emit('close');
    expect(await read(wire)).toEqual({ code: 220, text: ['hi'] });
    expect(await failureOf(read(wire))).toMatchObject({ kind: 'closed-by-peer', how: 'end' });
    expect(transcript.lines().map(({ text }) => text)).toEqual(['220 hi', '25']);
  });
});

describe('what came unasked', () => {
  const send = (wire: Wire) => wire.send(['EHLO me'], { stage: 'ehlo', secured: false }, patience, never);

  test('keeps the next command from being sent', async () => {
    const { socket, wire, transcript } = wireOver();
    socket.emit('data', Buffer.from('250 early\r\n'));
    expect(await failureOf(send(wire))).toMatchObject({ stage: 'ehlo', cause: 'out-of-step', sample: '250 early' });
    expect(transcript.lines().filter(({ from }) => from === 'client')).toEqual([]);
  });

  test.each([[['421 4.3.2 closing\r\n']], [['4', '21 4.3.2 clo', 'sing\r\n']]])(
    'is the server closing when it is a 421, however it is split: %j',
    async (chunks) => {
      const { socket, wire } = wireOver();
      socket.emit('data', Buffer.from(chunks[0] ?? ''));
      const sending = failureOf(send(wire));
      for (const chunk of chunks.slice(1)) socket.emit('data', Buffer.from(chunk));
      expect(await sending).toMatchObject({ kind: 'negative-reply', reply: { code: 421 }, command: '' });
    },
  );

  test('is handed over on release, and nothing is listened to afterwards', () => {
    const { socket, wire } = wireOver();
    socket.emit('data', Buffer.from('250 early\r\n'));
    expect(wire.release().toString()).toBe('250 early\r\n');
    socket.emit('data', Buffer.from('more'));
    expect(wire.unread).toBe(11);
  });
});
