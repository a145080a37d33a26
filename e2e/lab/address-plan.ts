/**
 * The lab's addresses, all from prefixes set aside for documentation and measurement (RFC 5737, RFC 2544, RFC 3849).
 * The far side answers for two whole prefixes, so that every scenario has addresses, and all ports of them, to itself.
 */
export const near = { ipv4: '192.0.2.1', ipv6: '2001:db8::1' } as const;
export const far = { ipv4: '192.0.2.2', ipv6: '2001:db8::2' } as const;
export const farPrefixes = { ipv4: '198.18.0.0/16', ipv6: '2001:db8:1::/64' } as const;
/** Addresses for which the near side has no route at all. */
export const unrouted = { ipv4: '203.0.113.1', ipv6: '2001:db8:ffff::1' } as const;

/** Addresses on the far side that scenarios dial as they are, without a name. */
export const literals = ['198.18.253.1', '198.18.253.2'] as const;

export type Pair = { readonly ipv4: string; readonly ipv6: string };

/** The n-th pair of addresses on the far side, n from 1 to 65,000. */
export function pairOf(n: number): Pair {
  return { ipv4: `198.18.${n >> 8}.${n & 255}`, ipv6: `2001:db8:1::${n.toString(16)}` };
}
