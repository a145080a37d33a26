import fc from 'fast-check';
import { expect, test } from 'vitest';
import { arrivalCode, compareCode } from './code';
import { code, messageId } from './testing/sources';

test('a Message-ID gives its code, whatever stands in its right part', () => {
  expect(arrivalCode(messageId)).toBe(code);
  expect(arrivalCode(messageId.replace('shop.example', 'elsewhere.example'))).toBe(code);
});

test('a Message-ID that is not ours gives none', () => {
  for (const id of ['', '<CAF=x@mail.example>', '<12-3@mail.example>', 'no id'])
    expect(arrivalCode(id)).toBeUndefined();
});

test('every code is typable and differs in each of its 40 bits', () => {
  fc.assert(
    fc.property(fc.uuid({ version: 4 }), fc.nat({ max: 9 }), (id, place) => {
      const digits = id.replaceAll('-', '');
      const flipped = (Number.parseInt(digits[place] ?? '0', 16) ^ 1).toString(16);
      const other = digits.slice(0, place) + flipped + digits.slice(place + 1);
      expect(arrivalCode(`<${id}@a.example>`)).toMatch(/^[0-9A-HJKMNP-TV-Z]{4}-[0-9A-HJKMNP-TV-Z]{4}$/);
      expect(arrivalCode(`<${other}@a.example>`)).not.toBe(arrivalCode(`<${id}@a.example>`));
    }),
  );
});

test.each([
  ['7WN9-R7KQ', 'same'],
  ['7wn9 r7kq', 'same'],
  ['  7WN9R7KQ\n', 'same'],
  ['7WN9–R7KQ.', 'same'],
  ['７ＷＮ９-R7KQ', 'same'],
  ['7WN9-R7K', 'incomplete'],
  ['', 'incomplete'],
  ['7WN9-R7KR', 'other'],
  ['7WN9-R7KQ1', 'other'],
] as const)('what was typed as %j is %s', (typed, answer) => {
  expect(compareCode(typed, code)).toBe(answer);
});

test('an O is taken for a zero, and an I and an L for a one', () => {
  expect(compareCode('oO0o-il1L', '0000-1111')).toBe('same');
});
