import { expect, test } from 'vitest';
import { loadProviders } from '@/lib/providers/catalog';
import { knownServers } from './known-servers';
import { withoutServer } from './without-server';

test.each([
  ['mailinator.com', /thrown away/],
  ['yopmail.com', /thrown away/],
  ['tutanota.com', /own app/],
  ['duck.com', /pass mail on/],
])('%s is told as what it is, and no more surely than it is known', (domain, says) => {
  expect(withoutServer(domain)).toMatch(says);
  expect(withoutServer(domain)).toContain('usually');
});

test('no domain with a known server is among them', async () => {
  const { domains } = knownServers(await loadProviders());
  expect(domains.filter((domain) => withoutServer(domain) !== undefined)).toEqual([]);
  expect(withoutServer('example.com')).toBeUndefined();
});
