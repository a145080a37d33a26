import { describe, expect, test } from 'vitest';
import { autoconfigCandidates, autoconfigUrls, type OutgoingServer } from './autoconfig';
import { knownServers } from './known-servers';

const known = knownServers([]);
const url = 'https://autoconfig.example.com/mail/config-v1.1.xml';
const server = (change: Partial<OutgoingServer> = {}): OutgoingServer => ({
  hostname: 'smtp.example.com',
  port: '465',
  socketType: 'SSL',
  username: '%EMAILADDRESS%',
  ...change,
});
const candidates = (...servers: OutgoingServer[]) => autoconfigCandidates('example.com', url, servers, known);

test('the address is in no request unless its owner agreed', () => {
  const urls = autoconfigUrls('example.com');
  expect([urls.autoconfig.href, urls['well-known'].href]).toEqual([
    'https://autoconfig.example.com/mail/config-v1.1.xml',
    'https://example.com/.well-known/autoconfig/mail/config-v1.1.xml',
  ]);
  const told = autoconfigUrls('example.com', 'ann+shop&x=1@example.com');
  for (const each of Object.values(told)) expect(each.search).toBe('?emailaddress=ann%2Bshop%26x%3D1%40example.com');
});

describe('an outgoing server', () => {
  test('is one candidate with all its ports', () => {
    expect(candidates(server(), server({ port: '587', socketType: 'STARTTLS' }))).toEqual([
      {
        host: 'smtp.example.com',
        servers: [
          { host: 'smtp.example.com', port: 465, security: 'implicit-tls' },
          { host: 'smtp.example.com', port: 587, security: 'starttls' },
        ],
        usernameForm: 'address',
        provenance: [{ from: 'autoconfig', url }],
        thirdParty: false,
      },
    ]);
  });

  test.each([
    ['%EMAILADDRESS%', 'address'],
    [' %emaillocalpart% ', 'local-part'],
    ['shop-42', { literal: 'shop-42' }],
    ['%REALNAME%', undefined],
    ['%EMAILLOCALPART%.example', undefined],
    ['', undefined],
    ['a\nb', undefined],
    ['x'.repeat(300), undefined],
  ])('with the user name %j asks for %j', (username, form) => {
    expect(candidates(server({ username }))[0]?.usernameForm).toEqual(form);
  });

  test('may be named by the domain of the address', () => {
    expect(candidates(server({ hostname: 'mail.%EMAILDOMAIN%' }))[0]?.host).toBe('mail.example.com');
  });

  test('elsewhere was vouched for by the domain', () => {
    expect(candidates(server({ hostname: 'smtp.hoster.test' }))[0]).toMatchObject({ thirdParty: false });
  });

  test.each<Partial<OutgoingServer>>([
    { socketType: 'plain' },
    { socketType: '' },
    { socketType: 'constructor' },
    { hostname: '' },
    { hostname: 'smtp.example.com/x' },
    { hostname: '%EMAILHOSTNAME%' },
    { port: '0' },
    { port: '65536' },
    { port: '465.5' },
    { port: '1e3' },
  ])('written as %j is no finding', (change) => {
    expect(candidates(server(change))).toEqual([]);
  });
});
