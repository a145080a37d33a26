import { describe, expect, test } from 'vitest';
import { readDeployment } from './deployment';
import { ehloName } from './ehlo-name';

const hosted = { OUTPORT_MODE: 'hosted', OUTPORT_ORIGIN: 'https://outport.example', OUTPORT_TRUSTED_PROXIES: '1' };

describe('the environment', () => {
  test.each([
    [{}, { mode: 'local', port: '3000', ehloName: undefined }],
    [
      { OUTPORT_MODE: '', PORT: '3001' },
      { mode: 'local', port: '3001', ehloName: undefined },
    ],
    [
      { OUTPORT_MODE: 'local', OUTPORT_EHLO_NAME: 'mail.example.com' },
      { mode: 'local', port: '3000', ehloName: 'mail.example.com' },
    ],
    [hosted, { mode: 'hosted', origin: 'https://outport.example', trustedProxies: 1, ehloName: undefined }],
    [
      { ...hosted, OUTPORT_ORIGIN: 'http://127.0.0.1:3000' },
      { mode: 'hosted', origin: 'http://127.0.0.1:3000', trustedProxies: 1, ehloName: undefined },
    ],
  ])('%j', (environment, deployment) => {
    expect(readDeployment(environment)).toEqual({ deployment });
  });

  test.each([
    ['OUTPORT_MODE', { OUTPORT_MODE: 'hostde' }],
    ['OUTPORT_MODE', { OUTPORT_MODE: 'Hosted' }],
    ['OUTPORT_ORIGIN', { ...hosted, OUTPORT_ORIGIN: '' }],
    ['OUTPORT_ORIGIN', { ...hosted, OUTPORT_ORIGIN: 'outport.example' }],
    ['OUTPORT_ORIGIN', { ...hosted, OUTPORT_ORIGIN: 'https://outport.example/' }],
    ['OUTPORT_ORIGIN', { ...hosted, OUTPORT_ORIGIN: 'file:///etc' }],
    ['OUTPORT_TRUSTED_PROXIES', { ...hosted, OUTPORT_TRUSTED_PROXIES: '' }],
    ['OUTPORT_TRUSTED_PROXIES', { ...hosted, OUTPORT_TRUSTED_PROXIES: '0' }],
    ['OUTPORT_TRUSTED_PROXIES', { ...hosted, OUTPORT_TRUSTED_PROXIES: '1.5' }],
    ['OUTPORT_EHLO_NAME', { OUTPORT_EHLO_NAME: 'short' }],
    ['OUTPORT_EHLO_NAME', { OUTPORT_EHLO_NAME: '-' }],
    ['OUTPORT_EHLO_NAME', { OUTPORT_EHLO_NAME: 'mail.example.com\r\nQUIT' }],
    ['OUTPORT_EHLO_NAME', { OUTPORT_EHLO_NAME: '[1.2.3]' }],
    ['OUTPORT_EHLO_NAME', { OUTPORT_EHLO_NAME: '[IPv6:fe80::1%eth0]' }],
  ])('%s is refused with a sentence that names it: %j', (name, environment) => {
    const reading = readDeployment(environment);
    expect('problem' in reading ? reading.problem : '').toMatch(new RegExp(`${name}.*\\.$`));
  });
});

test.each([
  ['what was given', '192.0.2.1', '[IPv6:2001:db8::1]', 'host.example.com', '[IPv6:2001:db8::1]'],
  ['this machine’s full name', '192.0.2.1', undefined, 'host.example.com', 'host.example.com'],
  ['our address, when the name is not full', '192.0.2.1', undefined, 'laptop', '[192.0.2.1]'],
  ['our IPv6 address', '2001:db8::1', undefined, 'laptop', '[IPv6:2001:db8::1]'],
  ['loopback, when there is none', undefined, undefined, 'laptop', '[127.0.0.1]'],
])('EHLO announces %s', (_name, address, given, own, expected) => {
  expect(ehloName(address, given, own)).toBe(expected);
});
