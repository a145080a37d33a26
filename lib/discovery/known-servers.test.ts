import { describe, expect, test } from 'vitest';
import { loadProviders } from '@/lib/providers/catalog';
import type { Provider } from '@/lib/providers/provider';
import { knownServers } from './known-servers';

const [template] = await loadProviders();
if (template === undefined) throw new Error('There is no provider to make others from.');

type Host = { readonly id: string; readonly host: string };

function provider(id: string, hosts: readonly [Host, ...Host[]], receives: Provider['receives']): Provider {
  const [variant] = (template as Provider).variants;
  const variants = hosts.map((each) => ({ ...variant, ...each })) as unknown as Provider['variants'];
  return { ...(template as Provider), id, variants, ...(receives === undefined ? {} : { receives }) };
}

const known = knownServers([
  provider('plain', [{ id: 'only', host: 'smtp.plain.test' }], {
    domains: [{ names: ['plain.test', 'plain.example'] }],
    mx: [{ suffix: 'mx.plain.test', confidence: 'usual' }],
  }),
  provider(
    'regional',
    [
      { id: 'us', host: 'smtp.regional.test' },
      { id: 'eu', host: 'smtp.eu.regional.test' },
    ],
    {
      domains: [{ names: ['regional.test'] }, { names: ['regional.example'], variant: 'eu' }],
      mx: [
        { suffix: 'regional.test', confidence: 'usual' },
        { suffix: 'eu.regional.test', variant: 'eu', confidence: 'usual' },
      ],
    },
  ),
  provider('own-host', [{ id: 'only', host: '' }], { mx: [{ suffix: 'own-host.test', confidence: 'usual' }] }),
  provider('here', [{ id: 'only', host: 'localhost' }], undefined),
]);

describe('a mail domain', () => {
  test('of a provider is that provider, and nobody has to confirm it', () => {
    expect(known.ofDomain('plain.example')).toMatchObject({
      host: 'smtp.plain.test',
      provider: { id: 'plain', variant: 'only' },
      provenance: [{ from: 'provider-domain', domain: 'plain.example' }],
      thirdParty: false,
    });
  });

  test('says which host only where that is certain', () => {
    expect(known.ofDomain('regional.test')?.provider).toEqual({ id: 'regional' });
    expect(known.ofDomain('regional.example')).toMatchObject({
      host: 'smtp.eu.regional.test',
      provider: { id: 'regional', variant: 'eu' },
    });
  });

  test('of an internet provider has its server, its user name and a source', () => {
    expect(known.ofDomain('web.de')).toEqual({
      host: 'smtp.web.de',
      servers: [
        { host: 'smtp.web.de', port: 465, security: 'implicit-tls' },
        { host: 'smtp.web.de', port: 587, security: 'starttls' },
      ],
      usernameForm: 'local-part',
      provenance: [
        {
          from: 'mail-domain',
          domain: 'web.de',
          source: 'https://github.com/thunderbird/autoconfig/blob/HEAD/ispdb/web.de.xml',
        },
      ],
      thirdParty: false,
    });
    expect(known.ofDomain('nyc.rr.com')?.host).toBe('mail.twc.com');
  });

  test.each(['example.com', 'mail.plain.test', 'notplain.test', 'nyc.web.de', ''])('%s is not known', (domain) => {
    expect(known.ofDomain(domain)).toBeUndefined();
  });
});

describe('MX records', () => {
  const ofMx = (...exchanges: string[]) =>
    known.ofMx(
      'shop.example',
      exchanges.map((exchange, index) => ({ exchange, priority: 10 * index })),
    );

  test('lead to the hoster, which is somebody else until the person confirms it', () => {
    expect(ofMx('a.mx.plain.test')).toMatchObject({
      provider: { id: 'plain' },
      provenance: [{ from: 'mx', record: 'shop.example. MX 0 a.mx.plain.test.' }],
      thirdParty: true,
    });
    expect(ofMx('smtpin.rzone.de')?.host).toBe('smtp.strato.de');
  });

  test('are compared by their longest end, at a dot, in any case', () => {
    expect(ofMx('MX.EU.Regional.Test')?.provider).toEqual({ id: 'regional', variant: 'eu' });
    expect(ofMx('mx.regional.test')?.provider).toEqual({ id: 'regional' });
    expect(ofMx('eu.regional.test')?.provider?.variant).toBe('eu');
    expect(ofMx('notregional.test')).toBeUndefined();
    expect(ofMx('regional.test.evil.example')).toBeUndefined();
  });

  test('are asked in their order', () => {
    expect(ofMx('unknown.example', 'mx.regional.test', 'mx.plain.test')?.provider?.id).toBe('regional');
    expect(
      known.ofMx('shop.example', [
        { priority: 20, exchange: 'mx.regional.test' },
        { priority: 10, exchange: 'mx.plain.test' },
      ])?.provider?.id,
    ).toBe('plain');
    expect(ofMx()).toBeUndefined();
  });

  test('may lead to a provider where every customer has a host', () => {
    expect(ofMx('mx.own-host.test')).toMatchObject({ host: '', servers: [], thirdParty: true });
  });
});

test.each([
  ['smtp.eu.regional.test', { id: 'regional', variant: 'eu' }],
  ['smtp.example.com', undefined],
  ['localhost', undefined],
  ['', undefined],
])('the host %j is run by %j', (host, expected) => {
  expect(known.providerOfHost(host)).toEqual(expected);
});
