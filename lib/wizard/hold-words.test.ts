import { expect, it } from 'vitest';
import { clockTime, roughly, untilNextWords } from './hold-words';

const at = (text: string) => Date.parse(text);
const now = at('2026-11-25T13:50:00Z');

it.each([
  ['2026-11-25T14:05:00Z', 'UTC', '14:05'],
  ['2026-11-25T14:04:01Z', 'UTC', '14:05'],
  ['2026-11-25T14:05:00Z', 'Europe/Berlin', '15:05'],
  ['2026-11-26T00:00:00Z', 'UTC', 'tomorrow at 00:00'],
  ['2026-11-25T23:30:00Z', 'Europe/Berlin', 'tomorrow at 00:30'],
  ['2026-11-26T13:50:00Z', 'UTC', 'tomorrow at 13:50'],
])('until %s in %s', (until, zone, words) => {
  expect(clockTime(at(until), now, zone)).toBe(words);
});

it.each([
  [900_000, 'about 15 minutes'],
  [899_001, 'about 15 minutes'],
  [60_001, 'about 2 minutes'],
  [60_000, 'less than a minute'],
  [1, 'less than a minute'],
  [3_600_000, 'about 1 hour'],
  [86_400_000, 'about 24 hours'],
])('%d ms are %s', (left, words) => {
  expect(roughly(now + left, now)).toBe(words);
});

it.each([900_000, 899_001, 60_001, 60_000, 1])('words change when they have to, %d ms before the end', (left) => {
  const step = untilNextWords(now + left, now);
  expect(step).toBeGreaterThan(0);
  expect(step).toBeLessThanOrEqual(60_000);
  expect(roughly(now + left, now + step - 1)).toBe(roughly(now + left, now));
});
