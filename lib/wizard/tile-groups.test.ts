import { expect, it } from 'vitest';
import { loadProviders } from '@/lib/providers/catalog';
import { directoryEntry } from '@/lib/providers/directory';
import { serverChoices } from './server-choices';
import { tileGroups } from './tile-groups';

const directory = (await loadProviders()).map(directoryEntry);
const choices = serverChoices(directory, true);
const shown = (more: { search?: string; isOpen?: boolean; chosen?: string }) =>
  tileGroups({ directory, choices, search: '', isOpen: false, chosen: undefined, ...more });
const ids = (groups: ReturnType<typeof shown>) => groups.flatMap((group) => group.choices.map(({ id }) => id));

it('begins with the few that most people come for', () => {
  expect(ids(shown({}))).toEqual(['sendgrid', 'mailgun', 'google-workspace', 'other', 'practice']);
});

it('opened, every choice is there once, each group under its heading', () => {
  const all = shown({ isOpen: true });
  expect(ids(all).toSorted()).toEqual(choices.map(({ id }) => id).toSorted());
  expect(all.slice(1).every(({ heading }) => heading !== undefined)).toBe(true);
});

it('what is chosen stays in sight, and once only', () => {
  for (const { id } of choices) expect(ids(shown({ chosen: id })).filter((other) => other === id)).toEqual([id]);
});

it('a search shows what fits and nothing else', () => {
  expect(ids(shown({ search: 'g suite' }))).toEqual(['google-workspace']);
  expect(shown({ search: 'nobody at all' })).toEqual([]);
});
