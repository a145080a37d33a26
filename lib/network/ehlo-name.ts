import 'server-only';
import net from 'node:net';
import os from 'node:os';
import { currentDeployment } from './deployment';

/** A machine's name when it is fully qualified, which is all that RFC 5321 §2.3.5 lets a client announce. */
const qualified = /^(?=.{4,253}$)[a-z0-9-]+(?:\.[a-z0-9-]+)*\.[a-z]{2,}$/i;

/**
 * The name we announce (RFC 5321 §4.1.1.1): OUTPORT_EHLO_NAME, else this machine's name if it is fully qualified,
 * else the literal of the address we speak from (§4.1.3).
 */
export function ehloName(
  localAddress: string | undefined,
  given: string | undefined = currentDeployment().ehloName,
  own: string = os.hostname(),
): string {
  if (given !== undefined) return given;
  if (qualified.test(own)) return own;
  if (localAddress === undefined) return '[127.0.0.1]';
  return net.isIPv6(localAddress) ? `[IPv6:${localAddress}]` : `[${localAddress}]`;
}
