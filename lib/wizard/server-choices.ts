/** What the first question offers: the catalog's providers, a server of one's own, and the practice server. */
import { providers } from '@/lib/providers/catalog';

/** What the account step asks: a provider's own fields, a host too, or the practice server's login. */
type Asks = 'provider' | 'host' | 'practice';

export type ServerChoice = {
  readonly id: string;
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
  name: 'Another server',
  hint: 'You know the host name',
  mark: { letters: '···', hue: '#50575e' },
  asks: 'host',
  accountHeading: 'Your mail server',
};

const practice: ServerChoice = {
  id: 'practice',
  name: 'Practice server',
  hint: 'On this computer, no account needed',
  mark: { letters: '▶', hue: '#3858e9' },
  asks: 'practice',
  accountHeading: 'Your practice account',
};

const catalog = providers.map(({ id, name, shortName, hint, mark }): ServerChoice => ({
  id,
  name,
  hint,
  mark,
  asks: 'provider',
  accountHeading: `Your ${shortName} account`,
}));

/** The choices in the order they are shown; the practice server runs in local mode only. */
export function serverChoices(hasPractice: boolean): readonly ServerChoice[] {
  return [...catalog, own, ...(hasPractice ? [practice] : [])];
}

/** An answer of the first question → the choice; a server of one's own for anything unknown. */
export function serverChoice(id: string | undefined): ServerChoice {
  return [...catalog, practice].find((choice) => choice.id === id) ?? own;
}
