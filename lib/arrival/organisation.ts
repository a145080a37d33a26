/** Domains that belong together: by the public suffix list, and who runs the servers of the large mailbox providers. */
import { getDomain, getPublicSuffix } from 'tldts';
import { publicName } from './public-name';

/** Private suffixes too: two customers of one hosting company are not one organisation. */
const options = { allowPrivateDomains: true, extractHostname: false } as const;

/** A domain → its organisational domain (RFC 7489 §3.2), in lower case; itself where the list knows nothing shorter. */
export function organisationalDomain(domain: string): string {
  const name = domain.toLowerCase().replace(/\.$/, '');
  return getDomain(name, options) ?? getPublicSuffix(name, options) ?? name;
}

/** Whose servers and headers go by several names; the first stands for all. */
const operators: readonly (readonly [string, ...string[]])[] = [
  ['google.com', 'gmail.com', 'googlemail.com'],
  ['outlook.com', 'hotmail.com', 'live.com', 'msn.com', 'microsoft.com', 'office365.com', 'exchangelabs.com'],
  ['yahoo.com', 'aol.com', 'ymail.com', 'rocketmail.com', 'yahoodns.net'],
  ['icloud.com', 'me.com', 'mac.com', 'apple.com'],
  ['fastmail.com', 'messagingengine.com', 'fastmail.fm'],
  ['gmx.net', 'gmx.de', 'gmx.com', 'web.de', 'mail.com', 'kundenserver.de'],
  ['proton.me', 'protonmail.com', 'protonmail.ch', 'pm.me'],
];

/** A server's name → who runs it, as an organisational domain; undefined for an address or a name that is not public. */
export function operatorOf(server: string | undefined): string | undefined {
  const name = publicName(server);
  if (name === undefined) return undefined;
  const own = organisationalDomain(name);
  return operators.find((names) => names.includes(own))?.[0] ?? own;
}

export type Alignment = 'same' | 'relaxed' | 'none';

/** An authenticated domain and the domain of From → how they fit (RFC 7489 §3.1): one and the same, one organisation, or not. */
export function alignment(authenticated: string | undefined, from: string | undefined): Alignment {
  if (authenticated === undefined || from === undefined) return 'none';
  if (authenticated.toLowerCase() === from.toLowerCase()) return 'same';
  return organisationalDomain(authenticated) === organisationalDomain(from) ? 'relaxed' : 'none';
}
