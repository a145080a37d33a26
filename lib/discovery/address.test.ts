import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { isOfDomain, readAddress } from './address';

describe('what is typed is an address', () => {
  test.each([
    ['ann@example.com', 'ann', 'example.com', 'example.com'],
    ['  Ann.Smith+shop@Example.COM  ', 'Ann.Smith+shop', 'example.com', 'example.com'],
    ['Ann Smith <ann@example.com>', 'ann', 'example.com', 'example.com'],
    ['"Smith, Ann" <ann@example.com>', 'ann', 'example.com', 'example.com'],
    ['<ann@example.com>', 'ann', 'example.com', 'example.com'],
    ['mailto:ann@example.com', 'ann', 'example.com', 'example.com'],
    ['MAILTO:ann%2Bshop@example.com?subject=Hello%20you', 'ann+shop', 'example.com', 'example.com'],
    ['mailto:100%@example.com', '100%', 'example.com', 'example.com'],
    ['ann@example.com.', 'ann', 'example.com', 'example.com'],
    ['ann@Bücher.example', 'ann', 'xn--bcher-kva.example', 'bücher.example'],
    ['ann@bu\u0308cher.example', 'ann', 'xn--bcher-kva.example', 'bücher.example'],
    ['用户@例え。テスト', '用户', 'xn--r8jz45g.xn--zckzah', '例え。テスト'],
    ['ann@xn--bcher-kva.example', 'ann', 'xn--bcher-kva.example', 'xn--bcher-kva.example'],
    ["o'hara@mail.co.uk", "o'hara", 'mail.co.uk', 'mail.co.uk'],
  ])('%s', (typed, local, domain, shownDomain) => {
    expect(readAddress(typed)).toEqual({ kind: 'address', local, domain, shownDomain });
  });
});

test.each([
  ['example.com', 'example.com', 'example.com'],
  [' Example.COM. ', 'example.com', 'example.com'],
  ['münchen.example', 'xn--mnchen-3ya.example', 'münchen.example'],
])('%s is a domain alone', (typed, domain, shownDomain) => {
  expect(readAddress(typed)).toEqual({ kind: 'domain', domain, shownDomain });
});

describe('what is typed is neither, and why is said', () => {
  test.each([
    ['', 'empty'],
    ['   ', 'empty'],
    ['mailto:', 'empty'],
    ['Ann <>', 'empty'],
    ['ann@', 'no-domain'],
    ['@example.com', 'no-local-part'],
    ['ann@example.com, bob@example.com', 'several'],
    ['Ann <ann@example.com>, Bob <bob@example.com>', 'several'],
    ['ann@example.com bob@example.com', 'several'],
    ['ann smith@example.com', 'blank'],
    ['ann@exam ple.com', 'blank'],
    ['"ann"@example.com', 'local-part'],
    ['a(b)@example.com', 'local-part'],
    ['ann@bob@example.com', 'local-part'],
    ['ann', 'single-label'],
    ['ann@gmail', 'single-label'],
    ['ann@localhost', 'single-label'],
    ['ann@[192.0.2.1]', 'address-literal'],
    ['ann@[IPv6:2001:db8::1]', 'address-literal'],
    ['ann@192.0.2.1', 'address-literal'],
    ['https://example.com/mail', 'web-address'],
    ['ann@example..com', 'domain-name'],
    ['ann@-example.com', 'domain-name'],
    ['ann@exa_mple.com', 'domain-name'],
    ['ann@example.com/x', 'domain-name'],
    ['ann@example.123', 'domain-name'],
    [`${'a'.repeat(65)}@example.com`, 'too-long'],
    [`${'é'.repeat(33)}@example.com`, 'too-long'],
    [`ann@${'a.'.repeat(126)}com`, 'domain-name'],
    ['ann\u0000@example.com', 'control'],
    ['ann\r\nbob@example.com', 'control'],
  ])('%j: %s', (typed, problem) => {
    const read = readAddress(typed);
    expect(read).toMatchObject({ kind: 'problem', problem });
    expect(read.kind === 'problem' && read.message).toMatch(/^[A-Z].+\.$/);
  });

  test('and what there was of it is kept', () => {
    expect(readAddress('Ann@Gmail')).toMatchObject({ local: 'Ann', typedDomain: 'gmail' });
  });
});

test('whatever is typed is answered, and what comes out can be typed again', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary', maxLength: 300 }), (typed) => {
      const read = readAddress(typed);
      if (read.kind === 'problem') return;
      const again = read.kind === 'address' ? `${read.local}@${read.domain}` : read.domain;
      expect(readAddress(again)).toMatchObject({ kind: read.kind, domain: read.domain });
    }),
  );
});

test.each([
  ['ann@example.com', 'example.com', true],
  ['ann@EXAMPLE.com', 'example.com', true],
  ['ann@bücher.example', 'xn--bcher-kva.example', true],
  ['ann@mail.example.com', 'example.com', false],
])('%s is of %s: %s', (address, domain, expected) => {
  expect(isOfDomain(address, domain)).toBe(expected);
});
