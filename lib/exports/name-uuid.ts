// FNV-1a with 128 bits (draft-eastlake-fnv): a spread of the text, not a secret. RFC 9562 §5.8 leaves the making of version 8 open.
const offset = 0x6c62272e07bb014262b821756295c58dn;
const prime = 0x0000000001000000000000000000013bn;
const mask = (1n << 128n) - 1n;

/** A text → always the same UUID, so that what is made from it anew takes the old one's place. */
export function nameUuid(text: string): string {
  let hash = offset;
  for (const byte of new TextEncoder().encode(text)) hash = ((hash ^ BigInt(byte)) * prime) & mask;
  const digits = hash.toString(16).padStart(32, '0');
  const variant = '89AB'.charAt(Number.parseInt(digits.charAt(16), 16) & 3);
  const groups = [
    digits.slice(0, 8),
    digits.slice(8, 12),
    `8${digits.slice(13, 16)}`,
    `${variant}${digits.slice(17, 20)}`,
    digits.slice(20),
  ];
  return groups.join('-').toUpperCase();
}
