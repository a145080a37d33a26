/** The events of a discovery and their form on the wire: one JSON object a line (NDJSON), like those of a probe. */
import * as z from 'zod/mini';
import { candidateSchema } from './candidate';
import { routes } from './rank';

/** Why a document was not taken. */
export const documentProblems = [
  'too-large',
  'encoding',
  'doctype',
  'malformed',
  'not-a-configuration',
  'no-encrypted-server',
] as const;
export type DocumentProblem = (typeof documentProblems)[number];

/** How one way ended. */
export const routeOutcomeSchema = z.discriminatedUnion('result', [
  z.strictObject({ result: z.literal('found') }),
  /** Not in our tables. */
  z.strictObject({ result: z.literal('not-known') }),
  /** The name asked for does not exist at all (NXDOMAIN), or does and has no such record. */
  z.strictObject({ result: z.literal('no-such-name') }),
  z.strictObject({ result: z.literal('no-record') }),
  /** RFC 2782: the service is decidedly not there. */
  z.strictObject({ result: z.literal('not-offered') }),
  /** RFC 7505: the domain takes no mail. */
  z.strictObject({ result: z.literal('null-mx') }),
  /** There are servers, and none is known; hosted Outports do not name them. */
  z.strictObject({ result: z.literal('unknown-servers'), hosts: z.array(z.string()) }),
  z.strictObject({ result: z.literal('resolver-failed'), cause: z.enum(['silent', 'refused', 'broken']) }),
  /** Hosted: the name leads where strangers may not, or was asked for too often. */
  z.strictObject({ result: z.literal('not-admitted') }),
  z.strictObject({ result: z.literal('no-connection') }),
  z.strictObject({ result: z.literal('certificate-rejected') }),
  z.strictObject({ result: z.literal('http-status'), status: z.number() }),
  z.strictObject({
    result: z.literal('redirect-refused'),
    cause: z.enum(['not-https', 'other-port', 'too-many', 'no-location']),
  }),
  z.strictObject({ result: z.literal('document-refused'), problem: z.enum(documentProblems) }),
  z.strictObject({ result: z.literal('timed-out') }),
  z.strictObject({ result: z.literal('unexpected') }),
]);
export type RouteOutcome = Readonly<z.output<typeof routeOutcomeSchema>>;

const base = { at: z.number() };
const route = z.enum(routes);

export const discoveryEventSchema = z.discriminatedUnion('event', [
  /** `meant`: the well-known mail domain that this one is a slip of. */
  z.strictObject({
    event: z.literal('planned'),
    ...base,
    domain: z.string(),
    meant: z.optional(z.string()),
    routes: z.array(route),
  }),
  z.strictObject({ event: z.literal('candidate'), ...base, route, candidate: candidateSchema }),
  z.strictObject({
    event: z.literal('route-finished'),
    ...base,
    route,
    tookMs: z.number(),
    outcome: routeOutcomeSchema,
  }),
  z.strictObject({ event: z.literal('failed'), ...base, reason: z.literal('unexpected') }),
  z.strictObject({ event: z.literal('finished'), ...base }),
]);
export type DiscoveryEvent = Readonly<z.output<typeof discoveryEventSchema>>;

/** One line → the event, or undefined when it is not one. */
export function decodeDiscoveryEvent(line: string): DiscoveryEvent | undefined {
  try {
    const parsed = z.safeParse(discoveryEventSchema, JSON.parse(line));
    return parsed.success ? parsed.data : undefined;
  } catch {
    return undefined; // not JSON: a stream without its last event counts as our broken connection
  }
}
