import 'reflect-metadata'; // @peculiar/x509 resolves its parts by it
import { webcrypto } from 'node:crypto';
import * as x509 from '@peculiar/x509';

/** Certificates made at test time: an authority and leaves with the faults a test asks for. */
x509.cryptoProvider.set(webcrypto as Crypto);

const algorithm = { name: 'ECDSA', namedCurve: 'P-256', hash: 'SHA-256' } as const;
const day = 86_400_000;

export type Leaf = { readonly cert: string; readonly key: string };
export type LeafOptions = {
  readonly names?: readonly string[];
  readonly addresses?: readonly string[];
  readonly validFrom?: Date;
  readonly validTo?: Date;
};
export type Authority = { readonly pem: string; issue(options?: LeafOptions): Promise<Leaf> };

async function keyPem(keys: CryptoKeyPair): Promise<string> {
  return x509.PemConverter.encode(await webcrypto.subtle.exportKey('pkcs8', keys.privateKey), 'PRIVATE KEY');
}

/** A new authority that can issue server certificates, by default for `localhost` and both loopback addresses. */
export async function makeAuthority(): Promise<Authority> {
  const keys = await webcrypto.subtle.generateKey(algorithm, true, ['sign', 'verify']);
  const root = await x509.X509CertificateGenerator.createSelfSigned({
    serialNumber: '01',
    name: 'CN=Outport test authority',
    notBefore: new Date(Date.now() - 30 * day),
    notAfter: new Date(Date.now() + 30 * day),
    keys,
    signingAlgorithm: algorithm,
    extensions: [
      new x509.BasicConstraintsExtension(true, 1, true),
      new x509.KeyUsagesExtension(x509.KeyUsageFlags.keyCertSign, true),
    ],
  });
  let serial = 1;
  const issue = async (options: LeafOptions = {}): Promise<Leaf> => {
    const { names = ['localhost'], addresses = ['127.0.0.1', '::1'] } = options;
    const own = await webcrypto.subtle.generateKey(algorithm, true, ['sign', 'verify']);
    serial += 1;
    const alternatives = [
      ...names.map((value) => ({ type: 'dns' as const, value })),
      ...addresses.map((value) => ({ type: 'ip' as const, value })),
    ];
    const leaf = await x509.X509CertificateGenerator.create({
      serialNumber: serial.toString(16).padStart(2, '0'),
      subject: `CN=${names[0] ?? 'test'}`,
      issuer: root.subject,
      notBefore: options.validFrom ?? new Date(Date.now() - day),
      notAfter: options.validTo ?? new Date(Date.now() + 10 * day),
      signingKey: keys.privateKey,
      publicKey: own.publicKey,
      signingAlgorithm: algorithm,
      extensions: [
        new x509.SubjectAlternativeNameExtension(alternatives),
        new x509.ExtendedKeyUsageExtension([x509.ExtendedKeyUsage.serverAuth]),
      ],
    });
    return { cert: leaf.toString('pem'), key: await keyPem(own) };
  };
  return { pem: root.toString('pem'), issue };
}
