/**
 * Discovery goes from an email address to the servers its owner sends through. This folder knows what was typed, which
 * domains are known, how far each finding may be trusted and what may be shown; it asks nobody. `lib/network` asks.
 */
import { addressDomain, hasControl } from '@/lib/smtp/address';
import { isIPv4, isIPv6, normalizeHost } from '@/lib/smtp/host';

/** What was typed is no address; each has one sentence. */
const problems = {
  empty: 'Enter your email address, like ann@example.com.',
  'no-domain': 'Write the part after the @ as well, like ann@example.com.',
  'no-local-part': 'Write your name before the @, like ann@example.com.',
  several: 'Enter one email address at a time.',
  blank: 'An email address has no blanks in it. Take them out.',
  'local-part': 'The part before the @ may not hold quotes, brackets, commas, colons or semicolons.',
  'single-label': 'The part after the @ needs a dot and an ending, like example.com.',
  'address-literal': 'Write a domain after the @, like example.com, and not the number of a server.',
  'web-address': 'This is the address of a web page. Enter an email address, like ann@example.com.',
  'domain-name': 'The part after the @ is not a domain. Domains hold letters, numbers, dots and hyphens.',
  'too-long': 'This is longer than an email address can be: 254 characters, 64 of them before the @.',
  control: 'This holds characters that cannot be seen, such as a line break. Type the address again.',
} as const;

type AddressProblem = keyof typeof problems;

/** A domain in the form that is looked up (ASCII, lower case), and in the form that was typed. */
type TypedDomain = { readonly domain: string; readonly shownDomain: string };

export type TypedAddress =
  | ({ readonly kind: 'address'; readonly local: string } & TypedDomain)
  /** A domain alone: enough to look for servers, without a name to log in with. */
  | ({ readonly kind: 'domain' } & TypedDomain)
  | {
      readonly kind: 'problem';
      readonly problem: AddressProblem;
      readonly message: string;
      /** What there was of an address, so that a better domain can be offered without losing it. */
      readonly local?: string;
      readonly typedDomain?: string;
    };

const isQuotedOrListed = /[<>()[\],;:"\\]/;

function problem(name: AddressProblem, parts: { local?: string; typedDomain?: string } = {}): TypedAddress {
  return { kind: 'problem', problem: name, message: problems[name], ...parts };
}

function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text; // a percent sign of its own, which is a letter like any other in a local part
  }
}

/** `mailto:` (RFC 6068) and a name before angle brackets (RFC 5322 §3.4) are not part of the address. */
function bareAddress(typed: string): string {
  const text = typed.trim();
  const mailto = /^mailto:([^?]*)/i.exec(text);
  if (mailto !== null) return decoded(mailto[1] ?? '').trim();
  const named = /^[^<>]*<([^<>]*)>$/.exec(text);
  return named === null ? text : (named[1] ?? '').trim();
}

function domainProblem(domain: string): AddressProblem | undefined {
  if (domain === '') return 'no-domain';
  const literal = domain.replace(/^\[(?:IPv6:)?|\]$/gi, '');
  if (domain.startsWith('[') || isIPv4(literal) || isIPv6(literal)) return 'address-literal';
  const name = normalizeHost(domain);
  if (name === undefined || name.includes('_')) return 'domain-name';
  return name.includes('.') ? undefined : 'single-label';
}

function readDomain(domain: string): TypedDomain | AddressProblem {
  const wrong = domainProblem(domain);
  if (wrong !== undefined) return wrong;
  return {
    domain: normalizeHost(domain) ?? domain,
    shownDomain: domain.normalize('NFC').toLowerCase().replace(/\.$/, ''),
  };
}

/** What a person typed or pasted → the address or domain that it means, or what to say about it. */
export function readAddress(typed: string): TypedAddress {
  if (typed.trim() === '') return problem('empty');
  if (/^https?:\/\//i.test(typed.trim())) return problem('web-address');
  const text = bareAddress(typed);
  if (text === '') return problem('empty');
  if (hasControl(text)) return problem('control');
  if (/[^\s]@[^@]*[\s,;][^@]*@/.test(text) || /[<>].*[<>].*</.test(text)) return problem('several');
  if (/\s/.test(text)) return problem('blank');
  const at = text.lastIndexOf('@');
  const domain = text.slice(at + 1);
  const local = at === -1 ? undefined : text.slice(0, at);
  const read = readDomain(domain);
  if (typeof read === 'string')
    return problem(read, { ...(local ? { local } : {}), typedDomain: domain.toLowerCase() });
  if (local === undefined) return { kind: 'domain', ...read };
  if (local === '') return problem('no-local-part', { typedDomain: domain.toLowerCase() });
  if (isQuotedOrListed.test(local) || local.includes('@')) return problem('local-part');
  // RFC 5321 §4.5.3.1: octets on the wire.
  if (new TextEncoder().encode(local).length > 64 || `${local}@${read.domain}`.length > 254) return problem('too-long');
  return { kind: 'address', local, ...read };
}

/** An address as `readAddress` made it → whether `domain` is its own; both are in the form that is looked up. */
export function isOfDomain(address: string, domain: string): boolean {
  return normalizeHost(addressDomain(address)) === domain;
}
