/**
 * How a conversation ends: usable, accepted, or one of a closed set of failures made from codes (Node's, OpenSSL's,
 * SMTP's), never from a client library's words. Facts only: what a failure means is `lib/diagnosis`.
 */
import * as z from 'zod/mini';
import { capabilitySchema, replySchema } from './reply';

/** In the order the protocol takes them; `secured` on an event tells the two EHLOs of STARTTLS apart (RFC 3207 §4.2). */
export const stages = [
  'resolve',
  'connect',
  'tls',
  'greeting',
  'ehlo',
  'starttls',
  'auth',
  'mail-from',
  'rcpt-to',
  'data',
] as const;
export const stageSchema = z.enum(stages);
export type Stage = (typeof stages)[number];

const trustSchema = z.enum(['expired', 'not-yet-valid', 'self-signed', 'unknown-issuer', 'name-mismatch', 'other']);
export type Trust = z.output<typeof trustSchema>;

/** A peer's certificate; dates are ISO 8601 in UTC, the fingerprint is SHA-256 as colon-separated hex. */
export const certificateSchema = z.strictObject({
  subject: z.string(),
  issuer: z.string(),
  altNames: z.array(z.string()),
  validFrom: z.string(),
  validTo: z.string(),
  fingerprint256: z.string(),
});
export type Certificate = Readonly<z.output<typeof certificateSchema>>;

const tlsFactsSchema = z.strictObject({
  version: z.string(),
  cipher: z.string(),
  certificate: certificateSchema,
  trusted: z.literal(true),
});
export type TlsFacts = Readonly<z.output<typeof tlsFactsSchema>>;

const place = { stage: stageSchema, secured: z.boolean() };

/** `secured` says whether it happened inside TLS. `afterMs` is our deadline in milliseconds, `bytes` what came meanwhile. */
export const failureSchema = z.discriminatedUnion('kind', [
  z.strictObject({ ...place, kind: z.literal('name-not-found'), cause: z.enum(['no-such-name', 'no-address']) }),
  z.strictObject({ ...place, kind: z.literal('resolver-failed'), cause: z.enum(['silent', 'refused', 'broken']) }),
  z.strictObject({ ...place, kind: z.literal('refused') }),
  z.strictObject({
    ...place,
    kind: z.literal('unreachable'),
    cause: z.enum(['no-route', 'host', 'prohibited', 'denied-by-system']),
    local: z.boolean(),
  }),
  z.strictObject({ ...place, kind: z.literal('timed-out'), afterMs: z.number(), bytes: z.number() }),
  z.strictObject({ ...place, kind: z.literal('closed-by-peer'), how: z.enum(['end', 'reset']) }),
  z.strictObject({
    ...place,
    kind: z.literal('protocol-violation'),
    cause: z.enum(['not-smtp', 'malformed', 'too-long', 'data-before-tls', 'out-of-step']),
    sample: z.string(),
  }),
  z.strictObject({ ...place, kind: z.literal('negative-reply'), reply: replySchema, command: z.string() }),
  z.strictObject({ ...place, kind: z.literal('starttls-not-offered'), masked: z.boolean() }),
  z.strictObject({ ...place, kind: z.literal('auth-not-offered'), mechanisms: z.array(z.string()) }),
  z.strictObject({ ...place, kind: z.literal('extension-missing'), extension: z.enum(['SMTPUTF8', 'SIZE']) }),
  z.strictObject({
    ...place,
    kind: z.literal('tls-failed'),
    reason: z.enum(['peer-speaks-cleartext', 'no-common-version', 'other']),
    code: z.string(),
  }),
  z.strictObject({
    ...place,
    kind: z.literal('certificate-rejected'),
    reason: trustSchema,
    reasons: z.array(trustSchema),
    certificate: certificateSchema,
    chainLength: z.number(),
    cause: z.optional(z.enum(['incomplete-chain', 'wrong-purpose', 'weak-key'])),
  }),
  z.strictObject({ ...place, kind: z.literal('unexpected') }),
]);
export type Failure = Readonly<z.output<typeof failureSchema>>;
export type FailureKind = Failure['kind'];

export const probeOutcomeSchema = z.discriminatedUnion('status', [
  z.strictObject({
    status: z.literal('usable'),
    capabilities: z.array(capabilitySchema),
    tls: z.optional(tlsFactsSchema),
  }),
  z.strictObject({ status: z.literal('failed'), failure: failureSchema }),
  z.strictObject({ status: z.literal('not-tested'), reason: z.enum(['aborted', 'not-admitted']) }),
]);
export type ProbeOutcome = Readonly<z.output<typeof probeOutcomeSchema>>;

/** `accepted` is the server's word for taking the message over (RFC 5321 §6.1), not proof that it arrived. */
export const deliveryOutcomeSchema = z.discriminatedUnion('status', [
  z.strictObject({
    status: z.literal('accepted'),
    reply: replySchema,
    queueId: z.optional(z.string()),
    messageId: z.string(),
  }),
  z.strictObject({ status: z.literal('outcome-unknown'), failure: failureSchema, messageId: z.string() }),
  z.strictObject({ status: z.literal('failed'), failure: failureSchema }),
  z.strictObject({ status: z.literal('not-tested'), reason: z.enum(['aborted', 'not-admitted']) }),
]);
export type DeliveryOutcome = Readonly<z.output<typeof deliveryOutcomeSchema>>;

/** One line of a conversation as it may be shown; `at` in milliseconds since the request was admitted. */
export const transcriptLineSchema = z.strictObject({
  at: z.number(),
  from: z.enum(['client', 'server']),
  secured: z.boolean(),
  text: z.string(),
});
export type TranscriptLine = Readonly<z.output<typeof transcriptLineSchema>>;
