import { afterEach, describe, expect, test, vi } from 'vitest';
import type { Failure } from '@/lib/smtp/outcome';
import { deadlines } from './deadlines';
import { ConversationAborted, ConversationFailed } from './failure-thrown';
import type { Addresses } from './addresses';
import { resolveHost, type Questions } from './resolve';
import { askSystem } from './system-lookup';

/** Addresses, a c-ares code, or `silence`, perhaps after a while. */
type Answer = readonly string[] | string | { readonly afterMs: number; readonly answer: readonly string[] | string };
const silence = new Promise<never>(() => undefined);

afterEach(() => {
  vi.useRealTimers();
});

/** A resolver that answers as told: addresses, a c-ares code, either after a time, or nothing. */
function asked(four: Answer, six: Answer, system?: Addresses | 'silence') {
  const calls: string[] = [];
  const reply = async (answer: Answer): Promise<string[]> => {
    if (answer === 'silence') return silence;
    if (typeof answer === 'object' && 'afterMs' in answer) {
      await new Promise((resolve) => setTimeout(resolve, answer.afterMs));
      return reply(answer.answer);
    }
    if (typeof answer === 'string') throw Object.assign(new Error(), { code: answer });
    return [...answer];
  };
  const questions: Questions = {
    dns: {
      resolve4: () => (calls.push('A'), reply(four)),
      resolve6: () => (calls.push('AAAA'), reply(six)),
      cancel: () => void calls.push('cancel'),
    },
    system: () => {
      calls.push('system');
      return system === 'silence' ? silence : Promise.resolve(system);
    },
  };
  return { questions, calls };
}

const never = new AbortController().signal;

async function failureOf(resolving: Promise<unknown>): Promise<Failure> {
  const thrown: unknown = await resolving.then(
    () => undefined,
    (error: unknown) => error,
  );
  if (!(thrown instanceof ConversationFailed)) throw new Error(`expected a failure, got ${String(thrown)}`);
  return thrown.failure;
}

describe('what the name server says', () => {
  test.each([
    ['ENOTFOUND', 'ENOTFOUND', { kind: 'name-not-found', cause: 'no-such-name' }],
    ['ENODATA', 'ENODATA', { kind: 'name-not-found', cause: 'no-address' }],
    ['ENODATA', 'ENOTFOUND', { kind: 'name-not-found', cause: 'no-such-name' }],
    ['ENOTFOUND', 'ETIMEOUT', { kind: 'name-not-found', cause: 'no-such-name' }],
    ['ENODATA', 'ESERVFAIL', { kind: 'resolver-failed', cause: 'broken' }],
    ['ESERVFAIL', 'ESERVFAIL', { kind: 'resolver-failed', cause: 'broken' }],
    ['EREFUSED', 'EREFUSED', { kind: 'resolver-failed', cause: 'refused' }],
    ['ETIMEOUT', 'ETIMEOUT', { kind: 'resolver-failed', cause: 'silent' }],
    ['ECONNREFUSED', 'ECONNREFUSED', { kind: 'resolver-failed', cause: 'silent' }],
    ['EFORMERR', 'ENOTIMP', { kind: 'resolver-failed', cause: 'broken' }],
  ])('%s and %s', async (four, six, expected) => {
    const { questions, calls } = asked(four, six);
    const failure = await failureOf(resolveHost('mail.test', never, questions));
    expect(failure).toEqual({ stage: 'resolve', secured: false, ...expected });
    expect(calls).toEqual(['A', 'AAAA', 'system', 'cancel']);
  });

  test('is enough when one family has addresses', async () => {
    const { questions } = asked(['192.0.2.1', '192.0.2.2'], 'ESERVFAIL');
    expect(await resolveHost('mail.test', never, questions)).toEqual({ ipv4: ['192.0.2.1', '192.0.2.2'], ipv6: [] });
  });

  test('gives way to the hosts file where it knows nothing', async () => {
    const { questions } = asked('ENOTFOUND', 'ENOTFOUND', { ipv4: ['127.0.1.1'], ipv6: [] });
    expect(await resolveHost('mail.test', never, questions)).toEqual({ ipv4: ['127.0.1.1'], ipv6: [] });
  });
});

describe('silence', () => {
  test('of one family costs two seconds when the other has answered', async () => {
    vi.useFakeTimers();
    const { questions } = asked(['192.0.2.1'], 'silence');
    const resolving = resolveHost('mail.test', never, questions);
    await vi.advanceTimersByTimeAsync(2000);
    expect(await resolving).toEqual({ ipv4: ['192.0.2.1'], ipv6: [] });
  });

  test('that ends within two seconds loses no family', async () => {
    vi.useFakeTimers();
    const { questions } = asked(['192.0.2.1'], { afterMs: 1500, answer: ['2001:db8::1'] });
    const resolving = resolveHost('mail.test', never, questions);
    await vi.advanceTimersByTimeAsync(1500);
    expect(await resolving).toEqual({ ipv4: ['192.0.2.1'], ipv6: ['2001:db8::1'] });
  });

  test('of the name server leads to the hosts file after three seconds', async () => {
    vi.useFakeTimers();
    const { questions } = asked('silence', 'silence', { ipv4: ['127.0.1.1'], ipv6: [] });
    const resolving = resolveHost('mail.test', never, questions);
    await vi.advanceTimersByTimeAsync(3000);
    expect(await resolving).toEqual({ ipv4: ['127.0.1.1'], ipv6: [] });
  });

  test('of everybody ends after ten seconds', async () => {
    vi.useFakeTimers();
    const { questions, calls } = asked('silence', 'silence', 'silence');
    const failing = failureOf(resolveHost('mail.test', never, questions));
    await vi.advanceTimersByTimeAsync(deadlines.resolve);
    expect(await failing).toEqual({ stage: 'resolve', secured: false, kind: 'resolver-failed', cause: 'silent' });
    expect(calls.at(-1)).toBe('cancel');
  });

  test('is cut short when the person stops', async () => {
    const stop = new AbortController();
    const { questions, calls } = asked('silence', 'silence');
    const resolving = resolveHost('mail.test', stop.signal, questions);
    stop.abort();
    await expect(resolving).rejects.toBeInstanceOf(ConversationAborted);
    expect(calls.at(-1)).toBe('cancel');
    await expect(resolveHost('mail.test', stop.signal, questions)).rejects.toBeInstanceOf(ConversationAborted);
  });
});

describe('names that are special', () => {
  test.each(['localhost', 'mail.localhost'])('%s is never asked of a name server', async (host) => {
    const { questions, calls } = asked('silence', 'silence', undefined);
    expect(await resolveHost(host, never, questions)).toEqual({ ipv4: ['127.0.0.1'], ipv6: ['::1'] });
    expect(calls).toEqual(['system', 'cancel']);
  });

  test('a single label is asked of the system as well, at once', async () => {
    const { questions, calls } = asked('ENOTFOUND', 'ENOTFOUND', { ipv4: ['172.17.0.2'], ipv6: [] });
    expect(await resolveHost('mailpit', never, questions)).toEqual({ ipv4: ['172.17.0.2'], ipv6: [] });
    expect(calls[0]).toBe('system');
  });

  test.each([
    ['192.0.2.1', { ipv4: ['192.0.2.1'], ipv6: [] }],
    ['2001:db8::1', { ipv4: [], ipv6: ['2001:db8::1'] }],
  ])('%s is an address and asked of nobody', async (host, expected) => {
    const { questions, calls } = asked('silence', 'silence');
    expect(await resolveHost(host, never, questions)).toEqual(expected);
    expect(calls).toEqual([]);
  });
});

test('the system is asked by two at a time, and not by who has gone', async () => {
  const asking: (() => void)[] = [];
  const lookup = () =>
    new Promise<{ address: string; family: number }[]>((resolve) => {
      asking.push(() => resolve([{ address: '127.0.0.1', family: 4 }]));
    });
  const gone = new AbortController();
  const first = askSystem('a', never, lookup);
  const second = askSystem('b', never, lookup);
  const third = askSystem('c', gone.signal, lookup);
  await new Promise(setImmediate);
  expect(asking).toHaveLength(2);
  gone.abort();
  asking.forEach((answer) => answer());
  expect(await Promise.all([first, second, third])).toEqual([
    { ipv4: ['127.0.0.1'], ipv6: [] },
    { ipv4: ['127.0.0.1'], ipv6: [] },
    undefined,
  ]);
  expect(asking).toHaveLength(2);
});
