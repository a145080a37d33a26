/** The lab's own authority and the server certificates the tests need: a good one and two with one fault each. */
import { ownAddress } from './own-address';
import { makeAuthority, type Leaf } from '../../lib/network/testing/certificates';

const day = 86_400_000;

export type LabCertificates = {
  /** PEM of the authority; give it to a client by NODE_EXTRA_CA_CERTS or openssl.cafile. */
  readonly authority: string;
  /** A good one for another name. */
  readonly goodFor: (name: string) => Promise<Leaf>;
  /** For mail.test, localhost, 127.0.0.1 and `ownAddress`. */
  readonly good: Leaf;
  /** The same names, but its time ran out yesterday. */
  readonly expired: Leaf;
  /** In date and from the same authority, for a host that is not the one dialled. */
  readonly wrongName: Leaf;
};

/** Makes a fresh authority with its three server certificates. */
export async function makeLabCertificates(): Promise<LabCertificates> {
  const authority = await makeAuthority();
  const names = ['mail.test', 'localhost'];
  const addresses = ['127.0.0.1', ownAddress];
  const now = Date.now();
  return {
    authority: authority.pem,
    goodFor: (name) => authority.issue({ names: [name], addresses: [] }),
    good: await authority.issue({ names, addresses }),
    expired: await authority.issue({
      names,
      addresses,
      validFrom: new Date(now - 20 * day),
      validTo: new Date(now - day),
    }),
    wrongName: await authority.issue({ names: ['other.test'], addresses: [] }),
  };
}
