import { describe, expect, test } from 'vitest';
import { clientKey, RequestAdmission, requestLimits } from './request-admission';
import { SlidingWindow } from './sliding-window';

describe('a client', () => {
  test.each([
    ['203.0.113.7', 1, '203.0.113.7'],
    ['1.1.1.1, 203.0.113.7', 1, '203.0.113.7'],
    ['spoofed, 203.0.113.7, 10.0.0.1', 2, '203.0.113.7'],
    ['203.0.113.7', 2, 'unknown'],
    ['', 1, 'unknown'],
    [null, 1, 'unknown'],
    ['unix:', 1, 'unknown'],
    ['::ffff:203.0.113.7', 1, '203.0.113.7'],
    ['2001:db8:1:2:3:4:5:6', 1, '8193:3512:1:2/64'],
    ['2001:DB8:1:2::9', 1, '8193:3512:1:2/64'],
  ])('behind %j with %i trusted proxies is %s', (header, proxies, expected) => {
    expect(clientKey(header, proxies)).toBe(expected);
  });
});

describe('requests', () => {
  const ask = (admission: RequestAdmission, client: string, host: string, now: number) => {
    const admitted = admission.admit(client, [host], now);
    if (admitted.admitted) admitted.leave();
    return admitted.admitted ? 0 : admitted.retryAfterSeconds;
  };

  test('of one client are counted over a minute, whatever they ask for', () => {
    const admission = new RequestAdmission();
    const times = Array.from({ length: requestLimits.perClient }, (_, index) => index * 1000);
    expect(times.map((now) => ask(admission, 'a', `host${now}`, now))).toEqual(times.map(() => 0));
    expect(ask(admission, 'a', 'another', 30_000)).toBe(30);
    expect(ask(admission, 'b', 'another', 30_000)).toBe(0);
    expect(ask(admission, 'a', 'another', 60_000)).toBe(0);
  });

  test('for one target are counted over a minute, whoever asks', () => {
    const admission = new RequestAdmission();
    const clients = Array.from({ length: requestLimits.perTarget }, (_, index) => `client${index}`);
    expect(clients.map((client) => ask(admission, client, 'mail.test', 0))).toEqual(clients.map(() => 0));
    expect(ask(admission, 'late', 'mail.test', 59_500)).toBe(1);
    expect(ask(admission, 'late', 'other.test', 59_500)).toBe(0);
  });

  test('that are refused do not count', () => {
    const admission = new RequestAdmission();
    for (let index = 0; index < 100; index += 1) ask(admission, `client${index}`, 'mail.test', index);
    expect(ask(admission, 'late', 'mail.test', 60_000 + requestLimits.perTarget)).toBe(0);
  });

  test('run at once up to a bound, for one client and for all', () => {
    const admission = new RequestAdmission();
    const mine = Array.from({ length: requestLimits.atOncePerClient }, (_, index) =>
      admission.admit('a', [`h${index}`], 0),
    );
    expect(admission.admit('a', ['more'], 0)).toEqual({ admitted: false, retryAfterSeconds: 5 });
    const [first] = mine;
    if (first?.admitted) {
      first.leave();
      first.leave();
    }
    expect(admission.admit('a', ['more'], 0).admitted).toBe(true);
    expect(admission.admit('a', ['still more'], 0).admitted).toBe(false);
    for (let index = requestLimits.atOncePerClient; index < requestLimits.atOnce; index += 1)
      expect(admission.admit(`client${index}`, [`host${index}`], 0).admitted).toBe(true);
    expect(admission.admit('one too many', ['host'], 0).admitted).toBe(false);
  });
});

test('a window forgets what is over, and says no rather than grow', () => {
  const window = new SlidingWindow(1, 1000, 3);
  window.count(['a', 'b', 'c'], 0);
  expect(window.wait(['d'], 999)).toBe(1000);
  expect(window.wait(['d'], 1000)).toBe(0);
});
