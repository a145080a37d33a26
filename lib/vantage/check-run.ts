/**
 * A check from the web server is what a probe is from this computer: the same endpoints, tried by a small file that its
 * owner uploads. A run is one such file and what must be known to take its result. Neither sockets nor sentences of the
 * screens are here; what the result means is `lib/diagnosis`.
 */
import * as z from 'zod/mini';
import { probeRequestSchema } from '@/lib/probe/events';

const seconds = z.number().check(z.int(), z.positive());

/** Bytes as base64url without padding (RFC 4648 §5): 16 bytes are 22 letters, 32 are 43. */
const base64url = (letters: number) => z.string().check(z.regex(new RegExp(`^[\\w-]{${letters}}$`)));

/** An address of Outport's: it carries nothing of its own. */
const plainAddress = z.string().check(
  z.maxLength(300),
  z.refine((text) => {
    const url = URL.canParse(text) ? new URL(text) : undefined;
    return /^https?:$/.test(url?.protocol ?? '') && url?.href === text && /^[^#?@'"<>\\]+$/.test(text);
  }, 'The address must be a plain http or https address'),
);

export const checkRunSchema = z.strictObject({
  id: base64url(22),
  /** What its owner types on the web server's page, 128 bits. */
  key: base64url(22),
  /** Signs the result, 256 bits. It is in the file, and never in a request. */
  secret: base64url(43),
  endpoints: probeRequestSchema.shape.endpoints,
  /** The page the result comes back to; the file adds it as the fragment. */
  returnAddress: plainAddress,
  /** Where the file may post the result, on an Outport that web servers can reach. */
  postAddress: z.optional(plainAddress),
  /** Unix times in seconds. */
  madeAt: seconds,
  expiresAt: seconds,
  /** The Outport that made it. */
  version: z.string().check(z.regex(/^[\w.+-]{1,40}$/)),
});
export type CheckRun = Readonly<z.output<typeof checkRunSchema>>;

const lifeSeconds = 3600;

/** How wrong a web server's clock may be. */
export const clockErrorSeconds = 600;

/** Bytes → base64url without padding. */
export function toBase64url(bytes: Uint8Array): string {
  const binary = Array.from(bytes, (byte) => String.fromCharCode(byte)).join('');
  return btoa(binary).replace(/\+/g, '-').replace(/\//g, '_').replace(/=+$/, '');
}

function randomWord(bytes: number): string {
  return toBase64url(crypto.getRandomValues(new Uint8Array(bytes)));
}

/** Endpoints, the addresses to come back to, and the time in milliseconds → a new run, good for an hour. */
export function makeCheckRun(
  run: Pick<CheckRun, 'endpoints' | 'returnAddress' | 'postAddress' | 'version'>,
  nowMs: number = Date.now(),
): CheckRun {
  const madeAt = Math.floor(nowMs / 1000);
  return z.parse(checkRunSchema, {
    ...run,
    id: randomWord(16),
    key: randomWord(16),
    secret: randomWord(32),
    madeAt,
    expiresAt: madeAt + lifeSeconds,
  });
}

/** The version of what a file and its reader say to each other: a file of another one is not taken. */
export const checkVersion = '1';
