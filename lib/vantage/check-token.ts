/**
 * How a result travels: `outport1.<run>.<packing>.<content>.<signature>`, in a URL's fragment or cut into lines to paste.
 * `z` is raw deflate (RFC 1951), `j` is plain JSON, both base64url; the signature is HMAC-SHA256 (RFC 2104) over all
 * that stands before its dot, so nothing is unpacked that was not signed.
 */
import { byteLength } from '@/lib/smtp/address';

export const blockBegin = '-----BEGIN OUTPORT RESULT-----';
export const blockEnd = '-----END OUTPORT RESULT-----';

/** The name in the fragment of the address that a result comes back to. */
export const fragmentName = 'check-result';

/** Neither the text nor what it unpacks to may be longer. */
export const mostBytes = 65_536;

export type CheckToken = {
  readonly run: string;
  readonly isPacked: boolean;
  readonly content: string;
  /** What the signature is over. */
  readonly signed: string;
  readonly signature: string;
};
export type TokenProblem = 'oversized' | 'no-result' | 'truncated' | 'other-version';

/** The signature of SHA-256 is 32 bytes. */
const signatureLetters = 43;

function findWord(text: string): string | undefined {
  const begin = text.indexOf(blockBegin);
  if (begin === -1) return new RegExp(`(?:${fragmentName}=|^\\s*)(outport\\d+\\.[\\w.-]*)`).exec(text)?.[1];
  const end = text.indexOf(blockEnd, begin);
  // Without its end it is cut off, whatever it holds. Mail programs quote with >.
  return end === -1 ? '' : text.slice(begin + blockBegin.length, end).replace(/[\s>]/g, '');
}

/** A fragment, an address with one, or pasted text → the parts of the result in it, or why there are none. */
export function findToken(text: string): CheckToken | TokenProblem {
  if (text.length > mostBytes || byteLength(text) > mostBytes) return 'oversized';
  const word = findWord(text);
  if (word === undefined) return text.includes(blockEnd) ? 'truncated' : 'no-result';
  const [version, run, packing, content, signature, ...more] = word.split('.');
  if (word !== '' && version !== 'outport1') return /^outport\d+$/.test(version ?? '') ? 'other-version' : 'no-result';
  if (run === undefined || packing === undefined || content === undefined || signature === undefined)
    return 'truncated';
  if (signature.length < signatureLetters) return 'truncated';
  if (more.length > 0 || !/^[zj]$/.test(packing)) return 'no-result';
  return { run, isPacked: packing === 'z', content, signed: word.slice(0, word.lastIndexOf('.')), signature };
}

/** base64url → bytes, or undefined when it is not base64url. */
export function fromBase64url(text: string): Uint8Array<ArrayBuffer> | undefined {
  if (!/^[\w-]*$/.test(text)) return undefined;
  try {
    return Uint8Array.from(atob(text.replace(/-/g, '+').replace(/_/g, '/')), (letter) => letter.charCodeAt(0));
  } catch {
    return undefined; // a length that no bytes have
  }
}

/** Whether the secret, base64url, made this signature. Web Crypto compares in constant time. */
export async function isSigned({ signed, signature }: CheckToken, secret: string): Promise<boolean> {
  const [key, bytes] = [fromBase64url(secret), fromBase64url(signature)];
  if (key === undefined || bytes === undefined) return false;
  const hmac = { name: 'HMAC', hash: 'SHA-256' };
  const imported = await crypto.subtle.importKey('raw', key, hmac, false, ['verify']);
  return crypto.subtle.verify('HMAC', imported, bytes, new TextEncoder().encode(signed));
}

/** Inflates, but stops as soon as it is more than is taken: a few bytes can stand for a great many. */
async function inflate(bytes: Uint8Array<ArrayBuffer>): Promise<Uint8Array | 'oversized' | undefined> {
  const reader = new Blob([bytes]).stream().pipeThrough(new DecompressionStream('deflate-raw')).getReader();
  const parts: Uint8Array[] = [];
  let size = 0;
  try {
    for (;;) {
      const { done, value } = await reader.read();
      if (done) return new Uint8Array(await new Blob(parts as BlobPart[]).arrayBuffer());
      size += value.length;
      if (size > mostBytes) return 'oversized';
      parts.push(value);
    }
  } catch {
    return undefined; // not deflate
  } finally {
    await reader.cancel().catch(() => undefined); // nothing is left to be done about a stream that is broken
  }
}

/** A token whose signature holds → the JSON value in it, `oversized`, or undefined when it cannot be read. */
export async function unpack({ isPacked, content }: CheckToken): Promise<{ value: unknown } | 'oversized' | undefined> {
  const bytes = fromBase64url(content);
  const json = bytes === undefined || !isPacked ? bytes : await inflate(bytes);
  if (json === undefined || json === 'oversized') return json;
  try {
    return { value: JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(json)) as unknown };
  } catch {
    return undefined; // neither UTF-8 nor JSON: the caller says so
  }
}
