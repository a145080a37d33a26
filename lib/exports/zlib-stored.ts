// RFC 1950 §2.2: deflate with a window of 32 kB, the quickest level. RFC 1951 §3.2.4: a block that is stored as it is.
const header = [0x78, 0x01];
const lastStoredBlock = 0x01;
const modulus = 65_521;

function adler32(bytes: Uint8Array): number {
  let a = 1;
  let b = 0;
  for (const byte of bytes) {
    a = (a + byte) % modulus;
    b = (b + a) % modulus;
  }
  return ((b << 16) | a) >>> 0;
}

/** Up to 65,535 bytes → a zlib stream that holds them uncompressed: what any inflater takes, without a deflater here. */
export function zlibStored(bytes: Uint8Array): Uint8Array {
  const { length } = bytes;
  const sum = adler32(bytes);
  return Uint8Array.from([
    ...header,
    lastStoredBlock,
    length & 0xff,
    length >> 8,
    ~length & 0xff,
    (~length >> 8) & 0xff,
    ...bytes,
    sum >>> 24,
    (sum >>> 16) & 0xff,
    (sum >>> 8) & 0xff,
    sum & 0xff,
  ]);
}
