/** A server that may be the one a person sends through, and how it was found. */
import * as z from 'zod/mini';
import { portSchema } from '@/lib/smtp/endpoint';

/** Where submission is offered, always with encryption: discovery never proposes anything else (RFC 8314 §3). */
const submissionServerSchema = z.strictObject({
  host: z.string(),
  port: portSchema,
  security: z.enum(['implicit-tls', 'starttls']),
});
export type SubmissionServer = Readonly<z.output<typeof submissionServerSchema>>;

/** What the login is: the whole address, the part before the @, or a name that the domain's own document gives. */
const usernameFormSchema = z.union([z.enum(['address', 'local-part']), z.strictObject({ literal: z.string() })]);
export type UsernameForm = Readonly<z.output<typeof usernameFormSchema>>;

/** How it was found, and what stands there: a domain of a table, the address of a document, a DNS record. */
const provenanceSchema = z.discriminatedUnion('from', [
  z.strictObject({ from: z.literal('provider-domain'), domain: z.string() }),
  /** `source` is a web page, or `memory` where the people of this project remember it. */
  z.strictObject({ from: z.literal('mail-domain'), domain: z.string(), source: z.string() }),
  z.strictObject({ from: z.literal('autoconfig'), url: z.string() }),
  z.strictObject({ from: z.literal('srv'), records: z.array(z.string()) }),
  z.strictObject({ from: z.literal('mx'), record: z.string() }),
  z.strictObject({ from: z.literal('guess'), name: z.string() }),
]);
export type Provenance = Readonly<z.output<typeof provenanceSchema>>;

export const candidateSchema = z.strictObject({
  /** Empty where a provider gives every customer a host of their own, which the person knows. */
  host: z.string(),
  /** The known provider that runs it; `variant` where it is certain which of its hosts. */
  provider: z.optional(z.strictObject({ id: z.string(), variant: z.optional(z.string()) })),
  /** All at `host`, the best first; empty only with an empty host. */
  servers: z.array(submissionServerSchema),
  /** Absent where nothing was said; a provider's own rule counts then. */
  usernameForm: z.optional(usernameFormSchema),
  /** Every way that led here, the most trustworthy first. */
  provenance: z.array(provenanceSchema),
  /** Lies outside the person's own domain and nobody vouched for it: to be confirmed before it is used (RFC 6186 §6). */
  thirdParty: z.boolean(),
});
export type Candidate = Readonly<z.output<typeof candidateSchema>>;

/** Two candidates with the same key are the same server. */
export function candidateKey({ host, provider }: Candidate): string {
  return host === '' ? `${provider?.id ?? ''}:${provider?.variant ?? ''}` : host;
}

/**
 * A host → whether it is the domain's own. RFC 6186 §6 draws the line at the domain itself and what lies below it, not
 * at the domain's registered parent: where that is cannot be told from a name, and asking once too often does no harm.
 */
export function isOwnHost(host: string, domain: string): boolean {
  return host === domain || host.endsWith(`.${domain}`);
}

const sameServer = (a: SubmissionServer, b: SubmissionServer) =>
  a.host === b.host && a.port === b.port && a.security === b.security;

/** The same server found twice → one candidate that keeps every way, the better one's first; one that was vouched for stays so. */
export function mergeCandidates(better: Candidate, other: Candidate): Candidate {
  const provider = better.provider?.variant === undefined ? (other.provider ?? better.provider) : better.provider;
  const usernameForm = better.usernameForm ?? other.usernameForm;
  return {
    host: better.host,
    ...(provider === undefined ? {} : { provider }),
    servers: [
      ...better.servers,
      ...other.servers.filter((server) => !better.servers.some((known) => sameServer(known, server))),
    ],
    ...(usernameForm === undefined ? {} : { usernameForm }),
    provenance: [...better.provenance, ...other.provenance],
    thirdParty: better.thirdParty && other.thirdParty,
  };
}
