import { expect, it } from 'vitest';
import { masker } from './mask';

const mask = masker(['orders@shop.test', 'shop', 'Jane Smith', 'ann@example.org', "o'brien+mail@shop.test", '']);

it.each([
  ['orders@shop.test', 'o***@shop.test'],
  ['The sender ORDERS@SHOP.TEST was refused', 'The sender O***@SHOP.TEST was refused'],
  ['Log in as shop.', 'Log in as s***.'],
  ['Jane Smith <ann@example.org>', 'J*** <a***@example.org>'],
  ['“orders@shop.test” and bob@elsewhere.test', '“o***@shop.test” and b***@elsewhere.test'],
  ["not local: o'brien+mail@shop.test", 'not local: o***@shop.test'],
  ['jörg@exämple.test', 'j***@exämple.test'],
  ['a@b.test, ab@b.test, abc@b.test', '***@b.test, ***@b.test, a***@b.test'],
  ['for=<carol@shop.test>', 'for=<c***@shop.test>'],
  // Names of hosts and longer words stay as they are.
  ['smtp.shop.test, shop-mail, workshop', 'smtp.shop.test, shop-mail, workshop'],
  ['Port 465 works', 'Port 465 works'],
])('%s → %s', (text, masked) => {
  expect(mask.ours(text)).toBe(masked);
});

it('a server also says the first part of an address alone', () => {
  expect(mask.theirs('550 user ann unknown, orders ok')).toBe('550 user a*** unknown, o*** ok');
  expect(mask.ours('the orders of a shop')).toBe('the orders of a s***');
});

it('what is masked does not change when it is masked again, and no name means no change', () => {
  expect(mask.theirs(mask.theirs('orders@shop.test, shop'))).toBe('o***@shop.test, s***');
  expect(masker([]).theirs('shop, (a|b)*')).toBe('shop, (a|b)*');
});

it('a name may hold what means something else in a pattern', () => {
  expect(masker(['a|b(c', '[shop]$', 'x\\y+z']).ours('a|b(c or [shop]$ or x\\y+z or abc')).toBe(
    'a*** or [*** or x*** or abc',
  );
});
