/**
 * Every format, shelf by shelf in the order they are offered. A shelf is fetched when it is opened: nobody who wants the
 * lines for WordPress has to load those for forty other programs.
 */
import type { Format, Group } from './format';

type Shelf = { readonly group: Group; readonly load: () => Promise<readonly Format[]> };

export const shelves: readonly [Shelf, ...Shelf[]] = [
  { group: 'WordPress', load: async () => (await import('./shelves/wordpress')).formats },
  { group: 'Mail apps', load: async () => (await import('./shelves/mail-apps')).formats },
  { group: 'Frameworks and languages', load: async () => (await import('./shelves/frameworks')).formats },
  { group: 'Servers and command line', load: async () => (await import('./shelves/servers')).formats },
  { group: 'Self-hosted apps', load: async () => (await import('./shelves/self-hosted')).formats },
  { group: 'Anything else', load: async () => (await import('./shelves/anything-else')).formats },
];
