import { clouds } from './clouds';
import type { HostNote } from './host-note';
import { internetProviders } from './internet-providers';
import { platforms } from './platforms';
import { sharedHosting } from './shared-hosting';
import { virtualServers } from './virtual-servers';

/** Every note; the order is that of the kinds, then of the files. */
export const hostNotes: readonly HostNote[] = [
  ...clouds,
  ...virtualServers,
  ...platforms,
  ...sharedHosting,
  ...internetProviders,
];
