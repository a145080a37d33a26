/**
 * Proof of arrival, pure: the code that a test email carries, and what its source says of the way it took. What is
 * read here stays in the tab. The Message-ID is made from 122 random bits, and the code from its first 40, so that
 * whoever knows the one knows the other and nothing further has to be told.
 */

/** Crockford's Base32: no I, L, O and U, so that no two of them look alike. */
const alphabet = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';
const bitsPerSign = 5;
const signs = 8;

/** What people type for a sign that is not in the alphabet. */
const lookAlikes: Readonly<Record<string, string>> = { O: '0', I: '1', L: '1' };

/** A Message-ID whose left part begins with hexadecimal digits, as ours do → its code, like `K7QX-4MTP`. */
export function arrivalCode(messageId: string): string | undefined {
  const left = /^<?([0-9a-f-]+)@/i.exec(messageId)?.[1]?.replaceAll('-', '') ?? '';
  const digits = (signs * bitsPerSign) / 4;
  if (left.length < digits) return undefined;
  let rest = Number.parseInt(left.slice(0, digits), 16);
  let code = '';
  for (let index = 0; index < signs; index += 1) {
    code = (alphabet[rest % alphabet.length] ?? '') + code;
    rest = Math.floor(rest / alphabet.length);
  }
  return `${code.slice(0, 4)}-${code.slice(4)}`;
}

function plain(code: string): string {
  return code
    .normalize('NFKC')
    .toUpperCase()
    .replace(/[\s\p{P}]/gu, '')
    .replace(/[OIL]/g, (sign) => lookAlikes[sign] ?? sign);
}

export type CodeAnswer = 'same' | 'other' | 'incomplete';

/** What was typed, and the code → whether they are the same; case, blanks, hyphens and look-alikes do not matter. */
export function compareCode(typed: string, code: string): CodeAnswer {
  const [given, expected] = [plain(typed), plain(code)];
  if (given === expected) return 'same';
  return given.length < expected.length ? 'incomplete' : 'other';
}
