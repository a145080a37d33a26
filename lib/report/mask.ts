/**
 * Masks what names a person. The domain of an address stays: which domain sends is what SPF, DKIM and a support desk go
 * by. The first letter stays, so that its owner can tell one from another, and the length is not told.
 */

const hidden = '***';

/** `shop` → `s***`; what is too short to hide behind its first letter → `***`. */
function maskWord(word: string): string {
  const [first = '', ...rest] = Array.from(word);
  return rest.length < 2 ? hidden : `${first}${hidden}`;
}

/** `orders@shop.test` → `o***@shop.test`; what is no address is masked as a word. */
function maskAddress(address: string): string {
  const at = address.lastIndexOf('@');
  return at < 1 ? maskWord(address) : `${maskWord(address.slice(0, at))}${address.slice(at)}`;
}

/** What an address may be made of, and a little more; each run of it is looked at once, however long. */
const run = /[^\s<>()[\],;:"\\“”‘’'`=*]+/gu;

function maskAddresses(text: string): string {
  return text.replace(run, (word) => (/[^@]@[^@]/u.test(word) ? maskAddress(word) : word));
}

const special = /[\\^$.*+?()[\]{}|/-]/g;

/** Stands alone: no part of a longer name, so that the user `mail` is found and `mail.example.com` is left as it is. */
const alone = (word: string) =>
  `(?<![\\p{L}\\p{N}._-])${word.replace(special, '\\$&')}(?![\\p{L}\\p{N}_-]|\\.[\\p{L}\\p{N}])`;

export type Mask = {
  /** A sentence of ours, in which a name may stand. */
  readonly ours: (text: string) => string;
  /** What a server said: it may also say the first part of an address alone. */
  readonly theirs: (text: string) => string;
};

function replacing(list: readonly string[]): (text: string) => string {
  const longestFirst = [...new Set(list)].filter((word) => word !== '').sort((a, b) => b.length - a.length);
  if (longestFirst.length === 0) return (text) => text;
  const pattern = new RegExp(longestFirst.map(alone).join('|'), 'giu');
  return (text) => text.replace(pattern, maskAddress);
}

/** User names, addresses and names of people → the mask that hides them, and every other address too. */
export function masker(names: readonly string[]): Mask {
  const parts = names.filter((name) => name.includes('@')).map((name) => name.slice(0, name.lastIndexOf('@')));
  const [known, first] = [replacing(names), replacing(parts)];
  const ours = (text: string) => maskAddresses(known(text));
  return { ours, theirs: (text) => first(ours(text)) };
}
