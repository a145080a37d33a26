/** Which record to put where, in steps: what the provider's entry says, or where to find it. */
import type { Provider } from '@/lib/providers/provider';

/** The steps that make SPF allow a provider's servers, at the DNS of a domain. */
export function spfSteps(domain: string, sender: Provider | undefined): readonly string[] {
  const include = sender?.dns?.spfInclude;
  const words =
    include === undefined
      ? 'Put the words into it that your provider names for SPF, before the one that ends in “all”.'
      : include.confidence === 'documented'
        ? `Put include:${include.host} into it, before the word that ends in “all”.`
        : `Put in what ${sender?.shortName ?? 'your provider'} names for SPF, usually include:${include.host}, before the word that ends in “all”.`;
  return [
    `At the DNS of ${domain}, find the TXT record that begins with v=spf1, or make one that ends in ~all.`,
    words,
    ...(include?.note === undefined ? [] : [include.note]),
    'Keep it the only one: of two such records neither counts.',
  ];
}

/** The steps that make a provider sign with the sender's own domain. */
export function dkimSteps(domain: string, sender: Provider | undefined): readonly string[] {
  const known = sender?.dns?.dkim;
  return [
    `At ${sender?.shortName ?? 'your provider'}, add ${domain} as a sending domain and have DKIM switched on for it.`,
    ...(known === undefined ? [] : [known.text]),
    `Put the records it shows into the DNS of ${domain}, then send another test.`,
  ];
}
