import { expect, it } from 'vitest';
import { searchMeaning } from './search-meaning';

it.each([
  ['', 45, 'nothing'],
  ['  ', 45, 'nothing'],
  ['gmail', 1, 'name'],
  ['smtp.gmail.com', 1, 'name'],
  ['nobody', 0, 'name'],
  ['nobody.', 0, 'name'],
  ['example.com', 0, 'address'],
  ['ann@gmail.com', 0, 'address'],
  ['Ann <ann@example.com>', 0, 'address'],
] as const)('%j with %i providers that fit means %s', (text, fitting, expected) => {
  expect(searchMeaning(text, fitting)).toBe(expected);
});
