/**
 * Every format, shelf by shelf in the order they are offered. A shelf is fetched when it is opened: nobody who wants the
 * lines for WordPress has to load those for forty other programs.
 */
import type { SmtpSettings } from '@/lib/settings/smtp-settings';
import type { Format, Group } from './format';

/** What stands on a shelf may depend on the settings: some programs have a way that not every account can go. */
type FormatsFor = (settings: SmtpSettings) => readonly Format[];
type Shelf = { readonly group: Group; readonly load: () => Promise<FormatsFor> };

const always =
  ({ formats }: { readonly formats: readonly Format[] }) =>
  () =>
    formats;

export const shelves: readonly [Shelf, ...Shelf[]] = [
  { group: 'WordPress', load: async () => always(await import('./shelves/wordpress')) },
  { group: 'Mail apps', load: async () => (await import('./shelves/mail-apps')).formatsFor },
  { group: 'Frameworks and languages', load: async () => always(await import('./shelves/frameworks')) },
  { group: 'Servers and command line', load: async () => always(await import('./shelves/servers')) },
  { group: 'Self-hosted apps', load: async () => always(await import('./shelves/self-hosted')) },
  { group: 'Anything else', load: async () => always(await import('./shelves/anything-else')) },
];
