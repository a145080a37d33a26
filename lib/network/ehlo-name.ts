import 'server-only';
import net from 'node:net';
import os from 'node:os';

/**
 * The name we announce (RFC 5321 §4.1.1.1): OUTPORT_EHLO_NAME, else this machine's name if it is fully qualified,
 * else the literal of the address we speak from (§4.1.3).
 */
export function ehloName(localAddress: string | undefined): string {
  const given = process.env['OUTPORT_EHLO_NAME'];
  if (given !== undefined && /^[A-Za-z0-9.:[\]-]{1,255}$/.test(given)) return given;
  const own = os.hostname();
  if (/^(?=.{4,255}$)[A-Za-z0-9-]+(\.[A-Za-z0-9-]+)*\.[A-Za-z]{2,}$/.test(own)) return own;
  if (localAddress === undefined) return '[127.0.0.1]';
  return net.isIPv6(localAddress) ? `[IPv6:${localAddress}]` : `[${localAddress}]`;
}
