/** Evidence for tests, written as it is seen: lines of a conversation, ports of a run. */
import type { Attempt } from '@/lib/probe/events';
import type { EndpointReport } from '@/lib/probe/report';
import { loadProviders } from '@/lib/providers/catalog';
import { directoryEntry, findHost } from '@/lib/providers/directory';
import { endpointId, usualSecurity, type Security } from '@/lib/smtp/endpoint';
import type { Certificate, Failure, ProbeOutcome, Stage, TranscriptLine } from '@/lib/smtp/outcome';
import { parseReply } from '@/lib/smtp/reply';
import { certificate as someCertificate } from '@/lib/smtp/testing/every-failure';
import type { Evidence } from '../finding';

/**
 * Where a fixture's exchange comes from: recorded from a real server or system; from a peer made to behave so, over
 * real sockets; a provider's or vendor's own page; or quoted by people whom it happened to.
 */
export type Seen = 'recorded' | 'scripted' | 'documented' | 'reported';

export type Fixture = {
  readonly rule: string;
  readonly seen: Seen;
  readonly from: string;
  readonly evidence: Evidence;
};

const verbs: Readonly<Partial<Record<Stage, string>>> = {
  ehlo: 'EHLO',
  starttls: 'STARTTLS',
  auth: 'AUTH PLAIN',
  'mail-from': 'MAIL FROM',
  'rcpt-to': 'RCPT TO',
  data: 'DATA',
};

const inTheClear: readonly Stage[] = ['resolve', 'connect', 'greeting', 'ehlo', 'starttls', 'tls'];

const providers = await loadProviders();
export const directory = providers.map(directoryEntry);

/** Evidence around a failure: an unknown server on 587 unless said otherwise. */
export function seen(failure: Failure, more: Partial<Evidence> = {}): Evidence {
  const port = more.port ?? 587;
  return { failure, host: 'mail.example.com', port, security: usualSecurity(port), transcript: [], directory, ...more };
}

/** A refusal as the server sent it, `535 5.7.8 ...`, with `\n` between its lines. */
export function refused(stage: Stage, lines: string, more: Partial<Evidence> & { secured?: boolean } = {}): Evidence {
  const { secured = !inTheClear.includes(stage), ...rest } = more;
  const parsed = parseReply(new TextEncoder().encode(`${lines.replaceAll('\n', '\r\n')}\r\n`));
  if (parsed.kind !== 'reply') throw new Error(`no reply: ${lines}`);
  const { reply } = parsed;
  return seen({ stage, secured, kind: 'negative-reply', reply, command: verbs[stage] ?? '' }, rest);
}

/** A logged-in person's refusal. */
export function refusedAfterLogin(stage: Stage, lines: string, more: Partial<Evidence> = {}): Evidence {
  return refused(stage, lines, {
    username: 'ann@example.com',
    from: 'ann@example.com',
    to: 'bob@example.org',
    ...more,
  });
}

/** Server lines of a transcript in the clear. */
export function heard(...lines: readonly string[]): TranscriptLine[] {
  return lines.map((text, index) => ({ at: index, from: 'server', secured: false, text }));
}

/** The evidence of a provider that is known, by its id or one of its hosts. */
export function at(host: string): Pick<Evidence, 'host' | 'provider' | 'variant'> {
  const found = findHost(directory, host);
  if (found === undefined) throw new Error(`no provider runs ${host}`);
  const own = provider(found.entry.id);
  return { host, provider: own, variant: own.variants.find(({ id }) => id === found.variant) };
}

export function provider(id: string) {
  const found = providers.find((candidate) => candidate.id === id);
  if (found === undefined) throw new Error(`no provider ${id}`);
  return found;
}

export const silence: Failure = { stage: 'connect', secured: false, kind: 'timed-out', afterMs: 5000, bytes: 0 };
export const closed: Failure = { stage: 'connect', secured: false, kind: 'refused' };

export function certificate(more: Partial<Certificate> = {}): Certificate {
  return { ...someCertificate, ...more };
}

export const works: Extract<ProbeOutcome, { status: 'usable' }> = {
  status: 'usable',
  capabilities: [{ keyword: 'AUTH', params: ['PLAIN', 'LOGIN'] }],
  tls: { version: 'TLSv1.3', cipher: 'TLS_AES_256_GCM_SHA384', certificate: someCertificate, trusted: true },
};

/** One endpoint of a run: a port, how it ended, and what differs from the usual. */
export function report(
  port: number,
  outcome: ProbeOutcome | Failure | undefined,
  more: { host?: string; security?: Security; transcript?: TranscriptLine[] } = {},
): EndpointReport {
  const { host = 'mail.example.com', security = usualSecurity(port), transcript = [] } = more;
  const endpoint = { host, port, security };
  const id = endpointId(endpoint);
  const settled: ProbeOutcome | undefined =
    outcome === undefined || 'status' in outcome ? outcome : { status: 'failed', failure: outcome };
  return {
    id,
    endpoint: { id, ...endpoint },
    stages: [],
    transcript,
    ...(settled === undefined ? {} : { outcome: settled, settledAt: 1 }),
  };
}

/** One address of a run. */
export function attempt(
  port: number,
  address: string,
  result: Attempt['result'],
  tookMs = 20,
  host = 'mail.example.com',
): Attempt {
  const endpoint = endpointId({ host, port, security: usualSecurity(port) });
  return { endpoint, address, family: address.includes(':') ? 6 : 4, result, tookMs };
}
