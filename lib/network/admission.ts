import 'server-only';
import os from 'node:os';
import ipaddr from 'ipaddr.js';
import { isIPv4, isIPv6 } from '@/lib/smtp/host';
import { mailPorts, type Endpoint } from '@/lib/smtp/endpoint';
import type { Mode } from './deployment';

/**
 * Which targets we agree to. In local mode the person could dial anything anyway, so everything is admitted. In
 * hosted mode an open prober would be a port scanner and a request forger (OWASP: server-side request forgery).
 */
export type PortAdmission = { readonly admitted: true } | { readonly admitted: false; readonly reason: 'port' };

/** Endpoints of a request → whether their ports are ones we dial in this mode. */
export function admitPorts(endpoints: readonly Pick<Endpoint, 'port'>[], mode: Mode): PortAdmission {
  if (mode === 'local' || endpoints.every(({ port }) => mailPorts.has(port))) return { admitted: true };
  return { admitted: false, reason: 'port' };
}

type Address = ipaddr.IPv4 | ipaddr.IPv6;

/** All that IANA gave out for the whole internet (RFC 4291 §2.4); the rest is special, local, or not in use. */
const globalUnicast = ipaddr.IPv6.parseCIDR('2000::/3');
const wellKnownNat64 = ipaddr.IPv6.parseCIDR('64:ff9b::/96');

function fromBytes(bytes: readonly number[]): Address {
  return ipaddr.fromByteArray([...bytes]);
}

/**
 * The IPv4 addresses that packets to this one end up at: inside a mapped, 6to4, Teredo (server and client) or NAT64
 * address (RFC 4291 §2.5.5.2, 3056, 4380, 6052); none for an ordinary one. 64:ff9b:1::/48 (RFC 8215) hides its IPv4
 * address at a place that its network chose, so it is not unwrapped, and not global either.
 */
function embedded(address: ipaddr.IPv6): readonly Address[] {
  const bytes = address.toByteArray();
  switch (address.range()) {
    case 'ipv4Mapped':
      return [fromBytes(bytes.slice(12, 16))];
    case '6to4':
      return [fromBytes(bytes.slice(2, 6))];
    case 'teredo':
      return [fromBytes(bytes.slice(4, 8)), fromBytes(bytes.slice(12, 16).map((byte) => byte ^ 0xff))];
    case 'rfc6052':
      return address.match(wellKnownNat64) ? [fromBytes(bytes.slice(12, 16))] : [];
    default:
      return [];
  }
}

function isPublic(address: Address): boolean {
  if (!(address instanceof ipaddr.IPv6)) return address.range() === 'unicast';
  const inside = embedded(address);
  if (inside.length > 0) return inside.every(isPublic);
  return address.range() === 'unicast' && address.match(globalUnicast);
}

/** Read as the system will read it: ipaddr.js takes the IPv4-compatible `::8.8.8.8` for a mapped address, connect(2) does not. */
function parseAddress(text: string): Address | undefined {
  if (isIPv4(text)) return ipaddr.IPv4.parse(text);
  if (!isIPv6(text)) return undefined;
  return ipaddr.IPv6.parse(new URL(`http://[${text}]/`).hostname.slice(1, -1));
}

function ownAddresses(): readonly string[] {
  const interfaces = Object.values(os.networkInterfaces()).flatMap((list) => list ?? []);
  return interfaces.map(({ address }) => address);
}

/** An address as dialled → whether it may be reached in this mode: hosted reaches public unicast addresses only, never our own. */
export function admitAddress(text: string, mode: Mode, own?: readonly string[]): boolean {
  if (mode === 'local') return true;
  const address = parseAddress(text);
  if (address === undefined) return false;
  const ours = new Set(
    (own ?? ownAddresses())
      .filter((each) => ipaddr.isValid(each))
      .map((each) => ipaddr.parse(each).toNormalizedString()),
  );
  const reached = address instanceof ipaddr.IPv6 ? [address, ...embedded(address)] : [address];
  return isPublic(address) && reached.every((each) => !ours.has(each.toNormalizedString()));
}

/** All addresses of a name must pass: one private address among public ones is how a rebinding begins. */
export function admitAddresses(addresses: readonly string[], mode: Mode): boolean {
  return addresses.every((address) => admitAddress(address, mode));
}
