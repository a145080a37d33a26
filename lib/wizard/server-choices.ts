/** What the first question offers: the directory's providers, a server of one's own, and the practice server. */
import type { Directory, DirectoryEntry } from '@/lib/providers/directory';
import type { ProviderKind } from '@/lib/providers/provider';

/** What the account step asks: a provider's own fields, a host too, or the practice server's login. */
type Asks = 'provider' | 'host' | 'practice';

export type ServerChoice = {
  readonly id: string;
  readonly kind: ProviderKind;
  readonly name: string;
  readonly hint: string;
  /** One to three letters on a colour, for its tile. */
  readonly mark: { readonly letters: string; readonly hue: string };
  readonly asks: Asks;
  /** The account step's heading. */
  readonly accountHeading: string;
};

const own: ServerChoice = {
  id: 'other',
  kind: 'own',
  name: 'Another server',
  hint: 'You know the host name',
  mark: { letters: '···', hue: '#50575e' },
  asks: 'host',
  accountHeading: 'Your mail server',
};

const practice: ServerChoice = {
  id: 'practice',
  kind: 'catcher',
  name: 'Practice server',
  hint: 'On this computer, no account needed',
  mark: { letters: '▶', hue: '#3858e9' },
  asks: 'practice',
  accountHeading: 'Your practice account',
};

function choiceOf({ id, kind, name, shortName, hint, mark, hosts }: DirectoryEntry): ServerChoice {
  const isOnesOwn = kind === 'own' || hosts.every(({ host }) => host === 'localhost');
  const accountHeading = `Your ${shortName} ${isOnesOwn ? 'server' : 'account'}`;
  return { id, kind, name, hint, mark, asks: 'provider', accountHeading };
}

/** Nothing on the visitor's own computer can be reached from a server that is shared by many. */
function isReachable({ hosts }: DirectoryEntry, isLocal: boolean): boolean {
  return isLocal || hosts.some(({ host }) => host !== 'localhost');
}

/** The choices in the order they are shown; what runs on this computer is offered in local mode only. */
export function serverChoices(directory: Directory, isLocal: boolean): readonly ServerChoice[] {
  const known = directory.filter((entry) => isReachable(entry, isLocal)).map(choiceOf);
  return [...known, own, ...(isLocal ? [practice] : [])];
}

/** An answer of the first question → the choice; a server of one's own for anything unknown. */
export function serverChoice(directory: Directory, id: string | undefined): ServerChoice {
  if (id === practice.id) return practice;
  const entry = directory.find((candidate) => candidate.id === id);
  return entry === undefined ? own : choiceOf(entry);
}
