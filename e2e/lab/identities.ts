/** Every server identity the scenarios ask for by name, and the one authority that Outport is told to trust. */
import { issue, makeIssuer, type ServerIdentity } from './authority';

export const labDomain = 'lab.test';
/** Names of real providers that the lab's name server leads to the lab. */
const providerNames = [
  'smtp.sendgrid.net',
  'smtp.eu.sendgrid.net',
  'smtp.mailgun.org',
  'smtp.eu.mailgun.org',
  'smtp.gmail.com',
  'smtp-relay.gmail.com',
  'smtp.postmarkapp.com',
] as const;

const names = [`*.${labDomain}`];

export type IdentityName =
  | 'good'
  | 'good-rsa'
  | 'good-chain'
  | 'provider'
  | 'hosting'
  | 'common-name-only'
  | 'for-address'
  | 'expired'
  | 'expires-soon'
  | 'not-yet-valid'
  | 'self-signed'
  | 'private-root'
  | 'unknown-leaf'
  | 'unknown-chain'
  | 'missing-intermediate'
  | 'wrong-name'
  | 'wildcard-too-short'
  | 'expired-wrong-name'
  | 'client-only';

export type Identities = { readonly authority: string; readonly of: Readonly<Record<IdentityName, ServerIdentity>> };

/** `addresses` are those that a certificate for an address literal names. */
export async function makeIdentities(addresses: readonly string[]): Promise<Identities> {
  const root = await makeIssuer('Outport lab authority');
  const middle = await makeIssuer('Outport lab intermediate', root);
  const stranger = await makeIssuer('A private authority');
  const strangerMiddle = await makeIssuer('A private intermediate', stranger);
  const issuerUrl = 'http://ca.lab.test/intermediate.der';
  const of = {
    good: await issue(root, { names }),
    'good-rsa': await issue(root, { names, key: 'rsa' }),
    'good-chain': await issue(middle, { names, issuerUrl, chain: [middle] }),
    provider: await issue(root, { names: providerNames }),
    hosting: await issue(root, { names: ['server7.hosting.test', '*.hosting.test'] }),
    'common-name-only': await issue(root, { subject: 'common-name-only.lab.test' }),
    'for-address': await issue(root, { subject: 'lab address', addresses }),
    expired: await issue(root, { names, from: -20, to: -1 }),
    'expires-soon': await issue(root, { names, from: -20, to: 0.5 }),
    'not-yet-valid': await issue(root, { names, from: 1, to: 20 }),
    'self-signed': await issue(undefined, { names }),
    'private-root': await issue(stranger, { names, chain: [stranger] }),
    'unknown-leaf': await issue(stranger, { names }),
    'unknown-chain': await issue(strangerMiddle, { names, chain: [strangerMiddle] }),
    'missing-intermediate': await issue(middle, { names, issuerUrl }),
    'wrong-name': await issue(root, { names: ['other.test', 'mail.other.test'] }),
    'wildcard-too-short': await issue(root, { names: ['*.test'] }),
    'expired-wrong-name': await issue(root, { names: ['other.test'], from: -20, to: -1 }),
    'client-only': await issue(root, { names, purpose: 'client' }),
  };
  return { authority: root.certificate.toString('pem'), of };
}
