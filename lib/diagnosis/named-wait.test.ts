import fc from 'fast-check';
import { expect, it } from 'vitest';
import { namedWait } from './named-wait';

const reply = (...text: string[]) => ({ code: 450, text });

it.each([
  ['Too many login attempts, try again in 15 minutes', 900],
  ['Too many failed logins. Please try again after 5 min.', 300],
  ['4.7.1 Rate limit exceeded, retry after 300 seconds', 300],
  ['Please retry in 45s', 45],
  ['greylisted, please try again in five minutes', 300],
  ['Greylisted for 300 seconds (see http://postgrey.example/)', 300],
  ['4.7.1 Greylisting in action, please come back in 00:04:59', 299],
  ['account locked for 30 minutes', 1800],
  ['Your address is blocked for 1 hour', 3600],
  ['temporarily locked out for an hour', 3600],
  ['you must wait 60 seconds before the next login', 60],
  ['please wait at least 2 hours', 7200],
  ['Try again in 1 hour and 30 minutes', 5400],
  ['try again in 1h 30m', 5400],
  ['Slow down. Retry-After: 120', 120],
  ['throttled, retry after 90', 90],
  ['Try again in 24 hours', 86_400],
])('%s', (words, seconds) => {
  expect(namedWait(reply(words))).toBe(seconds);
});

it('reads over the ends of lines and their enhanced codes', () => {
  expect(namedWait(reply('4.7.0 Too many login attempts, please try', '4.7.0 again in 15', '4.7.0 minutes.'))).toBe(
    900,
  );
});

it.each([
  'Too many login attempts, please try again later',
  'try again in a few minutes',
  'try again in 25 hours',
  'try again in 7 days',
  'try again in 0 seconds',
  'try again in 99999 minutes',
  'try again in 123456 seconds',
  'Your password expires in 5 minutes',
  'Mailbox created 10 minutes ago',
  'queued for 4 hours',
  'Timeout after 300 seconds',
  'at most 20 messages in 60 minutes',
  'retry after 20 days',
  'retry after 300 attempts',
  'see https://mail.example/try-again-in-15-minutes',
  'try again in 5 miles',
  '',
])('names no time that can be waited for: %s', (words) => {
  expect(namedWait(reply(words))).toBeUndefined();
});

it('stays within a second and a day whatever a server says', () => {
  const word = fc.constantFrom(
    'try',
    'again',
    'in',
    'wait',
    'for',
    'retry',
    'after',
    '99999',
    'an',
    'h',
    'm',
    ':',
    '00:00:00',
    'hours',
  );
  fc.assert(
    fc.property(fc.array(fc.oneof(word, fc.string()), { maxLength: 60 }), (words) => {
      const seconds = namedWait(reply(words.join(' ')));
      expect(seconds === undefined || (seconds >= 1 && seconds <= 86_400)).toBe(true);
    }),
  );
});

it('is done at once with a reply as long as they come', () => {
  expect(namedWait(reply(...Array.from({ length: 100 }, () => 'try again in a '.repeat(260))))).toBeUndefined();
});
