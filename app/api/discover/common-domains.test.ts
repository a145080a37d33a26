import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { startDiscoveryLab, type DiscoveryLab } from '@/e2e/lab/discovery-lab';
import type { NameAnswer } from '@/e2e/lab/name-server';
import type { Candidate } from '@/lib/discovery/candidate';
import { knownServers, type KnownServers } from '@/lib/discovery/known-servers';
import { mailDomains } from '@/lib/discovery/mail-domains/catalog';
import { bestCandidate, emptyDiscoveryReport, foldDiscovery } from '@/lib/discovery/report';
import { commonDomains } from '@/lib/discovery/testing/common-domains';
import { discover } from '@/lib/network/discover';
import { loadProviders } from '@/lib/providers/catalog';

/**
 * Every domain's DNS is the lab's: SRV records that name the right server, and beside it the names that guesses try, so that
 * a guess would be found where a better way fails. `customer-N.example` has its mail received by the Nth known hoster.
 */
const guessable = (domain: string) => [`smtp.${domain}`, `mail.${domain}`];
const providers = await loadProviders();
const known = knownServers(providers);
const hosters = [
  ...providers.flatMap(({ receives }) => (receives?.mx ?? []).map(({ suffix }) => suffix)),
  ...mailDomains.flatMap(({ mx }) => mx?.suffixes ?? []),
].map((suffix, index) => ({ suffix, domain: `customer-${index}.example` }));

const names: Readonly<Record<string, NameAnswer>> = Object.fromEntries<NameAnswer>([
  ...commonDomains.flatMap(({ domain, host }): [string, NameAnswer][] => [
    [`_submissions._tcp.${domain}`, { A: [], AAAA: [], SRV: [{ priority: 0, weight: 1, port: 465, name: host }] }],
    ...guessable(domain).map((name): [string, NameAnswer] => [name, ['192.0.2.1']]),
  ]),
  ...hosters.flatMap(({ domain, suffix }): [string, NameAnswer][] => [
    [domain, { A: ['192.0.2.1'], AAAA: [], MX: [{ priority: 10, exchange: `mx1.${suffix}` }] }],
    ...guessable(domain).map((name): [string, NameAnswer] => [name, ['192.0.2.1']]),
  ]),
]);

let lab: DiscoveryLab;
beforeAll(async () => {
  lab = await startDiscoveryLab(names, {});
});
afterAll(() => lab.stop());

async function bestOf(domain: string, given: KnownServers): Promise<Candidate | undefined> {
  const { connect, questions } = lab;
  const { signal } = new AbortController();
  const onUnexpected = (error: unknown) => expect.unreachable(String(error));
  let report = emptyDiscoveryReport;
  for await (const event of discover(
    { domain },
    { mode: 'local', signal, known: given, connect, questions, onUnexpected },
  ))
    report = foldDiscovery(report, event);
  return bestCandidate(report);
}

const ways = (candidate: Candidate | undefined) => candidate?.provenance.map(({ from }) => from) ?? [];

test('there are a hundred of them, each once, each with a page or from memory', () => {
  expect(commonDomains).toHaveLength(100);
  expect(new Set(commonDomains.map(({ domain }) => domain)).size).toBe(100);
  for (const { source } of commonDomains)
    expect(source === 'memory' || new URL(source).protocol === 'https:').toBe(true);
});

describe('the hundred commonest mail domains', () => {
  test.each(commonDomains)('$domain has its server written down: $host', ({ domain, host, source }) => {
    const found = known.ofDomain(domain);
    expect(found?.host).toBe(host);
    expect(found?.servers.length).toBeGreaterThan(0);
    const [provenance] = found?.provenance ?? [];
    if (provenance?.from === 'mail-domain') expect(provenance.source).toBe(source);
  });

  test('lead to it through the whole search, by what is written down', async () => {
    const found = await Promise.all(commonDomains.map(({ domain }) => bestOf(domain, known)));
    expect(found.map((candidate) => candidate?.host)).toEqual(commonDomains.map(({ host }) => host));
    for (const candidate of found) {
      expect(['provider-domain', 'mail-domain']).toContain(ways(candidate)[0]);
      expect(candidate?.thirdParty).toBe(false);
    }
  });

  test('lead to it by their SRV records, too, where nothing is written down', async () => {
    const nothing = { ...known, ofDomain: () => undefined, ofMx: () => undefined };
    const cited = commonDomains.filter(({ source }) => source !== 'memory');
    expect(cited.length).toBeGreaterThan(80);
    const found = await Promise.all(cited.map(({ domain }) => bestOf(domain, nothing)));
    expect(found.map((candidate) => candidate?.host)).toEqual(cited.map(({ host }) => host));
    for (const candidate of found) expect(ways(candidate)[0]).toBe('srv');
  });
});

test('a domain whose mail a known hoster takes leads to that hoster, before any guess, and has to be confirmed', async () => {
  expect(hosters.length).toBeGreaterThan(50);
  const found = await Promise.all(hosters.map(({ domain }) => bestOf(domain, known)));
  const missed = hosters.filter(
    (_hoster, index) => ways(found[index])[0] !== 'mx' || found[index]?.thirdParty !== true,
  );
  expect(missed).toEqual([]);
});
