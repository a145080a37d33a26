import type { Provenance } from './candidate';

/** How a server was found → one sentence, and the page or document it stands on where there is one. */
export function provenanceSentence(provenance: Provenance): { readonly text: string; readonly source?: string } {
  switch (provenance.from) {
    case 'provider-domain':
      return { text: `${provenance.domain} is one of this provider’s own mail domains.` };
    case 'mail-domain':
      return provenance.source === 'memory'
        ? { text: `Mail of ${provenance.domain} usually goes through this server.` }
        : { text: `Written down for ${provenance.domain}.`, source: provenance.source };
    case 'autoconfig':
      return { text: 'The domain’s own settings document names it.', source: provenance.url };
    case 'srv':
      return { text: `The domain’s DNS names it: ${provenance.records.join('; ')}.` };
    case 'mx':
      return { text: `The domain’s mail is received by this provider (MX ${provenance.record}).` };
    case 'guess':
      return { text: `A guess: there is a server called ${provenance.name}. Whether it takes mail is not known yet.` };
  }
}
