import { expect, test } from 'vitest';
import { loadProviders, providerIds } from '@/lib/providers/catalog';
import { directoryEntry } from '@/lib/providers/directory';
import { mailgun } from '@/lib/providers/mailgun';
import { knownServer, nameServer } from './known-server';
import { serverChoice, serverChoices } from './server-choices';

const directory = (await loadProviders()).map(directoryEntry);

test('a chosen provider is named with the host that was chosen', () => {
  expect(nameServer(directory, 'mailgun', 'eu', 'smtp.eu.mailgun.org')).toEqual({ provider: 'mailgun', variant: 'eu' });
});

test('a typed host that belongs to a provider brings its knowledge, and any other brings nothing', () => {
  expect(nameServer(directory, 'other', '', 'smtp-relay.gmail.com')).toEqual({
    provider: 'google-workspace',
    variant: 'relay',
  });
  expect(nameServer(directory, 'other', '', 'smtp.example.com')).toEqual({});
  expect(nameServer(directory, 'practice', '', 'localhost')).toEqual({});
});

test('a named server is known once its provider’s file is here', () => {
  expect(knownServer(mailgun, 'eu')).toMatchObject({ provider: { id: 'mailgun' }, variant: { id: 'eu' } });
  expect(knownServer(mailgun, 'mars')).toEqual({ provider: mailgun });
  expect(knownServer(undefined, undefined)).toEqual({});
});

test('every provider is offered, then a server of one’s own, and what runs on this computer only there', () => {
  const ids = serverChoices(directory, true).map(({ id }) => id);
  expect(ids).toEqual([...providerIds, 'other', 'practice']);
  const hosted = serverChoices(directory, false);
  expect(hosted.map(({ id }) => id)).not.toContain('practice');
  for (const { id } of hosted)
    expect(directory.find((entry) => entry.id === id)?.hosts[0].host ?? '').not.toBe('localhost');
  for (const id of ids) expect(serverChoice(directory, id).id).toBe(id);
  expect(serverChoice(directory, 'gone').asks).toBe('host');
});
