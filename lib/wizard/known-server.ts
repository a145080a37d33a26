/** Which provider's knowledge applies: the one that was chosen, or the one that the host belongs to. */
import { findHost, type Directory } from '@/lib/providers/directory';
import type { Provider, ProviderVariant } from '@/lib/providers/provider';
import type { Draft } from './draft';

export type KnownServer = { readonly provider?: Provider; readonly variant?: ProviderVariant };

/** The ids alone, which the directory can tell before a provider's file is fetched. */
export type ServerName = { readonly provider?: string; readonly variant?: string };

/** A chosen provider's id, the chosen variant's id and the host → whose server it is; empty when nobody knows. */
export function nameServer(
  directory: Directory,
  provider: string | undefined,
  variant: string,
  host: string,
): ServerName {
  const chosen = directory.find(({ id }) => id === provider);
  if (chosen !== undefined) return { provider: chosen.id, variant };
  const found = findHost(directory, host);
  return found === undefined ? {} : { provider: found.entry.id, variant: found.variant };
}

/** The same for a finished account step. */
export function nameServerOf(directory: Directory, { provider, account }: Draft): ServerName {
  return account === undefined ? {} : nameServer(directory, provider, account.variant, account.host);
}

/** A fetched provider and a variant's id → what is known of that server. A host the customer typed takes its place. */
export function knownServer(provider: Provider | undefined, variantId: string | undefined): KnownServer {
  const variant = provider?.variants.find(({ id }) => id === variantId);
  return { ...(provider === undefined ? {} : { provider }), ...(variant === undefined ? {} : { variant }) };
}
