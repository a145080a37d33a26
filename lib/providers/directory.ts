/**
 * The short list of all providers: what choosing, searching and recognising one needs, without its advice. It is small
 * enough to come with every step's page; the rest of a provider is fetched when it is needed.
 */
import type { Provider, ProviderKind, ProviderPort } from './provider';

type DirectoryHost = {
  readonly variant: string;
  readonly host: string;
  readonly ports: readonly Pick<ProviderPort, 'port' | 'security'>[];
};

export type DirectoryEntry = Pick<Provider, 'id' | 'name' | 'shortName' | 'hint' | 'mark' | 'aliases'> & {
  readonly kind: ProviderKind;
  readonly hosts: readonly [DirectoryHost, ...DirectoryHost[]];
};

export type Directory = readonly DirectoryEntry[];

/** A provider → its entry. */
export function directoryEntry(provider: Provider): DirectoryEntry {
  const { id, kind, name, shortName, hint, mark, aliases, variants } = provider;
  const short = ({ id: variant, host, ports }: Provider['variants'][number]): DirectoryHost => ({
    variant,
    host,
    ports: ports.map(({ port, security }) => ({ port, security })),
  });
  const [first, ...others] = variants;
  return { id, kind, name, shortName, hint, mark, aliases, hosts: [short(first), ...others.map(short)] };
}

/** A host name → the provider that runs it and which of its hosts it is, or undefined. */
export function findHost(
  directory: Directory,
  host: string,
): { readonly entry: DirectoryEntry; readonly variant: string } | undefined {
  // Anything may run on this computer: its name tells nothing.
  if (host === '' || host === 'localhost') return undefined;
  for (const entry of directory) {
    const found = entry.hosts.find((candidate) => candidate.host === host);
    if (found !== undefined) return { entry, variant: found.variant };
  }
  return undefined;
}
