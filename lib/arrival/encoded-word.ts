/** RFC 2047, for what is shown to people. */

function quotedBytes(text: string): Uint8Array {
  const raw = text
    .replaceAll('_', ' ')
    .replace(/=([0-9a-f]{2})/gi, (_all, digits: string) => String.fromCharCode(Number.parseInt(digits, 16)));
  return Uint8Array.from(raw, (sign) => sign.charCodeAt(0) & 255);
}

function decode(charset: string, encoding: string, text: string): string | undefined {
  try {
    const bytes =
      encoding.toLowerCase() === 'b' ? Uint8Array.from(atob(text), (sign) => sign.charCodeAt(0)) : quotedBytes(text);
    return new TextDecoder(charset.replace(/\*.*$/, '')).decode(bytes);
  } catch {
    return undefined; // an unknown character set or broken base64 is shown as it was written
  }
}

/** A field's value → the same with its encoded words in clear; those that stand side by side grow together (§6.2). */
export function decodeWords(value: string): string {
  return value
    .replace(/(\?=)\s+(?==\?)/g, '$1')
    .replace(/=\?([^?\s]+)\?([bq])\?([^?\s]*)\?=/gi, (whole, charset: string, encoding: string, text: string) => {
      return decode(charset, encoding, text) ?? whole;
    });
}
