import 'server-only';

/** The addresses of a host by family, in the resolver's order. */
export type Addresses = { readonly ipv4: readonly string[]; readonly ipv6: readonly string[] };
