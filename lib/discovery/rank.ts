/**
 * Ways to find a server, the most trustworthy first. The order is the rank: it says which finding is proposed, and what
 * has to be waited for before one is. Speed has no say in it.
 *
 * 1. `table`: written down in Outport, from the provider's own pages; nobody on the way can change it.
 * 2. `autoconfig`, `well-known`: the domain's own document, over https with a verified certificate, so that its owner is
 *    known to have said it. The host made for it comes before the web site.
 * 3. `srv`: RFC 6186 and RFC 8314 §5.1. The domain's own word, too, but DNSSEC is not checked here, so that anybody on the
 *    way may have written it (RFC 6186 §6).
 * 4. `mx`: says who receives the domain's mail, from which it only follows who probably sends it; and unauthenticated.
 * 5. `guess`: names that many use. That one exists says nothing about a mail server behind it.
 */
export const routes = ['table', 'autoconfig', 'well-known', 'srv', 'mx', 'guess'] as const;
export type Route = (typeof routes)[number];

/** A route → its place; less is better. */
export function rankOf(route: Route): number {
  return routes.indexOf(route);
}
