import 'server-only';
import os from 'node:os';
import ipaddr from 'ipaddr.js';
import { mailPorts, type Endpoint } from '@/lib/smtp/endpoint';
import type { Mode } from './mode';

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

function fromBytes(bytes: readonly number[]): Address {
  return ipaddr.fromByteArray([...bytes]);
}

/** The IPv4 address inside a mapped, 6to4, Teredo or NAT64 address (RFC 4291 §2.5.5.2, 3056, 4380, 6052), else the address itself. */
function unwrap(address: Address): Address {
  if (!(address instanceof ipaddr.IPv6)) return address;
  const bytes = address.toByteArray();
  switch (address.range()) {
    case 'ipv4Mapped':
      return address.toIPv4Address();
    case '6to4':
      return fromBytes(bytes.slice(2, 6));
    case 'teredo':
      return fromBytes(bytes.slice(12, 16).map((byte) => byte ^ 0xff));
    case 'rfc6052':
      return fromBytes(bytes.slice(12, 16));
    default:
      return address;
  }
}

function ownAddresses(): ReadonlySet<string> {
  const interfaces = Object.values(os.networkInterfaces()).flatMap((list) => list ?? []);
  return new Set(interfaces.map(({ address }) => address));
}

/** An address as dialled → whether it may be reached in this mode: hosted reaches public unicast addresses only, never our own. */
function admitAddress(text: string, mode: Mode, own: ReadonlySet<string> = ownAddresses()): boolean {
  if (mode === 'local') return true;
  if (!ipaddr.isValid(text) || own.has(text)) return false;
  const address = unwrap(ipaddr.parse(text));
  return address.range() === 'unicast' && !own.has(address.toString());
}

/** All addresses of a name must pass: one private address among public ones is how a rebinding begins. */
export function admitAddresses(addresses: readonly string[], mode: Mode): boolean {
  return addresses.every((address) => admitAddress(address, mode));
}
