/**
 * An endpoint is what one row tests: host, port and the way encryption starts. Submission is RFC 6409, submissions
 * (implicit TLS on 465) RFC 8314 §3.3, STARTTLS RFC 3207. What happens on an endpoint is not here.
 */
import * as z from 'zod/mini';
import { hostSchema } from './host';

export const securities = ['implicit-tls', 'starttls', 'cleartext'] as const;
export type Security = (typeof securities)[number];

const portMessage = 'Port must be a whole number from 1 to 65535';
export const portSchema = z
  .number(portMessage)
  .check(z.int(portMessage), z.minimum(1, portMessage), z.maximum(65535, portMessage));

export const endpointSchema = z.strictObject({
  host: hostSchema,
  port: portSchema,
  security: z.enum(securities),
  family: z.optional(z.union([z.literal(4), z.literal(6)])),
});
export type Endpoint = Readonly<z.output<typeof endpointSchema>>;

/** The ports every plan tries, in the order they are shown: the two IANA submission services, the detour, the relay port. */
export const usualPorts = [465, 587, 2525, 25] as const;

/** Ports on which TLS starts with the first byte: IANA's submissions (465) and what providers open beside it. */
const implicitTlsPorts: ReadonlySet<number> = new Set([465, 2465, 8465, 443]);

/** In hosted mode nothing but these is dialled, so that Outport is no port scanner. */
export const mailPorts: ReadonlySet<number> = new Set([25, 465, 587, 588, 2465, 2525, 2587, 8025, 8465]);

/** Port → the way encryption usually starts there (RFC 8314 §7.3 for 465, RFC 6409 §3.1 for 587, convention for the rest). */
export function usualSecurity(port: number): Security {
  return implicitTlsPorts.has(port) ? 'implicit-tls' : 'starttls';
}

/** Endpoint → its name on the wire, `smtp.example.com:587/starttls`; IPv6 in brackets, the family only where it was asked for. */
export function endpointId(endpoint: Endpoint): string {
  const host = endpoint.host.includes(':') ? `[${endpoint.host}]` : endpoint.host;
  const family = endpoint.family === undefined ? '' : `/ipv${endpoint.family}`;
  return `${host}:${endpoint.port}/${endpoint.security}${family}`;
}
