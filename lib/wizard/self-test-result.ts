/**
 * What WordPress's self test brings back: its text in any of the three forms in which a person may carry it, checked by
 * one schema. Whoever could forge it would not know the name of a run that this browser made.
 */
import * as z from 'zod/mini';
import { certificateSchema } from '@/lib/smtp/outcome';

/** Characters; the page keeps its result below. */
export const longestResult = 65_536;

/** A result may be read for a day, and was made while its run could be started. In seconds. */
const readableFor = 86_400;
const startableFor = 4_200;
const clockTolerance = 600;

const short = (length: number) => z.string().check(z.maxLength(length));
const count = z.number().check(z.int(), z.minimum(0));

const resultSchema = z.strictObject({
  outport: z.literal('self-test'),
  version: z.literal(1),
  run: z.string().check(z.regex(/^[0-9a-f]{32}$/)),
  at: count,
  /** What wp_mail() returned. */
  sent: z.boolean(),
  /** The error as WordPress words it: shown, never judged. */
  error: short(2000),
  /** The mailer as it stood after every plugin; null when it was never asked. */
  used: z.nullable(
    z.strictObject({
      mailer: short(40),
      host: short(253),
      port: count.check(z.maximum(65535)),
      secure: short(20),
      auth: z.boolean(),
      from: short(254),
    }),
  ),
  changed: z.array(z.enum(['mailer', 'host', 'port', 'secure', 'from'])).check(z.maxLength(5)),
  others: z.array(short(400)).check(z.maxLength(10)),
  os: short(20),
  php: short(80),
  wordpress: short(160),
  errno: z.int(),
  name: z.enum(['found', 'none', 'failed', 'not-asked']),
  openssl: z.array(z.string().check(z.regex(/^[0-9A-F]{8}$/))).check(z.maxLength(5)),
  inTls: z.boolean(),
  certificate: z.nullable(
    z.extend(certificateSchema, { chainLength: count, isSelfIssued: z.boolean(), namesIssuer: z.boolean() }),
  ),
  patience: count,
  lines: z
    .array(z.tuple([count, z.enum(['client', 'server', 'ended']), z.boolean(), short(2000)]))
    .check(z.maxLength(250)),
});
export type SelfTestResult = Readonly<z.output<typeof resultSchema>>;

/** A run this browser made: its name, and when. */
export const issuedRunSchema = z.strictObject({ id: z.string(), madeAt: z.number() });
export type IssuedRun = Readonly<z.output<typeof issuedRunSchema>>;

export type Refusal = 'empty' | 'too-large' | 'unreadable' | 'not-a-result' | 'unknown-run' | 'out-of-time';
export type ReadResult =
  | { readonly status: 'read'; readonly result: SelfTestResult }
  | { readonly status: 'refused'; readonly refusal: Refusal };

export const refusalSentences: Readonly<Record<Refusal, string>> = {
  empty: 'Nothing was pasted. Copy the whole text below “The result” on the page of your site.',
  'too-large': 'This is longer than any result of a self test. Copy only the text below “The result”.',
  unreadable: 'This is not a whole result: its beginning or its end is missing, or it was changed. Copy it again.',
  'not-a-result': 'This is not the result of a self test that this version of Outport reads.',
  'unknown-run': 'This result belongs to a self test that was not made in this browser, so it is not believed.',
  'out-of-time': 'This result was not made in the time of its self test, or it is more than a day old. Make a new one.',
};

/** Pasted as JSON, as the address of the link, or as what stands in that address behind the mark. */
function jsonOf(text: string): string | undefined {
  if (text.startsWith('{')) return text;
  const encoded = /(?:^|#self-test=)([A-Za-z0-9_-]+)$/.exec(text)?.[1];
  if (encoded === undefined) return undefined;
  try {
    const bytes = Uint8Array.from(atob(encoded.replaceAll('-', '+').replaceAll('_', '/')), (sign) =>
      sign.charCodeAt(0),
    );
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return undefined;
  }
}

function parsed(json: string): unknown {
  try {
    return JSON.parse(json);
  } catch {
    return undefined;
  }
}

/** Text, the runs of this browser and the time in seconds → the result, or why it is not taken. */
export function readSelfTestResult(text: string, runs: readonly IssuedRun[], now: number): ReadResult {
  const refused = (refusal: Refusal): ReadResult => ({ status: 'refused', refusal });
  const trimmed = text.trim();
  if (trimmed === '') return refused('empty');
  if (trimmed.length > longestResult) return refused('too-large');
  const value = parsed(jsonOf(trimmed) ?? '');
  if (value === undefined) return refused('unreadable');
  const { data: result } = z.safeParse(resultSchema, value);
  if (result === undefined) return refused('not-a-result');
  const run = runs.find(({ id }) => id === result.run);
  if (run === undefined) return refused('unknown-run');
  const isInTime = result.at >= run.madeAt - clockTolerance && result.at <= run.madeAt + startableFor + 180;
  if (!isInTime || now > run.madeAt + readableFor) return refused('out-of-time');
  return { status: 'read', result };
}
