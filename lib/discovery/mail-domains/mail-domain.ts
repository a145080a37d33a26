/**
 * Mail domains that are no provider of our own catalog: people's mailboxes at internet providers and portals, and hosters
 * that are known by the servers that take their customers' mail. Facts only; every entry says where it comes from.
 */
import type { SubmissionServer } from '../candidate';

/** A public page, or what the people of this project remember, which is proposed and never insisted on. */
export type Source = `https://${string}` | 'memory';

export type MailDomain = {
  /** Domains of its mailboxes. */
  readonly names: readonly string[];
  /** Names below them are its mailboxes, too: `nyc.rr.com`. */
  readonly below?: true;
  /** Ends of the names in its customers' MX records. */
  readonly mx?: { readonly suffixes: readonly string[]; readonly source: Source };
  readonly servers: readonly [SubmissionServer, ...SubmissionServer[]];
  readonly usernameForm: 'address' | 'local-part';
  readonly source: Source;
};

/** A file of Mozilla's public database of mail servers → its page. */
export function ispdb(file: string): Source {
  return `https://github.com/thunderbird/autoconfig/blob/HEAD/ispdb/${file}`;
}

/** A host that offers submission with TLS from the first byte on its own port (RFC 8314 §3.3). */
export function implicitTls(host: string, port = 465): SubmissionServer {
  return { host, port, security: 'implicit-tls' };
}

/** A host that offers submission with STARTTLS (RFC 6409 §3.1, RFC 3207). */
export function startTls(host: string, port = 587): SubmissionServer {
  return { host, port, security: 'starttls' };
}
