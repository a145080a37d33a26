import 'server-only';

type TrustedListener = { readonly address: string; readonly port: number; readonly authorityPem: string };

// The bundler gives instrumentation and routes a copy of this module each; the registry is one per process.
const key = Symbol.for('outport.trusted-listeners');
const registry = globalThis as { [key]?: TrustedListener[] };

/** Trusts an authority for one address and port and nowhere else: the practice server's own listeners. */
export function trustListener(listener: TrustedListener): void {
  registry[key] = [
    ...(registry[key] ?? []).filter((known) => known.address !== listener.address || known.port !== listener.port),
    listener,
  ];
}

/**
 * The roots for a connection: undefined means Node's own and NODE_EXTRA_CA_CERTS. A listener of ours is vouched for by
 * its own authority and nobody else; reading all public roots again for it would cost a tenth of a second each time.
 */
export function authoritiesFor(address: string, port: number): string[] | undefined {
  const listener = (registry[key] ?? []).find((known) => known.address === address && known.port === port);
  return listener === undefined ? undefined : [listener.authorityPem];
}
