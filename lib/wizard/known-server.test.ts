import { expect, test } from 'vitest';
import { knownServer } from './known-server';
import { serverChoice, serverChoices } from './server-choices';
import { providers } from '@/lib/providers/catalog';

test('a chosen provider is known with the host that was chosen', () => {
  expect(knownServer('mailgun', 'eu', 'smtp.eu.mailgun.org')).toMatchObject({
    provider: { id: 'mailgun' },
    variant: { id: 'eu' },
  });
});

test('a typed host that belongs to a provider brings its knowledge, and any other brings nothing', () => {
  expect(knownServer('other', '', 'smtp-relay.gmail.com')).toMatchObject({
    provider: { id: 'google-workspace' },
    variant: { id: 'relay' },
  });
  expect(knownServer('other', '', 'smtp.example.com')).toEqual({});
});

test('every provider is offered, then a server of one’s own, and the practice server only where it runs', () => {
  const ids = serverChoices(true).map(({ id }) => id);
  expect(ids).toEqual([...providers.map(({ id }) => id), 'other', 'practice']);
  expect(serverChoices(false).map(({ id }) => id)).not.toContain('practice');
  for (const id of ids) expect(serverChoice(id).id).toBe(id);
  expect(serverChoice('gone').asks).toBe('host');
});
