/** What Outport has written down: providers and mail domains → the servers behind a domain, an MX record, a host. */
import type { Provider, ProviderVariant } from '@/lib/providers/provider';
import { isOwnHost, type Candidate, type SubmissionServer } from './candidate';
import { mailDomains } from './mail-domains/catalog';
import type { MailDomain } from './mail-domains/mail-domain';
import { describeMx, inOrder, longestSuffix, type MxRecord } from './mx';

type ProviderRef = { readonly id: string; readonly variant?: string };

export type KnownServers = {
  /** All mail domains that are written down, the providers' own first. */
  readonly domains: readonly string[];
  /** A mail domain → its servers, or undefined when it is not written down. */
  readonly ofDomain: (domain: string) => Candidate | undefined;
  /** The servers that take a domain's mail → those of the hoster they belong to. */
  readonly ofMx: (domain: string, records: readonly MxRecord[]) => Candidate | undefined;
  /** A submission host → the provider that runs it. */
  readonly providerOfHost: (host: string) => ProviderRef | undefined;
};

/** Ports without encryption are for servers on one's own computer; they are no finding. */
function serversOf({ host, ports }: ProviderVariant): SubmissionServer[] {
  if (host === '') return [];
  return ports.flatMap(({ port, security }) => (security === 'cleartext' ? [] : [{ host, port, security }]));
}

type Found = Omit<Candidate, 'provenance' | 'thirdParty'>;

function providerFound(provider: Provider, variantId: string | undefined): Found {
  const variant = provider.variants.find(({ id }) => id === variantId) ?? provider.variants[0];
  const isCertain = variantId !== undefined || provider.variants.length === 1;
  return {
    host: variant.host,
    provider: { id: provider.id, ...(isCertain ? { variant: variant.id } : {}) },
    servers: serversOf(variant),
  };
}

function findHost(host: string, providers: readonly Provider[]): ProviderRef | undefined {
  // Anything may run on this computer: its name tells nothing.
  if (host === '' || host === 'localhost') return undefined;
  for (const { id, variants } of providers) {
    const variant = variants.find((each) => each.host === host);
    if (variant !== undefined) return { id, variant: variant.id };
  }
  return undefined;
}

function mailDomainFound({ servers, usernameForm }: MailDomain, providers: readonly Provider[]): Found {
  const { host } = servers[0];
  const provider = findHost(host, providers);
  return { host, ...(provider === undefined ? {} : { provider }), servers: [...servers], usernameForm };
}

function findMailDomain(domain: string): MailDomain | undefined {
  return mailDomains.find(({ names, below }) =>
    names.some((name) => (below === true ? isOwnHost(domain, name) : domain === name)),
  );
}

type MxEntry = { readonly suffix: string; readonly found: () => Found };

function mxEntries(providers: readonly Provider[]): readonly MxEntry[] {
  const ofProviders = providers.flatMap((provider) =>
    (provider.receives?.mx ?? []).map(({ suffix, variant }) => ({
      suffix,
      found: () => providerFound(provider, variant),
    })),
  );
  const ofHosters = mailDomains.flatMap((hoster) =>
    (hoster.mx?.suffixes ?? []).map((suffix) => ({ suffix, found: () => mailDomainFound(hoster, providers) })),
  );
  return [...ofProviders, ...ofHosters];
}

/** The providers there are → what is known with them. */
export function knownServers(providers: readonly Provider[]): KnownServers {
  const entries = mxEntries(providers);
  const ownDomains = providers.flatMap(({ receives }) => (receives?.domains ?? []).flatMap(({ names }) => names));
  return {
    domains: [...ownDomains, ...mailDomains.flatMap(({ names }) => names)],
    providerOfHost: (host) => findHost(host, providers),
    ofDomain(domain) {
      for (const provider of providers) {
        const own = provider.receives?.domains?.find(({ names }) => names.includes(domain));
        if (own === undefined) continue;
        const provenance = [{ from: 'provider-domain' as const, domain }];
        return { ...providerFound(provider, own.variant), provenance, thirdParty: false };
      }
      const entry = findMailDomain(domain);
      if (entry === undefined) return undefined;
      const provenance = [{ from: 'mail-domain' as const, domain, source: entry.source }];
      return { ...mailDomainFound(entry, providers), provenance, thirdParty: false };
    },
    ofMx(domain, records) {
      for (const record of inOrder(records)) {
        const entry = longestSuffix(record.exchange, entries);
        if (entry === undefined) continue;
        const found = entry.found();
        const provenance = [{ from: 'mx' as const, record: describeMx(domain, record) }];
        return { ...found, provenance, thirdParty: !isOwnHost(found.host, domain) };
      }
      return undefined;
    },
  };
}
