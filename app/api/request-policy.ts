/** Who may talk to Outport, and under which policy its pages run. Pure; `proxy.ts` applies it. */
export type RequestFacts = {
  readonly host: string | null;
  readonly origin: string | null;
  readonly fetchSite: string | null;
  readonly path: string;
};
/** Of the deployment, what this needs. */
export type Deployment =
  { readonly mode: 'local'; readonly port: string } | { readonly mode: 'hosted'; readonly origin: string };

/** Undefined when admitted. A foreign Host is how DNS rebinding reaches a server on loopback; a foreign Origin how another page does. */
export function refuse(
  { host, origin, fetchSite, path }: RequestFacts,
  deployment: Deployment,
): 'host' | 'origin' | undefined {
  const hosts =
    deployment.mode === 'hosted'
      ? [new URL(deployment.origin).host]
      : ['127.0.0.1', 'localhost', '[::1]'].map((name) => `${name}:${deployment.port}`);
  if (host === null || !hosts.includes(host.toLowerCase())) return 'host';
  if (!path.startsWith('/api/')) return undefined;
  const own = deployment.mode === 'hosted' ? deployment.origin : `http://${host.toLowerCase()}`;
  if (origin !== null && origin !== own) return 'origin';
  if (fetchSite !== null && fetchSite !== 'same-origin' && fetchSite !== 'none') return 'origin';
  return undefined;
}

/** The policy of every page. Development needs `eval` for its own tools. */
export function contentPolicy(nonce: string, isDevelopment: boolean): string {
  const scripts = `'nonce-${nonce}' 'strict-dynamic'${isDevelopment ? " 'unsafe-eval'" : ''}`;
  return `default-src 'none'; script-src ${scripts}; style-src 'self' 'nonce-${nonce}'; connect-src 'self'; img-src 'self' data:; font-src 'self'; frame-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'`;
}
