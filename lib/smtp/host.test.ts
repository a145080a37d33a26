import * as fc from 'fast-check';
import * as z from 'zod/mini';
import { describe, expect, test } from 'vitest';
import { hostSchema, isIPv4, isIPv6, normalizeHost } from './host';

const label63 = 'a'.repeat(63);
const name253 = [label63, label63, label63, 'a'.repeat(61)].join('.');

describe('a typed host becomes the form that is dialled', () => {
  test.each([
    ['smtp.example.com', 'smtp.example.com'],
    ['  SMTP.Example.COM\t', 'smtp.example.com'],
    ['smtp.example.com.', 'smtp.example.com'],
    ['localhost', 'localhost'],
    ['mail_1.example.com', 'mail_1.example.com'],
    ['0x0.st', '0x0.st'],
    ['1and1.example', '1and1.example'],
    ['3.mail.example', '3.mail.example'],
    ['xn--bcher-kva.example', 'xn--bcher-kva.example'],
    ['Bücher.example', 'xn--bcher-kva.example'],
    ['bücher。example', 'xn--bcher-kva.example'],
    ['ｓｍｔｐ.example.com', 'smtp.example.com'],
    ['192.0.2.25', '192.0.2.25'],
    ['255.255.255.255', '255.255.255.255'],
    ['::1', '::1'],
    ['2001:DB8::25', '2001:db8::25'],
    ['::ffff:192.0.2.1', '::ffff:192.0.2.1'],
    [name253, name253],
    [`${name253}.`, name253],
  ])('%s → %s', (typed, expected) => {
    expect(normalizeHost(typed)).toBe(expected);
    expect(z.parse(hostSchema, typed)).toBe(expected);
  });
});

describe('what is neither a name nor an address is refused', () => {
  test.each([
    ['nothing', ''],
    ['blanks', '   '],
    ['only a dot', '.'],
    ['two final dots', 'example.com..'],
    ['an empty label', 'smtp..example.com'],
    ['a leading dot', '.example.com'],
    ['a blank inside', 'smtp example.com'],
    ['a no-break space inside', 'smtp\u00a0example.com'],
    ['a line break inside', 'smtp.example.com\r\nQUIT'],
    ['a NUL', 'smtp\u0000.example.com'],
    ['a DEL', 'smtp\u007f.example.com'],
    ['a C1 control character', 'smtp\u0085.example.com'],
    ['a hyphen first', '-smtp.example.com'],
    ['a hyphen last', 'smtp-.example.com'],
    ['a label of 64 letters', `${label63}a.example.com`],
    ['a name of 254 letters', `${name253}a`],
    ['a long name that is only short before it is ASCII', `${'ü'.repeat(60)}.example`],
    ['a port', 'smtp.example.com:587'],
    ['a URL', 'smtp://smtp.example.com'],
    ['a path', 'smtp.example.com/x'],
    ['an address', 'me@example.com'],
    ['a percent sign', 'smtp%2eexample.com'],
    ['IPv4 shorthand', '127.1'],
    ['three numbers', '1.2.3'],
    ['one number', '2130706433'],
    ['octal numbers', '0177.0.0.1'],
    ['hexadecimal numbers', '0x7f.0.0.1'],
    ['one hexadecimal number', '0x7f000001'],
    ['a hexadecimal number last', '127.0.0x1'],
    ['a number above 255', '192.0.2.256'],
    ['five numbers', '1.2.3.4.5'],
    ['a numeric last label', 'smtp.example.123'],
    ['IPv4 shorthand behind another dot', '127。1'],
    ['IPv4 in other digits', '１２７.1'],
    ['IPv6 in brackets', '[::1]'],
    ['IPv6 with a zone', 'fe80::1%eth0'],
    ['IPv6 with a port after it', '::1]:25'],
    ['IPv6 with a path after it', '::1]/x'],
    ['IPv6 with a command after it', '::1]#\r\nQUIT'],
    ['IPv6 with a line break inside', '2001:db8\r\n::1'],
    ['IPv6 with a tab inside', '::\t1'],
    ['IPv6 with nine groups', '1:2:3:4:5:6:7:8:9'],
    ['IPv6 with two gaps', '1::2::3'],
  ])('%s', (_name, typed) => {
    expect(normalizeHost(typed)).toBeUndefined();
    expect(z.safeParse(hostSchema, typed).success).toBe(false);
  });
});

describe('the reason is said in words', () => {
  test.each([
    ['  ', "Enter your mail server's host name, like smtp.example.com"],
    ['me@example.com', 'Enter a host name, not an email address'],
    ['smtp example', 'Host names use only letters, numbers, dots and hyphens'],
  ])('%j', (typed, message) => {
    expect(z.safeParse(hostSchema, typed).error?.issues.map((issue) => issue.message)).toEqual([message]);
  });
});

describe('whatever is typed', () => {
  const text = fc.oneof(
    fc.string({ unit: 'grapheme', maxLength: 40 }),
    fc.string({ unit: 'binary', maxLength: 40 }),
    fc
      .array(fc.constantFrom(...'aZ09.-_:[]/#?%@\\\r\n\t\u0000é。１İ'.split('')), { maxLength: 20 })
      .map((letters) => letters.join('')),
    fc.ipV4Extended(),
    fc.ipV6(),
    fc.domain(),
  );

  test('nothing throws, and what comes out is plain ASCII that stays as it is', () => {
    fc.assert(
      fc.property(text, (typed) => {
        const host = normalizeHost(typed);
        if (host === undefined) return;
        expect(host).toMatch(/^[a-z0-9._:-]{1,253}$/);
        expect(normalizeHost(host)).toBe(host);
        expect(isIPv4(host) || isIPv6(host) || !/^[\d.]+$/.test(host)).toBe(true);
      }),
      { numRuns: 3000 },
    );
  });

  test('every address literal is taken', () => {
    fc.assert(fc.property(fc.ipV4(), (address) => isIPv4(address) && normalizeHost(address) === address));
    fc.assert(fc.property(fc.ipV6(), (address) => isIPv6(address) && normalizeHost(address) === address.toLowerCase()));
  });
});
