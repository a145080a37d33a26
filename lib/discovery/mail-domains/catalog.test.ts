import { describe, expect, test } from 'vitest';
import { loadProviders } from '@/lib/providers/catalog';
import { normalizeHost } from '@/lib/smtp/host';
import { usualSecurity } from '@/lib/smtp/endpoint';
import { mailDomains } from './catalog';

const named = mailDomains.map((entry) => ({ name: entry.names[0] ?? entry.mx?.suffixes[0] ?? '', entry }));

describe.each(named)('the mail domain $name', ({ name, entry }) => {
  test('is written as it is looked up', () => {
    for (const each of [name, ...entry.names, ...(entry.mx?.suffixes ?? [])]) {
      expect(normalizeHost(each)).toBe(each);
      expect(each).toContain('.');
    }
  });

  test('has one host, with encryption, the better kind first', () => {
    expect(new Set(entry.servers.map(({ host }) => host)).size).toBe(1);
    for (const { host, port, security } of entry.servers) {
      expect(normalizeHost(host)).toBe(host);
      if (port === 465 || port === 25) expect(security).toBe(usualSecurity(port));
    }
    const kinds = entry.servers.map(({ security }) => security);
    expect(kinds).toEqual([...kinds].sort()); // implicit-tls before starttls
    expect(new Set(entry.servers.map(({ port }) => port)).size).toBe(entry.servers.length);
  });

  test('says where it comes from', () => {
    for (const source of [entry.source, ...(entry.mx === undefined ? [] : [entry.mx.source])])
      expect(source === 'memory' || new URL(source).protocol === 'https:').toBe(true);
  });
});

test('no domain and no MX name stands twice, not even with a provider', async () => {
  const repeated = (values: readonly string[]) => values.filter((value, index) => values.indexOf(value) !== index);
  const providers = await loadProviders();
  const ofProviders = providers.flatMap(({ receives }) => receives?.domains ?? []).flatMap(({ names }) => names);
  const mxOfProviders = providers.flatMap(({ receives }) => receives?.mx ?? []).map(({ suffix }) => suffix);
  expect(repeated([...ofProviders, ...mailDomains.flatMap(({ names }) => names)])).toEqual([]);
  expect(repeated([...mxOfProviders, ...mailDomains.flatMap(({ mx }) => mx?.suffixes ?? [])])).toEqual([]);
});
