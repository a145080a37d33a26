import { expect, test } from 'vitest';
import { slipsBetween } from './slips';

test.each([
  ['gmail.com', 'gmail.com', 0],
  ['gmial.com', 'gmail.com', 1],
  ['gmal.com', 'gmail.com', 1],
  ['gmaill.com', 'gmail.com', 1],
  ['gmsil.com', 'gmail.com', 1],
  ['gmsil.cmo', 'gmail.com', 2],
  ['', 'abc', 3],
  ['abc', '', 3],
  ['', '', 0],
])('%j is so many slips from %j: %i', (typed, meant, slips) => {
  expect(slipsBetween(typed, meant)).toBe(slips);
  expect(slipsBetween(meant, typed)).toBe(slips);
});
