/**
 * SMTP replies (RFC 5321 §4.2), their enhanced status codes (RFC 2034, RFC 3463) and what EHLO announces
 * (RFC 5321 §4.1.1.1). Pure: bytes in, values out; nothing here throws whatever a server sends.
 */
import * as z from 'zod/mini';

export const replySchema = z.strictObject({
  code: z.number().check(z.int(), z.minimum(200), z.maximum(599)),
  enhanced: z.optional(z.string()),
  text: z.array(z.string()),
});
export type Reply = Readonly<z.output<typeof replySchema>>;

export const capabilitySchema = z.strictObject({ keyword: z.string(), params: z.array(z.string()) });
export type Capability = Readonly<z.output<typeof capabilitySchema>>;

export const replyLimits = { lineBytes: 4096, lines: 100, bytes: 65536 } as const;

type ReplyProblem = 'not-smtp' | 'malformed' | 'too-long';
export type ReplyResult =
  | { readonly kind: 'reply'; readonly reply: Reply; readonly rest: Uint8Array }
  | { readonly kind: 'incomplete' }
  | { readonly kind: 'violation'; readonly cause: ReplyProblem; readonly sample: string };

const replyLine = /^([2-5][0-9]{2})([ -]?)(.*)$/s;
// A line that cannot become a reply is told before its end arrives: SSH and IMAP greet and then wait for us.
const replyStart = /^(?:[2-5](?:\d(?:\d(?:[ -].*)?)?)?)?$/s;
const enhancedCode = /^([245]\.\d{1,3}\.\d{1,3})(?:\s|$)/;

// A byte order mark would be swallowed only once it is complete, and no reply begins with one.
const decoder = new TextDecoder('utf-8', { ignoreBOM: true });

function violation(cause: ReplyProblem, line: string): ReplyResult {
  return { kind: 'violation', cause, sample: line.slice(0, 200) };
}

/**
 * The bytes received since the last reply → one reply and what follows it. Called again with more bytes while
 * `incomplete`, so the answer cannot depend on how the network split them. Lines may end in CRLF or a bare LF.
 */
export function parseReply(bytes: Uint8Array): ReplyResult {
  const text: string[] = [];
  let code: number | undefined;
  let enhanced: string | undefined;
  let start = 0;
  for (;;) {
    if (text.length >= replyLimits.lines) return violation('too-long', '');
    const found = bytes.indexOf(10, start);
    const end = found === -1 ? bytes.length : found;
    const bound = Math.min(start + replyLimits.lineBytes, replyLimits.bytes);
    const line = decoder.decode(bytes.subarray(start, Math.min(end, bound))).replace(/\r$/, '');
    // First, whether or not its end is here: the verdict would otherwise depend on how the network split the bytes.
    if (!replyStart.test(line)) return violation(code === undefined ? 'not-smtp' : 'malformed', line);
    if (end > bound) return violation('too-long', line);
    if (found === -1) return { kind: 'incomplete' };
    const match = replyLine.exec(line);
    if (match === null) return violation(code === undefined ? 'not-smtp' : 'malformed', line);
    const [, digits = '', separator = '', words = ''] = match;
    if (code !== undefined && Number(digits) !== code) return violation('malformed', line);
    if (code === undefined) {
      code = Number(digits);
      enhanced = enhancedCode.exec(words)?.[1];
    }
    text.push(words);
    start = end + 1;
    if (separator !== '-') {
      const reply: Reply = enhanced === undefined ? { code, text } : { code, enhanced, text };
      return { kind: 'reply', reply, rest: bytes.slice(start) };
    }
  }
}

/** An EHLO reply → what it announces; the first line is the server's name (RFC 5321 §4.1.1.1). Also reads the old `AUTH=` form. */
export function parseCapabilities(reply: Reply): Capability[] {
  return reply.text.slice(1).flatMap((line) => {
    const [keyword = '', ...params] = line
      .trim()
      .replace(/^AUTH=\s*/i, 'AUTH ')
      .trim()
      .split(/\s+/);
    return keyword === '' ? [] : [{ keyword: keyword.toUpperCase(), params }];
  });
}

/** Capabilities → the SASL mechanisms offered (RFC 4954 §3), upper case, each once. */
export function authMechanisms(capabilities: readonly Capability[]): string[] {
  const offered = capabilities.filter(({ keyword }) => keyword === 'AUTH').flatMap(({ params }) => params);
  return [...new Set(offered.map((mechanism) => mechanism.toUpperCase()))];
}

/** True when EHLO announced this keyword. */
export function offers(capabilities: readonly Capability[], keyword: string): boolean {
  return capabilities.some((capability) => capability.keyword === keyword);
}
