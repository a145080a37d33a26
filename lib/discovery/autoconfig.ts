/**
 * The autoconfig document (draft-bucksch-autoconfig, config-v1.1): where it stands and what its outgoing servers mean.
 * Reading its XML is work for the server, in `lib/network`.
 */
import { hasControl } from '@/lib/smtp/address';
import { normalizeHost } from '@/lib/smtp/host';
import { type Candidate, type SubmissionServer, type UsernameForm } from './candidate';
import type { KnownServers } from './known-servers';

/** The two places of a domain's own document. An address is told to them only where its owner agreed. */
export function autoconfigUrls(
  domain: string,
  address?: string,
): { readonly [Route in 'autoconfig' | 'well-known']: URL } {
  const urls = {
    autoconfig: new URL(`https://autoconfig.${domain}/mail/config-v1.1.xml`),
    'well-known': new URL(`https://${domain}/.well-known/autoconfig/mail/config-v1.1.xml`),
  };
  if (address !== undefined) for (const url of Object.values(urls)) url.searchParams.set('emailaddress', address);
  return urls;
}

/** One `<outgoingServer type="smtp">` as it is written. */
export type OutgoingServer = {
  readonly hostname: string;
  readonly port: string;
  readonly socketType: string;
  readonly username: string;
};

const securities: ReadonlyMap<string, SubmissionServer['security']> = new Map([
  ['ssl', 'implicit-tls'],
  ['starttls', 'starttls'],
]);

/** What is said without encryption, or about no host and port, is no finding. */
function readServer(written: OutgoingServer, domain: string): SubmissionServer | undefined {
  const host = normalizeHost(written.hostname.replaceAll('%EMAILDOMAIN%', domain));
  const security = securities.get(written.socketType.trim().toLowerCase());
  const port = /^\d{1,5}$/.test(written.port.trim()) ? Number(written.port) : 0;
  if (host === undefined || security === undefined || port < 1 || port > 65_535) return undefined;
  return { host, port, security };
}

const placeholders: ReadonlyMap<string, UsernameForm> = new Map([
  ['%EMAILADDRESS%', 'address'],
  ['%EMAILLOCALPART%', 'local-part'],
]);

function readUsername(written: string): UsernameForm | undefined {
  const username = written.trim();
  const form = placeholders.get(username.toUpperCase());
  if (form !== undefined) return form;
  // Another placeholder, or nothing, says nothing that could be filled in here.
  if (username === '' || username.includes('%') || username.length > 254 || hasControl(username)) return undefined;
  return { literal: username };
}

/** The servers of a document from `url` → one candidate for each host, in the document's order. */
export function autoconfigCandidates(
  domain: string,
  url: string,
  written: readonly OutgoingServer[],
  known: KnownServers,
): Candidate[] {
  const byHost = new Map<string, Candidate>();
  for (const each of written) {
    const server = readServer(each, domain);
    if (server === undefined) continue;
    const before = byHost.get(server.host);
    const provider = known.providerOfHost(server.host);
    const usernameForm = before?.usernameForm ?? readUsername(each.username);
    byHost.set(server.host, {
      host: server.host,
      ...(provider === undefined ? {} : { provider }),
      servers: [...(before?.servers ?? []), server],
      ...(usernameForm === undefined ? {} : { usernameForm }),
      provenance: [{ from: 'autoconfig', url }],
      // The domain's owner said it, over a connection with a verified certificate.
      thirdParty: false,
    });
  }
  return [...byHost.values()];
}
