/**
 * A report: what may be handed on of a run. What was tested, from where and when, how each port fared, what it means, and
 * the settings. There is no place in it for a password. It is text that was shown to its maker, so whoever reads one that
 * others made - a route, a page, another browser's storage - reads it through this schema.
 */
import * as z from 'zod/mini';
import { printable } from '@/lib/diagnosis/shown';
import { portSchema, securities } from '@/lib/smtp/endpoint';
import { hostSchema } from '@/lib/smtp/host';

/** A report travels as JSON of at most this many bytes. */
export const reportLimit = 262_144;

export const lengths = { word: 120, title: 160, sentence: 400, line: 320, name: 1024 } as const;
export const counts = {
  ports: 16,
  stages: 16,
  addresses: 16,
  findings: 6,
  problems: 10,
  steps: 6,
  lines: 12,
  transcript: 60,
  verdicts: 8,
  hops: 12,
} as const;

/** One line of text that nobody can make act: no control character, none that turns the direction of writing. */
const line = (most: number) =>
  z.string().check(
    z.maxLength(most),
    z.refine((text) => printable(text, most) === text, 'must be one line without control characters'),
  );

/** ISO 8601 in UTC. Written out, since a zod format of its own would weigh on every page that reads a schema. */
const utc = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(?:\.\d{1,3})?Z$/;
export const momentSchema = z
  .string()
  .check(z.refine((text) => utc.test(text) && !Number.isNaN(Date.parse(text)), 'must be a moment in UTC'));
const tookMs = z.number().check(z.minimum(0), z.maximum(10_000_000));
const address = /^https:\/\/[a-z0-9.-]+(?:[/?#][\x21\x23-\x26\x28-\x3b\x3d\x3f-\x7e]*)?$/;
const source = z.string().check(
  z.maxLength(500),
  z.refine((text) => address.test(text), 'must be an https address'),
);

const findingSchema = z.strictObject({
  rule: line(lengths.word),
  severity: z.enum(['blocker', 'warning', 'note']),
  title: line(lengths.title),
  why: line(lengths.sentence),
  doThis: z.array(line(lengths.sentence)).check(z.maxLength(counts.steps)),
  evidence: z.array(line(lengths.line)).check(z.maxLength(counts.lines)),
  source,
});
export type ReportFinding = Readonly<z.output<typeof findingSchema>>;

/** `tookMs` is there once the stage passed. */
const stagesSchema = z
  .array(z.strictObject({ name: line(lengths.word), tookMs: z.optional(tookMs) }))
  .check(z.maxLength(counts.stages));

const reportedPortSchema = z.strictObject({
  port: portSchema,
  security: z.enum(securities),
  /** The well-known port that a practice server's port stands for. */
  plays: z.optional(portSchema),
  tone: z.enum(['works', 'warns', 'fails', 'muted']),
  word: line(lengths.word),
  detail: line(lengths.word),
  stages: stagesSchema,
  addresses: z
    .array(z.strictObject({ address: line(lengths.word), result: line(lengths.word), tookMs }))
    .check(z.maxLength(counts.addresses)),
  finding: z.optional(findingSchema),
});
export type ReportedPort = Readonly<z.output<typeof reportedPortSchema>>;

/** The same ports, tried from the web server. */
const webServerSchema = z.strictObject({
  /** By its own clock. */
  at: momentSchema,
  problems: z.array(line(lengths.sentence)).check(z.maxLength(counts.problems)),
  ports: z
    .array(z.pick(reportedPortSchema, { port: true, security: true, tone: true, word: true, detail: true }))
    .check(z.maxLength(counts.ports)),
  findings: z.array(findingSchema).check(z.maxLength(counts.findings)),
  /** The port for the web server, or why there is none. */
  advice: z.optional(line(lengths.sentence)),
});
export type ReportedWebServer = Readonly<z.output<typeof webServerSchema>>;

const arrivalSchema = z.discriminatedUnion('by', [
  z.strictObject({
    by: z.literal('link'),
    at: momentSchema,
    /** From the server's acceptance to the press, where the acceptance was seen. */
    afterMs: z.optional(z.number().check(z.minimum(0))),
  }),
  z.strictObject({ by: z.literal('code'), at: momentSchema }),
  z.strictObject({ by: z.literal('source'), at: momentSchema }),
]);

/** What the source of the message showed when it was pasted: no line of it, and no address of a computer. */
const reportedSourceSchema = z.strictObject({
  trust: z.enum(['trusted', 'not-trusted', 'not-checked']),
  /** Who wrote the verdicts. */
  writer: z.optional(line(lengths.word)),
  verdicts: z
    .array(
      z.strictObject({
        method: z.enum(['spf', 'dkim', 'dmarc']),
        result: line(lengths.word),
        domain: z.optional(line(lengths.word)),
      }),
    )
    .check(z.maxLength(counts.verdicts)),
  /** In the order of travel; `delayMs` is less than nothing where clocks differ. */
  hops: z
    .array(z.strictObject({ server: z.optional(line(lengths.word)), delayMs: z.optional(z.number()) }))
    .check(z.maxLength(counts.hops)),
  findings: z.array(findingSchema).check(z.maxLength(counts.findings)),
});
export type ReportedSource = Readonly<z.output<typeof reportedSourceSchema>>;

const messageSchema = z.strictObject({
  host: hostSchema,
  port: portSchema,
  security: z.enum(securities),
  from: line(lengths.name),
  to: line(lengths.name),
  when: momentSchema,
  status: z.enum(['accepted', 'failed', 'outcome-unknown', 'not-tested']),
  reply: z.array(line(lengths.line)).check(z.maxLength(counts.lines)),
  queueId: z.optional(line(lengths.word)),
  messageId: z.optional(line(lengths.name)),
  arrival: z.optional(arrivalSchema),
  source: z.optional(reportedSourceSchema),
  stages: stagesSchema,
  transcript: z
    .array(z.strictObject({ from: z.enum(['client', 'server']), text: line(lengths.line) }))
    .check(z.maxLength(counts.transcript)),
  finding: z.optional(findingSchema),
});

const settingsSchema = z.strictObject({
  host: hostSchema,
  port: portSchema,
  security: z.enum(securities),
  login: z.enum(['none', 'username', 'password-is-username']),
  username: z.optional(line(lengths.name)),
  from: line(lengths.name),
  fromName: z.optional(line(lengths.name)),
  claim: z.enum(['works', 'connects', 'not-tested']),
});

export const reportSchema = z.strictObject({
  version: z.literal(1),
  made: momentSchema,
  vantage: z.enum(['local', 'hosted']),
  provider: z.optional(line(lengths.word)),
  host: hostSchema,
  /** When the ports were tried; absent, with no ports, where that is no longer known. */
  testedAt: z.optional(momentSchema),
  ports: z.array(reportedPortSchema).check(z.maxLength(counts.ports)),
  findings: z.array(findingSchema).check(z.maxLength(counts.findings)),
  webServer: z.optional(webServerSchema),
  message: z.optional(messageSchema),
  settings: z.optional(settingsSchema),
  /** User names, addresses and names of people are shortened to their first letter. */
  masked: z.boolean(),
});
export type Report = Readonly<z.output<typeof reportSchema>>;
