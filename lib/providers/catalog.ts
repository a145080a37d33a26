import { googleWorkspace } from './google-workspace';
import { mailgun } from './mailgun';
import type { Provider, ProviderVariant } from './provider';
import { sendgrid } from './sendgrid';

/** Every provider, in the order they are offered. */
export const providers: readonly Provider[] = [sendgrid, mailgun, googleWorkspace];

/** An id → the provider, or undefined. */
export function findProvider(id: string | undefined): Provider | undefined {
  return providers.find((provider) => provider.id === id);
}

/** A host name → the provider that runs it and which of its hosts it is, or undefined. */
export function findProviderByHost(
  host: string,
): { readonly provider: Provider; readonly variant: ProviderVariant } | undefined {
  for (const provider of providers) {
    const variant = provider.variants.find((candidate) => candidate.host === host);
    if (variant !== undefined) return { provider, variant };
  }
  return undefined;
}
