/**
 * The events of a probe and of a test message, and their form on the wire: one JSON object a line (NDJSON). The
 * same schemas check what we send and what we read. `at` and `tookMs` are milliseconds, `at` since admission.
 */
import * as z from 'zod/mini';
import { endpointSchema, portSchema, securities } from '@/lib/smtp/endpoint';
import {
  certificateSchema,
  deliveryOutcomeSchema,
  failureSchema,
  probeOutcomeSchema,
  stageSchema,
  transcriptLineSchema,
} from '@/lib/smtp/outcome';
import { capabilitySchema, replySchema } from '@/lib/smtp/reply';

const family = z.union([z.literal(4), z.literal(6)]);
const base = { at: z.number() };
const here = { ...base, endpoint: z.string(), secured: z.boolean() };

/** What a passed stage found out; which keys are present depends on the stage. */
const factsSchema = z.strictObject({
  ipv4: z.optional(z.array(z.string())),
  ipv6: z.optional(z.array(z.string())),
  address: z.optional(z.string()),
  family: z.optional(family),
  reply: z.optional(replySchema),
  capabilities: z.optional(z.array(capabilitySchema)),
  version: z.optional(z.string()),
  cipher: z.optional(z.string()),
  certificate: z.optional(certificateSchema),
  trusted: z.optional(z.literal(true)),
  mechanism: z.optional(z.string()),
});
export type Facts = Readonly<z.output<typeof factsSchema>>;

const attemptSchema = z.strictObject({
  endpoint: z.string(),
  address: z.string(),
  family,
  result: z.union([z.literal('connected'), z.literal('cancelled'), failureSchema]),
  tookMs: z.number(),
});
export type Attempt = Readonly<z.output<typeof attemptSchema>>;

const plannedEndpoint = z.strictObject({
  id: z.string(),
  host: z.string(),
  port: portSchema,
  security: z.enum(securities),
  family: z.optional(family),
});
export type PlannedEndpoint = Readonly<z.output<typeof plannedEndpoint>>;

const stageStarted = z.strictObject({
  event: z.literal('stage-started'),
  ...here,
  stage: stageSchema,
  address: z.optional(z.string()),
});
const stagePassed = z.strictObject({
  event: z.literal('stage-passed'),
  ...here,
  stage: stageSchema,
  tookMs: z.number(),
  facts: factsSchema,
});
const planned = z.strictObject({ event: z.literal('planned'), ...base, endpoints: z.array(plannedEndpoint) });
const failed = z.strictObject({ event: z.literal('failed'), ...base, reason: z.literal('unexpected') });
const transcript = z.array(transcriptLineSchema);

export const probeEventSchema = z.discriminatedUnion('event', [
  planned,
  stageStarted,
  stagePassed,
  z.strictObject({
    event: z.literal('endpoint-settled'),
    ...base,
    endpoint: z.string(),
    outcome: probeOutcomeSchema,
    transcript,
  }),
  failed,
  z.strictObject({ event: z.literal('finished'), ...base, attempts: z.array(attemptSchema) }),
]);
export type ProbeEvent = Readonly<z.output<typeof probeEventSchema>>;

export const messageEventSchema = z.discriminatedUnion('event', [
  planned,
  stageStarted,
  stagePassed,
  failed,
  z.strictObject({
    event: z.literal('settled'),
    ...base,
    outcome: deliveryOutcomeSchema,
    transcript,
    attempts: z.array(attemptSchema),
  }),
]);
export type MessageEvent = Readonly<z.output<typeof messageEventSchema>>;

/** An event, of whatever stream → its line, newline included; `event` is its first key. */
export function encodeEvent(event: { readonly event: string; readonly [key: string]: unknown }): string {
  const { event: name, ...rest } = event;
  return `${JSON.stringify({ event: name, ...rest })}\n`;
}

/** One line → the event, or undefined when it is not one. */
export function decodeProbeEvent(line: string): ProbeEvent | undefined {
  return decode(probeEventSchema, line);
}

/** One line → the event, or undefined when it is not one. */
export function decodeMessageEvent(line: string): MessageEvent | undefined {
  return decode(messageEventSchema, line);
}

function decode<T>(schema: z.ZodMiniType<T>, line: string): T | undefined {
  try {
    const parsed = z.safeParse(schema, JSON.parse(line));
    return parsed.success ? parsed.data : undefined;
  } catch {
    return undefined; // not JSON: the reader counts a stream without its last event as our broken connection
  }
}

/** What `POST /api/probe` takes: 1 to 16 endpoints, none twice. */
export const probeRequestSchema = z.strictObject({
  endpoints: z.array(endpointSchema).check(
    z.minLength(1, 'Name at least one endpoint'),
    z.maxLength(16, 'Name at most 16 endpoints'),
    z.refine(
      (list) => new Set(list.map((e) => JSON.stringify([e.host, e.port, e.security, e.family]))).size === list.length,
      'Name each endpoint once',
    ),
  ),
});
