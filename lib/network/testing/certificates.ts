import 'reflect-metadata'; // @peculiar/x509 resolves its parts by it
import { webcrypto } from 'node:crypto';
import * as x509 from '@peculiar/x509';

/** Certificates made at test time: authorities, intermediates and leaves with the faults a test asks for. */
x509.cryptoProvider.set(webcrypto as Crypto);

const elliptic = { name: 'ECDSA', namedCurve: 'P-256', hash: 'SHA-256' } as const;
const rsa = (modulusLength: number) => ({
  name: 'RSASSA-PKCS1-v1_5',
  hash: 'SHA-256',
  publicExponent: new Uint8Array([1, 0, 1]),
  modulusLength,
});
const day = 86_400_000;

export type Leaf = { readonly cert: string; readonly key: string };
export type LeafOptions = {
  readonly names?: readonly string[];
  readonly addresses?: readonly string[];
  readonly validFrom?: Date;
  readonly validTo?: Date;
  readonly purpose?: 'server' | 'client';
  /** An RSA key of so many bits instead of P-256. */
  readonly rsaBits?: number;
  /** Where the issuer's certificate can be had (RFC 5280 §4.2.2.1). */
  readonly issuerUrl?: string;
};
export type Authority = {
  /** The certificate to trust. */
  readonly pem: string;
  /** A certificate for a server, by default for `localhost` and both loopback addresses. */
  issue(options?: LeafOptions): Promise<Leaf>;
  /** An authority below this one. What it issues comes without the link to it, unless the test adds `pem`. */
  makeIntermediate(name?: string): Promise<Authority>;
};

type Issuer = { readonly certificate: x509.X509Certificate; readonly keys: CryptoKeyPair };

async function keyPem(keys: CryptoKeyPair): Promise<string> {
  return x509.PemConverter.encode(await webcrypto.subtle.exportKey('pkcs8', keys.privateKey), 'PRIVATE KEY');
}

const makeKeys = async (algorithm: typeof elliptic | ReturnType<typeof rsa>): Promise<CryptoKeyPair> =>
  await webcrypto.subtle.generateKey(algorithm, true, ['sign', 'verify']);

const authorityExtensions = [
  new x509.BasicConstraintsExtension(true, undefined, true),
  new x509.KeyUsagesExtension(x509.KeyUsageFlags.keyCertSign, true),
];

let serial = 1;
function nextSerial(): string {
  serial += 1;
  return serial.toString(16).padStart(4, '0');
}

function leafExtensions({ names = ['localhost'], addresses = ['127.0.0.1', '::1'], ...options }: LeafOptions) {
  const alternatives = [
    ...names.map((value) => ({ type: 'dns' as const, value })),
    ...addresses.map((value) => ({ type: 'ip' as const, value })),
  ];
  const purpose = options.purpose === 'client' ? x509.ExtendedKeyUsage.clientAuth : x509.ExtendedKeyUsage.serverAuth;
  return [
    ...(alternatives.length === 0 ? [] : [new x509.SubjectAlternativeNameExtension(alternatives)]),
    new x509.ExtendedKeyUsageExtension([purpose]),
    ...(options.issuerUrl === undefined
      ? []
      : [new x509.AuthorityInfoAccessExtension({ caIssuers: [new x509.GeneralName('url', options.issuerUrl)] })]),
  ];
}

async function issueFrom(issuer: Issuer | undefined, options: LeafOptions): Promise<Leaf> {
  const keys = await makeKeys(options.rsaBits === undefined ? elliptic : rsa(options.rsaBits));
  const subject = `CN=${options.names?.[0] ?? 'localhost'}`;
  const leaf = await x509.X509CertificateGenerator.create({
    serialNumber: nextSerial(),
    subject,
    issuer: issuer?.certificate.subject ?? subject,
    notBefore: options.validFrom ?? new Date(Date.now() - day),
    notAfter: options.validTo ?? new Date(Date.now() + 10 * day),
    signingKey: (issuer?.keys ?? keys).privateKey,
    publicKey: keys.publicKey,
    signingAlgorithm: issuer === undefined && options.rsaBits !== undefined ? rsa(options.rsaBits) : elliptic,
    extensions: leafExtensions(options),
  });
  return { cert: leaf.toString('pem'), key: await keyPem(keys) };
}

function authorityFrom(issuer: Issuer): Authority {
  return {
    pem: issuer.certificate.toString('pem'),
    issue: (options = {}) => issueFrom(issuer, options),
    async makeIntermediate(name = 'CN=Outport test intermediate') {
      const keys = await makeKeys(elliptic);
      const certificate = await x509.X509CertificateGenerator.create({
        serialNumber: nextSerial(),
        subject: name,
        issuer: issuer.certificate.subject,
        notBefore: new Date(Date.now() - 30 * day),
        notAfter: new Date(Date.now() + 30 * day),
        signingKey: issuer.keys.privateKey,
        publicKey: keys.publicKey,
        signingAlgorithm: elliptic,
        extensions: authorityExtensions,
      });
      return authorityFrom({ certificate, keys });
    },
  };
}

/** A new authority that nobody trusts yet. */
export async function makeAuthority(name = 'CN=Outport test authority'): Promise<Authority> {
  const keys = await makeKeys(elliptic);
  const certificate = await x509.X509CertificateGenerator.createSelfSigned({
    serialNumber: nextSerial(),
    name,
    notBefore: new Date(Date.now() - 30 * day),
    notAfter: new Date(Date.now() + 30 * day),
    keys,
    signingAlgorithm: elliptic,
    extensions: authorityExtensions,
  });
  return authorityFrom({ certificate, keys });
}

/** A server's certificate that it signed itself. */
export function makeSelfSigned(options: LeafOptions = {}): Promise<Leaf> {
  return issueFrom(undefined, options);
}
