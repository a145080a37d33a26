/** Certificate authorities of the lab's own: roots, intermediates and what they issue, with any fault asked for (RFC 5280). */
import 'reflect-metadata'; // @peculiar/x509 resolves its parts by it
import { webcrypto } from 'node:crypto';
import * as x509 from '@peculiar/x509';

x509.cryptoProvider.set(webcrypto as Crypto);

const day = 86_400_000;
const elliptic = { name: 'ECDSA', namedCurve: 'P-256', hash: 'SHA-256' } as const;
const rsa = { name: 'RSASSA-PKCS1-v1_5', modulusLength: 2048, publicExponent: new Uint8Array([1, 0, 1]) } as const;

export type Issuer = { readonly certificate: x509.X509Certificate; readonly keys: CryptoKeyPair };
/** What a server needs: its certificate, followed by those it sends along, and its key, all as PEM. */
export type ServerIdentity = { readonly cert: string; readonly key: string };
export type Wishes = {
  readonly names?: readonly string[];
  readonly addresses?: readonly string[];
  /** The common name; the first name unless said otherwise. */
  readonly subject?: string;
  /** Days from now. */
  readonly from?: number;
  readonly to?: number;
  readonly purpose?: 'server' | 'client';
  readonly key?: 'elliptic' | 'rsa';
  /** Where the issuer's certificate could be fetched (RFC 5280 §4.2.2.1). */
  readonly issuerUrl?: string;
  /** Sent after the server's own certificate. */
  readonly chain?: readonly Issuer[];
};

let serial = 1;
const nextSerial = (): string => (serial += 1).toString(16).padStart(4, '0');
const fromNow = (days: number): Date => new Date(Date.now() + days * day);

function makeKeys(kind: 'elliptic' | 'rsa' = 'elliptic'): Promise<CryptoKeyPair> {
  const algorithm = kind === 'rsa' ? { ...rsa, hash: 'SHA-256' } : elliptic;
  return webcrypto.subtle.generateKey(algorithm, true, ['sign', 'verify']);
}

async function keyPem(keys: CryptoKeyPair): Promise<string> {
  return x509.PemConverter.encode(await webcrypto.subtle.exportKey('pkcs8', keys.privateKey), 'PRIVATE KEY');
}

/** A name → a self-signed authority, or, with `above`, one that the other vouches for. */
export async function makeIssuer(name: string, above?: Issuer): Promise<Issuer> {
  const keys = await makeKeys();
  const certificate = await x509.X509CertificateGenerator.create({
    serialNumber: nextSerial(),
    subject: `CN=${name}`,
    issuer: above?.certificate.subject ?? `CN=${name}`,
    notBefore: fromNow(-30),
    notAfter: fromNow(30),
    publicKey: keys.publicKey,
    signingKey: (above?.keys ?? keys).privateKey,
    signingAlgorithm: elliptic,
    extensions: [
      new x509.BasicConstraintsExtension(true, above === undefined ? 1 : 0, true),
      new x509.KeyUsagesExtension(x509.KeyUsageFlags.keyCertSign, true),
    ],
  });
  return { certificate, keys };
}

function extensionsFor(wishes: Wishes): x509.Extension[] {
  const { names = [], addresses = [], purpose = 'server', issuerUrl } = wishes;
  const alternatives = [
    ...names.map((value) => ({ type: 'dns' as const, value })),
    ...addresses.map((value) => ({ type: 'ip' as const, value })),
  ];
  const usage = purpose === 'server' ? x509.ExtendedKeyUsage.serverAuth : x509.ExtendedKeyUsage.clientAuth;
  return [
    new x509.ExtendedKeyUsageExtension([usage]),
    ...(alternatives.length > 0 ? [new x509.SubjectAlternativeNameExtension(alternatives)] : []),
    ...(issuerUrl === undefined ? [] : [new x509.AuthorityInfoAccessExtension({ caIssuers: issuerUrl })]),
  ];
}

/** An issuer and wishes → a server's identity; without an issuer it vouches for itself. */
export async function issue(issuer: Issuer | undefined, wishes: Wishes): Promise<ServerIdentity> {
  const keys = await makeKeys(wishes.key);
  const subject = `CN=${wishes.subject ?? wishes.names?.[0] ?? 'lab'}`;
  const certificate = await x509.X509CertificateGenerator.create({
    serialNumber: nextSerial(),
    subject,
    issuer: issuer?.certificate.subject ?? subject,
    notBefore: fromNow(wishes.from ?? -1),
    notAfter: fromNow(wishes.to ?? 10),
    publicKey: keys.publicKey,
    signingKey: (issuer?.keys ?? keys).privateKey,
    signingAlgorithm: issuer === undefined && wishes.key === 'rsa' ? { ...rsa, hash: 'SHA-256' } : elliptic,
    extensions: extensionsFor(wishes),
  });
  const chain = [certificate, ...(wishes.chain ?? []).map((above) => above.certificate)];
  return { cert: chain.map((one) => one.toString('pem')).join('\n'), key: await keyPem(keys) };
}
