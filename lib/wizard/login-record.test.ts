import { describe, expect, it } from 'vitest';
import type { DeliveryOutcome, Stage } from '@/lib/smtp/outcome';
import {
  heldUntil,
  isWaitOver,
  readWaits,
  refusalsToFear,
  storedWaits,
  withAttempt,
  type Login,
  type LoginRecord,
} from './login-record';

const shop: Login = { host: 'mail.example.com', username: 'shop', isSecret: false };
const accepted: DeliveryOutcome = { status: 'accepted', reply: { code: 250, text: ['ok'] }, messageId: 'a@b' };
const answered = (code: number, stage: Stage = 'auth'): DeliveryOutcome => ({
  status: 'failed',
  failure: { stage, secured: true, kind: 'negative-reply', reply: { code, text: ['no'] }, command: '' },
});
const silent = (stage: Stage): DeliveryOutcome => ({
  status: 'failed',
  failure: { stage, secured: true, kind: 'timed-out', afterMs: 30_000, bytes: 0 },
});

type Step = readonly [DeliveryOutcome, number?];
const now = 1_000_000;

/** Attempts a second apart. */
const after = (...steps: readonly Step[]): readonly LoginRecord[] =>
  steps.reduce<readonly LoginRecord[]>(
    (records, [outcome, waitSeconds], index) =>
      withAttempt(records, shop, { outcome, waitSeconds, at: now + index * 1000 }),
    [],
  );

describe('a login that was asked to wait', () => {
  const held = after([answered(421), 900]);

  it('is held until then and no longer', () => {
    expect(heldUntil(held, shop, now)).toBe(now + 900_000);
    expect(heldUntil(held, shop, now + 899_999)).toBe(now + 900_000);
    expect(heldUntil(held, shop, now + 900_000)).toBeUndefined();
    expect([0, 899_999, 900_000].map((passed) => isWaitOver(held, shop, now + passed))).toEqual([false, false, true]);
    expect(isWaitOver([], shop, now)).toBe(false);
  });

  it.each([
    ['another user name', { username: 'other' }],
    ['another host', { host: 'mail.example.org' }],
    ['no login', { username: '' }],
  ])('%s is not held', (_name, other) => {
    expect(heldUntil(held, { ...shop, ...other }, now)).toBeUndefined();
  });

  it.each<[string, Step, number | undefined]>([
    ['put off again', [answered(454), 60], now + 61_000],
    ['put off by a refusal of the recipient', [answered(451, 'rcpt-to'), 300], now + 301_000],
    ['told that the password is wrong', [answered(535)], undefined],
    ['let in', [accepted], undefined],
    ['let in, and the sender refused', [answered(550, 'mail-from')], undefined],
    ['not answered', [silent('auth')], now + 900_000],
    ['not connected', [silent('connect')], now + 900_000],
    ['refused at the door', [answered(554, 'greeting')], now + 900_000],
    ['not tried', [{ status: 'not-tested', reason: 'aborted' }], now + 900_000],
  ])('then %s', (_name, step, until) => {
    expect(heldUntil(after([answered(421), 900], step), shop, now + 2000)).toBe(until);
  });

  it('is never held for more than a day', () => {
    expect(heldUntil(after([answered(421), 1e9]), shop, now)).toBe(now + 86_400_000);
  });
});

describe('refused logins', () => {
  const no: Step = [answered(535)];

  it.each<[string, readonly Step[], number | undefined]>([
    ['two', [no, no], undefined],
    ['three', [no, no, no], 3],
    ['five', [no, no, no, no, no], 5],
    ['three with a silence between', [no, no, [silent('auth')], no], 3],
    ['three with one put off between', [no, no, [answered(421), 900], no], 3],
    ['three with one let in between', [no, no, [answered(550, 'rcpt-to')], no], undefined],
    ['three, then accepted', [no, no, no, [accepted]], undefined],
  ])('%s', (_name, steps, count) => {
    expect(refusalsToFear(after(...steps), shop)).toBe(count);
  });

  it('count for their own account', () => {
    expect(refusalsToFear(after(no, no, no), { ...shop, username: 'other' })).toBeUndefined();
  });
});

describe('what is stored', () => {
  const held = after([answered(421), 900]);

  it('is host, user name and time, and outlives a reload', () => {
    const text = storedWaits(held, now);
    expect(JSON.parse(text)).toEqual([{ host: 'mail.example.com', username: 'shop', until: now + 900_000 }]);
    expect(heldUntil(readWaits(text, now + 1000), shop, now + 1000)).toBe(now + 900_000);
  });

  it('never has a user name that is a secret', () => {
    const token: Login = { ...shop, username: 'a-token', isSecret: true };
    const records = withAttempt(held, token, { outcome: answered(421), waitSeconds: 60, at: now });
    expect(heldUntil(records, token, now)).toBe(now + 60_000);
    expect(storedWaits(records, now)).not.toContain('token');
  });

  it('has nothing that is over', () => {
    expect(storedWaits(held, now + 900_000)).toBe('[]');
    expect(readWaits(storedWaits(held, now), now + 900_000)).toEqual([]);
  });

  it.each([
    ['nothing', null],
    ['no JSON', 'x'],
    ['something else', '{"a":1}'],
    ['one more key', JSON.stringify([{ host: 'h', username: 'u', until: now + 1000, password: 'x' }])],
    ['a time beyond a day', JSON.stringify([{ host: 'h', username: 'u', until: now + 86_400_001 }])],
  ])('is not believed when it is %s', (_name, text) => {
    expect(readWaits(text, now)).toEqual([]);
  });
});

it('remembers the last twenty logins', () => {
  const many = Array.from({ length: 30 }, (_none, index) => ({ ...shop, username: String(index) }));
  const records = many.reduce<readonly LoginRecord[]>(
    (sum, login) => withAttempt(sum, login, { outcome: answered(421), waitSeconds: 60, at: now }),
    [],
  );
  expect(records).toHaveLength(20);
  expect(records.at(-1)?.username).toBe('29');
});
