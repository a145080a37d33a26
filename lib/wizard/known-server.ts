/** Which provider's knowledge applies: the one that was chosen, or the one that the host belongs to. */
import { findProvider, findProviderByHost } from '@/lib/providers/catalog';
import type { Provider, ProviderVariant } from '@/lib/providers/provider';
import type { Draft } from './draft';

export type KnownServer = { readonly provider?: Provider; readonly variant?: ProviderVariant };

/** A chosen provider's id, the chosen variant's id and the host → what is known of that server; empty when nothing is. */
export function knownServer(provider: string | undefined, variant: string, host: string): KnownServer {
  const chosen = findProvider(provider);
  if (chosen === undefined) return findProviderByHost(host) ?? {};
  const own = chosen.variants.find(({ id }) => id === variant);
  return { provider: chosen, ...(own === undefined ? {} : { variant: own }) };
}

/** The same for a finished account step. */
export function knownServerOf({ provider, account }: Draft): KnownServer {
  return account === undefined ? {} : knownServer(provider, account.variant, account.host);
}
