import * as fc from 'fast-check';
import * as z from 'zod/mini';
import { describe, expect, test } from 'vitest';
import { addressDomain, addressSchema, byteLength, credentialSchema, displayNameSchema, hasControl } from './address';

const schema = addressSchema('Enter an address');

describe('an address', () => {
  test.each([
    ['me@example.com', 'me@example.com'],
    ['  me@example.com\n', 'me@example.com'],
    ['me+tag@mail.example.com', 'me+tag@mail.example.com'],
    ["o'neil/x=y@example.com", "o'neil/x=y@example.com"],
    ['root@localhost', 'root@localhost'],
    ['jürgen@bücher.example', 'jürgen@bücher.example'],
    [`${'a'.repeat(242)}@example.com`, `${'a'.repeat(242)}@example.com`],
  ])('%j is taken as %s', (typed, expected) => expect(z.parse(schema, typed)).toBe(expected));

  test.each([
    ['nothing', ''],
    ['no @', 'example.com'],
    ['two @', 'a@b@example.com'],
    ['no name', '@example.com'],
    ['no domain', 'me@'],
    ['a domain that begins with a dot', 'me@.example.com'],
    ['a blank inside', 'me @example.com'],
    ['a display name', 'Me <me@example.com>'],
    ['two addresses', 'me@example.com,you@example.com'],
    ['two addresses with a semicolon', 'me@example.com;you@example.com'],
    ['a quoted name', '"me"@example.com'],
    ['a comment', 'me(x)@example.com'],
    ['a line break', 'me@example.com\r\nRCPT TO:<you@example.com>'],
    ['a NUL', 'me\u0000@example.com'],
    ['a DEL', 'me\u007f@example.com'],
    ['a C1 control character', 'me\u0085@example.com'],
    ['a line separator', 'me\u2028@example.com'],
    ['255 letters', `${'a'.repeat(243)}@example.com`],
    ['no text at all', undefined],
  ])('is refused with %s, in the words given', (_name, typed) => {
    expect(z.safeParse(schema, typed).error?.issues.map(({ message }) => message)).toEqual(['Enter an address']);
  });

  test('never holds anything that could end a line or an address, whatever is typed', () => {
    const part = fc.constantFrom(
      'me',
      '@',
      'example.com',
      '\r\n',
      '<',
      '>',
      ' ',
      '\u0000',
      '\u0085',
      '\u2029',
      'é',
      '.',
    );
    const text = fc.oneof(
      fc.array(part, { maxLength: 6 }).map((parts) => parts.join('')),
      fc.string({ unit: 'binary' }),
    );
    fc.assert(
      fc.property(text, (typed) => {
        const { data } = z.safeParse(schema, typed);
        if (data === undefined) return;
        expect(data).not.toMatch(/[\s<>\u0000-\u001f\u007f-\u009f\u2028\u2029]/);
        expect(data.split('@')).toHaveLength(2);
      }),
      { numRuns: 1000 },
    );
  });

  test.each([
    ['me@Example.COM', 'example.com'],
    ['a@b@c.example', 'c.example'],
  ])('%s is at %s', (address, domain) => expect(addressDomain(address)).toBe(domain));
});

test.each([
  ['', false],
  ['plain text, é, 🔑', false],
  ['tab\t', true],
  ['\u0000', true],
  ['\u007f', true],
  ['\u009f', true],
  ['\u00a0', false],
  ['\u2028', true],
  ['\u2029', true],
])('hasControl(%j) is %s', (text, expected) => expect(hasControl(text)).toBe(expected));

describe('a user name or password', () => {
  const password = credentialSchema('Password');
  test.each(['', ' with blanks ', 'p"as\\s$w0rd%é🔑', 'x'.repeat(1024), 'é'.repeat(512)])('%s stays as it is', (text) =>
    expect(z.parse(password, text)).toBe(text),
  );
  test.each([
    ['x'.repeat(1025), 'Password must be at most 1,024 bytes long'],
    ['é'.repeat(513), 'Password must be at most 1,024 bytes long'],
    ['a\r\nb', 'Password must be one line without control characters'],
    ['a\u0000b', 'Password must be one line without control characters'],
  ])('%.20s is refused: %s', (text, message) =>
    expect(z.safeParse(password, text).error?.issues.map((issue) => issue.message)).toEqual([message]),
  );
  test('counts bytes, not letters', () => expect(['', 'a', 'é', '🔑'].map(byteLength)).toEqual([0, 1, 2, 4]));
});

describe('a sender name', () => {
  test.each([
    ['  The Shop ', 'The Shop'],
    ['', ''],
    ['x'.repeat(200), 'x'.repeat(200)],
  ])('%.20j is taken', (typed, expected) => expect(z.parse(displayNameSchema, typed)).toBe(expected));
  test.each(['x'.repeat(201), 'Shop\r\nBcc: you@example.com', 'Shop\u0000', 'Shop\u2028x'])(
    '%.20j is refused',
    (typed) => expect(z.safeParse(displayNameSchema, typed).success).toBe(false),
  );
});
