/** Who the other side says it is, before a certificate proved anything. */
import { isIpLiteral } from './address-literal';
import type { Evidence } from './finding';

/** The server's lines of one reply code, without the code, in the order they came. */
function serverLines({ transcript }: Evidence, code: string): string[] {
  return transcript.flatMap(({ from, text }) => (from === 'server' && text.startsWith(code) ? [text.slice(4)] : []));
}

/** The greeting's words (RFC 5321 §4.2), or undefined when none came. */
export function greeting(evidence: Evidence): string | undefined {
  return serverLines(evidence, '220')[0];
}

const domainName = /^(?=.{4,253}$)(?:[a-z0-9](?:[a-z0-9-]*[a-z0-9])?\.)+[a-z][a-z0-9-]*[a-z0-9]$/;

/** The name a server gives itself in its greeting or EHLO reply (RFC 5321 §4.2, §4.1.1.1), when that is a domain name. */
export function namesItself(evidence: Evidence): string | undefined {
  const words = [serverLines(evidence, '220')[0], serverLines(evidence, '250')[0]];
  return words
    .flatMap((line) => (line === undefined ? [] : [line.trim().split(/\s+/)[0]?.toLowerCase() ?? '']))
    .find((word) => domainName.test(word));
}

/** Second labels under which countries let anybody register: `co.uk`, `com.au`. */
const registries = new Set(['co', 'com', 'net', 'org', 'ac', 'gov', 'edu']);

/**
 * Two names are of one owner here when their last two labels agree, or three below a country's registry; only ever
 * asked about providers' own domains, so the full list of public suffixes is not needed.
 */
function ownerOf(name: string): string {
  const labels = name.replace(/^\*\./, '').toLowerCase().split('.');
  const [second = '', top = ''] = labels.slice(-2);
  return labels.slice(top.length === 2 && registries.has(second) ? -3 : -2).join('.');
}

/** True when the name lies in a domain of this provider. */
export function belongsTo(name: string, { provider }: Evidence): boolean {
  const own = [...(provider?.variants.map(({ host }) => host) ?? []), ...(provider?.alsoKnownAs ?? [])];
  return own.some((domain) => ownerOf(domain) === ownerOf(name));
}

/** True when the host dialled is one that this provider runs. */
export function isProvidersHost({ host, provider }: Evidence): boolean {
  return provider?.variants.some((variant) => variant.host === host) ?? false;
}

/**
 * The name by which somebody else than the provider greeted, or undefined. A web host that leads mail to its own
 * server is seen by this alone, since the address dialled still is the provider's.
 */
export function greetedByStranger(evidence: Evidence): string | undefined {
  const name = isProvidersHost(evidence) ? namesItself(evidence) : undefined;
  return name === undefined || belongsTo(name, evidence) ? undefined : name;
}

/** A greeting of nothing but stars: a firewall that inspects SMTP hides the server behind them. */
export function isMaskedGreeting(evidence: Evidence): boolean {
  return /^[*\s02]{5,}$/.test(greeting(evidence) ?? '');
}

/** A certificate's names that can be dialled: no wildcards, no addresses, not the host itself. */
export function dialableNames(altNames: readonly string[], host: string): string[] {
  return altNames.filter((name) => name !== host && !isIpLiteral(name) && domainName.test(name.toLowerCase()));
}
