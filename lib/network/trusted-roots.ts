import 'server-only';
import { X509Certificate } from 'node:crypto';
import { readFileSync } from 'node:fs';
import tls from 'node:tls';

export type TrustedRoots = { readonly fingerprints: ReadonlySet<string>; readonly organizations: ReadonlySet<string> };

const pemBlock = /-----BEGIN CERTIFICATE-----[^-]+-----END CERTIFICATE-----/g;

/** What Node was told to trust beside its own roots; a file it could not read it did not use either. */
function extraRoots(): string[] {
  const file = process.env['NODE_EXTRA_CA_CERTS'];
  if (file === undefined || file === '') return [];
  try {
    return readFileSync(file, 'utf8').match(pemBlock) ?? [];
  } catch {
    return [];
  }
}

/** Node 22.15 and later know; before that the bundled ones and NODE_EXTRA_CA_CERTS are all there is. */
function defaultRoots(): readonly string[] {
  const { getCACertificates } = tls as { readonly getCACertificates?: (type: 'default') => string[] };
  return getCACertificates?.('default') ?? [...tls.rootCertificates, ...extraRoots()];
}

function readRoots(pems: readonly string[]): TrustedRoots {
  const roots = pems.map((pem) => new X509Certificate(pem));
  const organizations = roots.flatMap(({ subject }) => /^O=(.+)$/m.exec(subject)?.[1] ?? []);
  return {
    fingerprints: new Set(roots.map(({ fingerprint256 }) => fingerprint256)),
    organizations: new Set(organizations),
  };
}

let known: TrustedRoots | undefined;

/** The roots a connection is judged by; `authorities` are those given for it alone. Read when first needed: only failures ask. */
export function trustedRoots(authorities: readonly string[] | undefined): TrustedRoots {
  if (authorities !== undefined) return readRoots(authorities);
  known ??= readRoots(defaultRoots());
  return known;
}
