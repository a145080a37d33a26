import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test, vi } from 'vitest';
import { startDiscoveryLab, type DiscoveryLab, type Site } from '@/e2e/lab/discovery-lab';
import type { Candidate } from '@/lib/discovery/candidate';
import type { RouteOutcome } from '@/lib/discovery/events';
import { knownServers } from '@/lib/discovery/known-servers';
import { candidatesOf, emptyDiscoveryReport, foldDiscovery } from '@/lib/discovery/report';
import type { DiscoveryRequest } from '@/lib/discovery/request';
import { discover, type DiscoverOptions } from './discover';
import { autoconfigAnswers, dripped, goodDocument, send } from './testing/autoconfig-answers';

const address = (index: number) => `8.8.${index >> 8}.${index & 0xff}`;
const entries = Object.entries(autoconfigAnswers);
const wrongName = { leaf: { names: ['other.test'] }, answer: send(goodDocument) };
const sites: Readonly<Record<string, Site>> = {
  ...Object.fromEntries(
    entries.map(([domain, answer], index) => [address(index), { leaf: { names: [`autoconfig.${domain}`] }, answer }]),
  ),
  '9.9.9.1': wrongName,
  '9.9.9.2': { leaf: { names: ['expired.test'], validTo: new Date(Date.now() - 1_000) }, answer: send(goodDocument) },
  '9.9.9.3': { leaf: { names: ['well-known.test'] }, answer: send(goodDocument) },
  '10.0.0.1': { leaf: { names: ['autoconfig.inside.test'] }, answer: send(goodDocument) },
  '127.0.0.1': { leaf: {}, answer: send(goodDocument) },
};

let lab: DiscoveryLab;
beforeAll(async () => {
  lab = await startDiscoveryLab(
    {
      ...Object.fromEntries(entries.map(([domain], index) => [`autoconfig.${domain}`, [address(index)]])),
      'wrong-name.test': ['9.9.9.1'],
      'autoconfig.expired.test': ['9.9.9.2'],
      'well-known.test': ['9.9.9.3'],
      'autoconfig.inside.test': ['10.0.0.1'],
      'autoconfig.mixed.test': ['8.8.0.0', '10.0.0.1'],
    },
    sites,
  );
});
afterAll(() => lab.stop());
beforeEach(() => {
  lab.dialled.length = 0;
  lab.asked.length = 0;
});
afterEach(() => {
  vi.useRealTimers();
});

async function fetched(request: DiscoveryRequest, options: Partial<DiscoverOptions> = {}) {
  const { connect, questions } = lab;
  const { signal } = new AbortController();
  const onUnexpected = vi.fn();
  const given = {
    mode: 'local' as const,
    signal,
    known: knownServers([]),
    connect,
    questions,
    onUnexpected,
    ...options,
  };
  let report = emptyDiscoveryReport;
  for await (const event of discover(request, given)) report = foldDiscovery(report, event);
  expect(onUnexpected).not.toHaveBeenCalled();
  await expect.poll(lab.open).toBe(0);
  const outcome = (route: string) => report.routes.find((each) => each.route === route)?.outcome;
  const candidates = candidatesOf(report).filter(({ provenance }) =>
    provenance.some(({ from }) => from === 'autoconfig'),
  );
  return { autoconfig: outcome('autoconfig'), wellKnown: outcome('well-known'), candidates };
}

const smtp = (url: string): Candidate => ({
  host: 'smtp.shop.test',
  servers: [{ host: 'smtp.shop.test', port: 465, security: 'implicit-tls' }],
  usernameForm: 'local-part',
  provenance: [{ from: 'autoconfig', url }],
  thirdParty: false,
});

describe('a document is read', () => {
  test.each([
    ['at its own host', 'good.test', 'https://autoconfig.good.test/mail/config-v1.1.xml'],
    ['at the domain itself', 'well-known.test', 'https://well-known.test/.well-known/autoconfig/mail/config-v1.1.xml'],
    ['through three redirects', 'three.test', 'https://autoconfig.good.test/c'],
    ['up to 64 kB', 'largest.test', 'https://autoconfig.largest.test/mail/config-v1.1.xml'],
  ])('%s', async (_how, domain, url) => {
    expect((await fetched({ domain })).candidates).toEqual([smtp(url)]);
  });

  test('and what it says of another host needs no confirmation: the domain vouches for it', async () => {
    const { candidates } = await fetched({ domain: 'elsewhere.test' });
    expect(candidates).toMatchObject([{ host: 'smtp.hoster.test', thirdParty: false }]);
  });
});

describe('a document is refused', () => {
  test.each<[string, RouteOutcome]>([
    ['four.test', { result: 'redirect-refused', cause: 'too-many' }],
    ['loop.test', { result: 'redirect-refused', cause: 'too-many' }],
    ['to-http.test', { result: 'redirect-refused', cause: 'not-https' }],
    ['to-file.test', { result: 'redirect-refused', cause: 'not-https' }],
    ['to-port.test', { result: 'redirect-refused', cause: 'other-port' }],
    ['to-nowhere.test', { result: 'redirect-refused', cause: 'no-location' }],
    ['to-wrong-name.test', { result: 'certificate-rejected' }],
    ['expired.test', { result: 'certificate-rejected' }],
    ['missing.test', { result: 'http-status', status: 404 }],
    ['forbidden.test', { result: 'http-status', status: 403 }],
    ['page.test', { result: 'document-refused', problem: 'not-a-configuration' }],
    ['bomb.test', { result: 'document-refused', problem: 'doctype' }],
    ['large.test', { result: 'document-refused', problem: 'too-large' }],
    ['zipped.test', { result: 'document-refused', problem: 'encoding' }],
    ['plain.test', { result: 'document-refused', problem: 'no-encrypted-server' }],
    ['hang-up.test', { result: 'no-connection' }],
    ['broken-off.test', { result: 'no-connection' }],
    ['upgrade.test', { result: 'no-connection' }],
    ['headers.test', { result: 'no-connection' }],
  ])('from %s: %j', async (domain, outcome) => {
    const { autoconfig, candidates } = await fetched({ domain });
    expect(autoconfig).toEqual(outcome);
    expect(candidates).toEqual([]);
  });

  test('where the certificate is for another name, before anything was asked', async () => {
    const { wellKnown } = await fetched({ domain: 'wrong-name.test' });
    expect(wellKnown).toEqual({ result: 'certificate-rejected' });
    expect(lab.asked).toEqual([]);
  });

  test.each(['drip.test', 'silent.test'])('from %s after four seconds, however it goes on', async (domain) => {
    vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
    dripped.times = 0;
    const fetching = fetched({ domain });
    const arrived = () => (domain === 'drip.test' ? dripped.times > 3 : lab.asked.length > 0);
    while (!arrived()) await new Promise(setImmediate);
    await vi.advanceTimersByTimeAsync(4_000);
    vi.useRealTimers();
    expect((await fetching).autoconfig).toEqual({ result: 'timed-out' });
  });
});

describe('hosted', () => {
  const hosted = { mode: 'hosted' as const };

  test.each(['inside.test', 'mixed.test'])('a document at %s is not fetched', async (domain) => {
    expect((await fetched({ domain }, hosted)).autoconfig).toEqual({ result: 'not-admitted' });
    expect(lab.dialled).toEqual([]);
  });

  test.each(['to-inside.test', 'to-loopback.test', 'to-mapped.test'])('nor is one that %s leads to', async (domain) => {
    expect((await fetched({ domain }, hosted)).autoconfig).toEqual({ result: 'not-admitted' });
    expect(lab.dialled).toEqual([`${address(entries.findIndex(([name]) => name === domain))}:443`]);
  });

  test('while a public one is, at the address that was vetted', async () => {
    expect((await fetched({ domain: 'good.test' }, hosted)).autoconfig).toEqual({ result: 'found' });
    expect(lab.dialled).toEqual(['8.8.0.0:443']);
  });

  test('and locally, where the person could go anyway, both are', async () => {
    expect((await fetched({ domain: 'to-inside.test' })).autoconfig).toEqual({ result: 'found' });
  });
});

describe('the address', () => {
  test('is told to nobody unless its owner agreed', async () => {
    await fetched({ domain: 'good.test' });
    expect(lab.asked).toEqual(['autoconfig.good.test/mail/config-v1.1.xml']);
  });

  test('is told to the domain\u2019s own document where its owner did, and shown nowhere', async () => {
    const { candidates } = await fetched({ domain: 'good.test', address: 'ann+x@good.test' });
    expect(lab.asked).toEqual(['autoconfig.good.test/mail/config-v1.1.xml?emailaddress=ann%2Bx%40good.test']);
    expect(candidates).toEqual([smtp('https://autoconfig.good.test/mail/config-v1.1.xml')]);
  });
});

test('when the reader goes away the connection closes at once', async () => {
  const { connect, questions } = lab;
  const leaving = new AbortController();
  const { signal } = leaving;
  const onUnexpected = vi.fn();
  const events = discover(
    { domain: 'silent.test' },
    { mode: 'local', signal, known: knownServers([]), connect, questions, onUnexpected },
  );
  await events.next();
  await expect.poll(() => lab.asked.length).toBe(1);
  await events.return();
  await expect.poll(lab.open).toBe(0);
  expect(onUnexpected).not.toHaveBeenCalled();
});
