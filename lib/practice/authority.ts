import 'server-only';
import 'reflect-metadata'; // @peculiar/x509 resolves its parts by it
import { webcrypto } from 'node:crypto';
import * as x509 from '@peculiar/x509';

const algorithm = { name: 'ECDSA', namedCurve: 'P-256', hash: 'SHA-256' } as const;
const hour = 3_600_000;

export type PracticeCertificate = { readonly authorityPem: string; readonly cert: string; readonly key: string };

/** A new authority and one certificate for localhost and 127.0.0.1, for as long as this process lives; all PEM. */
export async function makePracticeCertificate(): Promise<PracticeCertificate> {
  x509.cryptoProvider.set(webcrypto as Crypto);
  const makeKeys = async () => await webcrypto.subtle.generateKey(algorithm, true, ['sign', 'verify']);
  const [rootKeys, keys] = await Promise.all([makeKeys(), makeKeys()]);
  const period = { notBefore: new Date(Date.now() - hour), notAfter: new Date(Date.now() + 30 * 24 * hour) };
  const root = await x509.X509CertificateGenerator.createSelfSigned({
    serialNumber: '01',
    name: 'CN=Outport practice authority',
    ...period,
    keys: rootKeys,
    signingAlgorithm: algorithm,
    extensions: [
      new x509.BasicConstraintsExtension(true, 0, true),
      new x509.KeyUsagesExtension(x509.KeyUsageFlags.keyCertSign, true),
    ],
  });
  const certificate = await x509.X509CertificateGenerator.create({
    serialNumber: '02',
    subject: 'CN=localhost',
    issuer: root.subject,
    ...period,
    signingKey: rootKeys.privateKey,
    publicKey: keys.publicKey,
    signingAlgorithm: algorithm,
    extensions: [
      new x509.SubjectAlternativeNameExtension([
        { type: 'dns', value: 'localhost' },
        { type: 'ip', value: '127.0.0.1' },
      ]),
      new x509.ExtendedKeyUsageExtension([x509.ExtendedKeyUsage.serverAuth]),
    ],
  });
  const key = x509.PemConverter.encode(await webcrypto.subtle.exportKey('pkcs8', keys.privateKey), 'PRIVATE KEY');
  return { authorityPem: root.toString('pem'), cert: certificate.toString('pem'), key };
}
