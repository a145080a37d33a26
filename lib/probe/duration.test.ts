import { expect, it } from 'vitest';
import { duration, durationInWords } from './duration';

it.each([
  [0, '1 second'],
  [1, '1 second'],
  [44.2, '45 seconds'],
  [60, '1 minute'],
  [61, '2 minutes'],
  [900, '15 minutes'],
  [3541, '1 hour'],
  [3600, '1 hour'],
  [5400, '1 hour 30 minutes'],
  [7201, '2 hours 1 minute'],
  [86_400, '24 hours'],
])('%d seconds are %s', (seconds, words) => {
  expect(durationInWords(seconds)).toBe(words);
});

it.each([
  [0, '0 s'],
  [61_000, '1 min 1 s'],
  [120_000, '2 min'],
  [7_800_000, '2 h 10 min'],
])('%i milliseconds are told as %s', (ms, words) => {
  expect(duration(ms)).toBe(words);
});
