import net from 'node:net';
import { afterEach, describe, expect, test, vi } from 'vitest';
import type { Attempt } from '@/lib/probe/events';
import { deadlines } from './deadlines';
import type { Connect } from './dial';
import { failureOf, on, outcomeOf, probe, type Probed } from './testing/probe-scripted';

/** What happens to a connection attempt: it connects, fails with a code (at once, or a turn later), or nothing comes. */
type Fate = 'connects' | 'silence' | { readonly code: string; readonly when: 'at once' | 'later' };

const opened: net.Socket[] = [];
afterEach(() => {
  vi.useRealTimers();
  opened.splice(0).forEach((socket) => socket.destroy());
});

/** Sockets that the kernel never sees, so that each address can have the fate a test gives it. */
function fates(table: Readonly<Record<string, Fate>>): { connect: Connect; dialled: string[]; sockets: net.Socket[] } {
  const dialled: string[] = [];
  const sockets: net.Socket[] = [];
  const connect: Connect = (address) => {
    dialled.push(address);
    const socket = new net.Socket();
    sockets.push(socket);
    opened.push(socket);
    const fate = table[address] ?? 'silence';
    if (fate === 'connects') setImmediate(() => socket.emit('connect'));
    else if (fate !== 'silence') {
      const fail = () => void socket.destroy(Object.assign(new Error(), { code: fate.code }));
      if (fate.when === 'at once') process.nextTick(fail);
      else setImmediate(() => setImmediate(fail));
    }
    return socket;
  };
  return { connect, dialled, sockets };
}

const four = '192.0.2.1';
const six = '2001:db8::1';
const refusedLater: Fate = { code: 'ECONNREFUSED', when: 'later' };

async function dialOnly(
  table: Readonly<Record<string, Fate>>,
  addresses = { ipv4: [four], ipv6: [six] },
  family?: 4 | 6,
) {
  const { connect, dialled, sockets } = fates(table);
  const [endpoint] = on(587, 'starttls', 'mail.test');
  const endpoints = [{ ...endpoint, ...(family === undefined ? {} : { family }) }] as Parameters<typeof probe>[0];
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout', 'performance'] });
  const probing = probe(endpoints, { connect, resolve: () => Promise.resolve(addresses) });
  for (let turn = 0; turn < 20; turn += 1) await new Promise(setImmediate);
  await vi.advanceTimersByTimeAsync(deadlines.connect);
  await vi.advanceTimersByTimeAsync(deadlines.probe);
  const probed = await probing;
  return { probed, dialled, sockets, attempts: attemptsOf(probed) };
}

function attemptsOf({ events }: Probed): readonly Attempt[] {
  const last = events.at(-1);
  return last?.event === 'finished' ? last.attempts : [];
}

const kinds = (attempts: readonly Attempt[]) =>
  attempts.map(({ address, result }) => [address, typeof result === 'string' ? result : result.kind]).sort();

describe('a code of the system becomes the failure it stands for', () => {
  const unreachable = (cause: string, local: boolean) => ({ kind: 'unreachable', cause, local });
  test.each([
    ['ECONNREFUSED', 'later', { kind: 'refused' }],
    ['ECONNRESET', 'later', { kind: 'closed-by-peer', how: 'reset' }],
    ['ETIMEDOUT', 'later', { kind: 'timed-out', bytes: 0 }],
    ['ENETUNREACH', 'at once', unreachable('no-route', true)],
    ['ENETUNREACH', 'later', unreachable('no-route', false)],
    ['EADDRNOTAVAIL', 'at once', unreachable('no-route', true)],
    ['EINVAL', 'at once', unreachable('no-route', true)],
    ['EHOSTUNREACH', 'at once', unreachable('host', true)],
    ['EHOSTUNREACH', 'later', unreachable('host', false)],
    ['EACCES', 'at once', unreachable('denied-by-system', true)],
    ['EACCES', 'later', unreachable('prohibited', false)],
    ['EPERM', 'later', unreachable('denied-by-system', true)],
    ['ERR_ACCESS_DENIED', 'at once', unreachable('denied-by-system', true)],
  ] as const)('%s %s', async (code, when, expected) => {
    const { probed } = await dialOnly({ [four]: { code, when } }, { ipv4: [four], ipv6: [] });
    expect(failureOf(probed)).toMatchObject({ stage: 'connect', secured: false, ...expected });
  });

  test('one nobody foresaw is ours, and told', async () => {
    const { probed } = await dialOnly({ [four]: { code: 'EMFILE', when: 'at once' } }, { ipv4: [four], ipv6: [] });
    expect(failureOf(probed)).toEqual({ stage: 'connect', secured: false, kind: 'unexpected' });
    expect(probed.unexpected).toMatchObject([{ code: 'EMFILE' }]);
  });
});

test('a connection that cannot even be tried is a fault of ours, and nobody waits for it', async () => {
  const connect = () => {
    throw new Error('ours');
  };
  const resolve = () => Promise.resolve({ ipv4: [four], ipv6: [six] });
  const probed = await probe(on(587, 'starttls', 'mail.test'), { connect, resolve });
  expect(failureOf(probed)).toEqual({ stage: 'connect', secured: false, kind: 'unexpected' });
  expect(probed.unexpected).toHaveLength(1);
});

describe('of two families that fail, the more telling speaks for the endpoint', () => {
  const order: [string, Fate, string][] = [
    ['refused', refusedLater, 'refused'],
    ['closed', { code: 'ECONNRESET', when: 'later' }, 'closed-by-peer'],
    ['silent', 'silence', 'timed-out'],
    ['unreachable', { code: 'ENETUNREACH', when: 'at once' }, 'unreachable'],
  ];
  const pairs = order.flatMap(([name, fate, kind], index) =>
    order
      .slice(index)
      .flatMap(([other, otherFate]) => [
        [name, other, fate, otherFate, kind] as const,
        [other, name, otherFate, fate, kind] as const,
      ]),
  );
  test.each(pairs)('%s over IPv4, %s over IPv6', async (_a, _b, first, second, kind) => {
    const { probed, attempts } = await dialOnly({ [four]: first, [six]: second });
    expect(failureOf(probed).kind).toBe(kind);
    expect(attempts).toHaveLength(2);
  });
});

describe('addresses', () => {
  test('of both families are dialled at once', async () => {
    const { dialled } = await dialOnly({});
    expect(dialled).toEqual([four, six]);
  });

  test('come one after another within a family, while they fail at once', async () => {
    const ipv4 = ['192.0.2.1', '192.0.2.2', '192.0.2.3'];
    const { attempts, probed } = await dialOnly(
      { '192.0.2.1': refusedLater, '192.0.2.2': refusedLater },
      { ipv4, ipv6: [] },
    );
    expect(kinds(attempts)).toEqual([
      ['192.0.2.1', 'refused'],
      ['192.0.2.2', 'refused'],
      ['192.0.2.3', 'timed-out'],
    ]);
    expect(failureOf(probed).kind).toBe('refused');
  });

  test('after one that was silent are not tried: the time is spent', async () => {
    const { dialled, probed } = await dialOnly(
      { '192.0.2.2': 'connects' },
      { ipv4: ['192.0.2.1', '192.0.2.2'], ipv6: [] },
    );
    expect(dialled).toEqual(['192.0.2.1']);
    expect(failureOf(probed)).toEqual({ stage: 'connect', secured: false, kind: 'timed-out', afterMs: 5000, bytes: 0 });
  });

  test('of a name with very many are tried up to eight', async () => {
    const ipv4 = Array.from({ length: 50 }, (_, index) => `192.0.2.${index + 1}`);
    const { dialled } = await dialOnly(Object.fromEntries(ipv4.map((address) => [address, refusedLater])), {
      ipv4,
      ipv6: [],
    });
    expect(dialled).toHaveLength(8);
  });

  test.each([
    [4, four],
    [6, six],
  ] as const)('of the other family are left alone where IPv%i was asked for', async (family, address) => {
    const { dialled } = await dialOnly({}, { ipv4: [four], ipv6: [six] }, family);
    expect(dialled).toEqual([address]);
  });

  test.each([4, 6] as const)('of IPv%i are missing: the name has no address for this endpoint', async (family) => {
    const addresses = family === 4 ? { ipv4: [], ipv6: [six] } : { ipv4: [four], ipv6: [] };
    const { probed, dialled } = await dialOnly({}, addresses, family);
    expect(failureOf(probed)).toEqual({
      stage: 'resolve',
      secured: false,
      kind: 'name-not-found',
      cause: 'no-address',
    });
    expect(dialled).toEqual([]);
  });
});

describe('when one family connects', () => {
  test('the slower one that connects is told as connected, and closed', async () => {
    const { attempts, sockets } = await dialOnly({ [four]: 'connects', [six]: 'connects' });
    expect(kinds(attempts)).toEqual([
      [four, 'connected'],
      [six, 'connected'],
    ]);
    expect(sockets[1]?.destroyed).toBe(true);
  });

  test('the silent one does not delay the endpoint, and its fate is waited for', async () => {
    const { connect } = fates({ [four]: 'connects' });
    vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout', 'performance'] });
    const seen: string[] = [];
    const probing = probe(on(587, 'starttls', 'mail.test'), {
      connect: (address, port) => {
        const socket = connect(address, port);
        if (address === four)
          socket.once('connect', () => setImmediate(() => void socket.emit('data', Buffer.from('554 no\r\n'))));
        return socket;
      },
      resolve: () => Promise.resolve({ ipv4: [four], ipv6: [six] }),
      onEvent: ({ event, at }) => seen.push(`${event} ${at}`),
    });
    for (let turn = 0; turn < 20; turn += 1) await new Promise(setImmediate);
    expect(seen.at(-1)).toBe('endpoint-settled 0');
    await vi.advanceTimersByTimeAsync(deadlines.connect);
    const probed = await probing;
    expect(outcomeOf(probed)).toMatchObject({ failure: { kind: 'negative-reply' } });
    expect(kinds(attemptsOf(probed))).toEqual([
      [four, 'connected'],
      [six, 'timed-out'],
    ]);
    expect(seen.at(-1)).toBe('finished 5000');
  });
});
