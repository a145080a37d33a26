import 'server-only';
import { printable } from './transcript';

const base64 = (bytes: Buffer) => bytes.toString('base64').replace(/=+$/, '');

/** Base64 of `x` inside base64 of `yx` starts at another bit: all three alignments, without the letters that depend on neighbours. */
function alignments(bytes: Buffer): string[] {
  return [0, 1, 2].map((shift) => {
    const text = base64(Buffer.concat([Buffer.alloc(shift), bytes]));
    const tail = (shift + bytes.length) % 3 === 0 ? text : text.slice(0, -1);
    return tail.slice(shift === 0 ? 0 : shift + 1);
  });
}

/** Base64 in both alphabets (RFC 4648 §4 and §5). */
function bothAlphabets(texts: readonly string[]): string[] {
  return texts.flatMap((text) => [text, text.replaceAll('+', '-').replaceAll('/', '_')]);
}

const bytesAs = (bytes: Buffer, prefix: string) =>
  [...bytes].map((byte) => `${prefix}${byte.toString(16).padStart(2, '0')}`).join('');

/** Only what is no letter or digit, byte by byte: how percent, quoted-printable and xtext write it. */
const specialsAs = (text: string, prefix: string) =>
  Array.from(text, (letter) => (/[A-Za-z0-9]/.test(letter) ? letter : bytesAs(Buffer.from(letter), prefix))).join('');

const entities: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };

function html(text: string, apostrophe: string): string {
  return text.replace(/[&<>"']/g, (letter) => entities[letter] ?? apostrophe);
}

const unicodeEscapes = (text: string, which: RegExp) =>
  text.replace(which, (unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`);

/** Every way in which a server that heard a secret might write it. Case and blanks do not matter to who uses them. */
export function secretForms(secret: string, username: string): string[] {
  const bytes = Buffer.from(secret, 'utf8');
  const json = JSON.stringify(secret).slice(1, -1);
  const together = [`\u0000${username}\u0000${secret}`, `${username}\u0000${username}\u0000${secret}`];
  return [
    secret,
    printable(secret), // as the transcript writes it
    ...bothAlphabets([base64(bytes), ...alignments(bytes), ...together.map((text) => base64(Buffer.from(text)))]),
    bytes.toString('hex'),
    encodeURIComponent(secret),
    encodeURIComponent(secret).replaceAll('%20', '+'),
    ...['%', '=', '+', '\\x'].flatMap((prefix) => [bytesAs(bytes, prefix), specialsAs(secret, prefix)]),
    json,
    json.replaceAll('/', '\\/'),
    unicodeEscapes(json, /[^\u0020-\u007e]/g),
    unicodeEscapes(secret, /[^A-Za-z0-9]/g),
    unicodeEscapes(secret, /[^]/g),
    secret.replace(/["'\\]/g, '\\$&'),
    html(secret, '&#39;'),
    html(secret, '&#x27;'),
    html(secret, '&apos;'),
    bytes.toString('latin1'), // read in the wrong character set
    secret.replace(/[^\u0000-\u007f]/gu, '\ufffd'), // sent in another one than UTF-8
    secret.replace(/[^\u0000-\u007f]/gu, '?'),
  ];
}
