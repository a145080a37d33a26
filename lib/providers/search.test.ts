import { expect, it } from 'vitest';
import { loadProviders, providerIds } from './catalog';
import { directoryEntry, findHost } from './directory';
import { searchDirectory } from './search';

const providers = await loadProviders();
const directory = providers.map(directoryEntry);

it('every provider is found by its names, its aliases and its hosts', () => {
  for (const { id, name, shortName, aliases, variants } of providers) {
    const hosts = variants.map(({ host }) => host).filter((host) => host !== '');
    for (const word of [name, shortName, ...aliases, ...hosts])
      expect(
        searchDirectory(directory, word).map((entry) => entry.id),
        word,
      ).toContain(id);
  }
});

it('takes former names, lower case, and other dashes', () => {
  const first = (text: string) => searchDirectory(directory, text)[0]?.id;
  expect(first('g-suite')).toBe('google-workspace');
  expect(first(' TWILIO sendgrid ')).toBe('sendgrid');
  expect(first('smtp.eu.mailgun.org')).toBe('mailgun');
});

it('shows all for nothing, and none for a name that nobody has', () => {
  expect(searchDirectory(directory, '  ').map(({ id }) => id)).toEqual(providerIds);
  expect(searchDirectory(directory, 'zzzz-nobody')).toEqual([]);
});

it('a host leads to its provider, and this computer’s name to none', () => {
  expect(findHost(directory, 'smtp.eu.sendgrid.net')).toMatchObject({ entry: { id: 'sendgrid' }, variant: 'eu' });
  for (const host of ['', 'localhost', 'smtp.example.com']) expect(findHost(directory, host)).toBeUndefined();
});

it('the three that Outport was made for stand first', () => {
  expect(providerIds.slice(0, 3)).toEqual(['sendgrid', 'mailgun', 'google-workspace']);
});
