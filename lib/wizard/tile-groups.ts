/** Which tiles of the first question are shown: the few that most people come for, all of them, or those that were searched. */
import { searchDirectory } from '@/lib/providers/search';
import type { Directory } from '@/lib/providers/directory';
import type { ProviderKind } from '@/lib/providers/provider';
import type { ServerChoice } from './server-choices';

export type TileGroup = { readonly heading?: string; readonly choices: readonly ServerChoice[] };

/** The providers that Outport was made for stand first in the directory. */
const featured = 3;

const headings: readonly (readonly [ProviderKind, string])[] = [
  ['sending', 'Sending services'],
  ['mailbox', 'Mailboxes'],
  ['own', 'On a server of your own'],
  ['catcher', 'For trying things out: kept, not delivered'],
];

export type TileView = {
  readonly directory: Directory;
  readonly choices: readonly ServerChoice[];
  readonly search: string;
  readonly isOpen: boolean;
  /** What is chosen stays in sight, wherever it stands in the list. */
  readonly chosen: string | undefined;
};

/** What is typed and opened → the groups to show, in order. */
export function tileGroups({ directory, choices, search, isOpen, chosen }: TileView): readonly TileGroup[] {
  if (search.trim() !== '') {
    const found = searchDirectory(directory, search).flatMap(({ id }) => choices.filter((choice) => choice.id === id));
    return found.length === 0 ? [] : [{ choices: found }];
  }
  const listed = choices.filter(({ asks }) => asks === 'provider');
  const first = listed.slice(0, featured);
  const rest = listed.slice(featured);
  const others = choices.filter(({ asks }) => asks !== 'provider');
  if (!isOpen) return [{ choices: [...first, ...rest.filter(({ id }) => id === chosen), ...others] }];
  const groups = headings.map(([kind, heading]) => ({
    heading,
    choices: rest.filter((choice) => choice.kind === kind),
  }));
  return [{ choices: [...first, ...others] }, ...groups.filter((group) => group.choices.length > 0)];
}
