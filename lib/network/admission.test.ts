import { describe, expect, test } from 'vitest';
import { admitAddress, admitAddresses, admitPorts } from './admission';

const own = ['198.18.0.99', '8.8.4.4', '2606:4700::99', 'fe80::1%eth0'];
const admitted = (address: string) => admitAddress(address, 'hosted', own);

describe('hosted, an address is reached', () => {
  test.each([
    '8.8.8.8',
    '1.1.1.1',
    '100.63.255.255',
    '100.128.0.1',
    '172.15.0.1',
    '172.32.0.1',
    '2606:4700::1',
    '2a00:1450:4001::1',
  ])('when it is public: %s', (address) => expect(admitted(address)).toBe(true));

  test.each(['::ffff:8.8.8.8', '2002:808:808::1', '64:ff9b::808:808', '2001:0:808:808:0:0:f7f7:f7f7'])(
    'when it wraps a public one: %s',
    (address) => expect(admitted(address)).toBe(true),
  );
});

describe('hosted, an address is refused', () => {
  test.each([
    ['unspecified', '0.0.0.0'],
    ['this network', '0.1.2.3'],
    ['loopback', '127.0.0.1'],
    ['loopback, elsewhere', '127.9.9.9'],
    ['private', '10.0.0.1'],
    ['private', '172.16.0.1'],
    ['private', '172.31.255.255'],
    ['private', '192.168.1.1'],
    ['carrier-grade NAT', '100.64.0.1'],
    ['carrier-grade NAT', '100.127.255.255'],
    ['link-local, where cloud metadata is', '169.254.169.254'],
    ['protocol assignments', '192.0.0.1'],
    ['documentation', '192.0.2.1'],
    ['documentation', '198.51.100.1'],
    ['documentation', '203.0.113.1'],
    ['benchmarking', '198.18.0.1'],
    ['the 6to4 relay', '192.88.99.1'],
    ['multicast', '224.0.0.1'],
    ['reserved', '240.0.0.1'],
    ['broadcast', '255.255.255.255'],
    ['IPv6 unspecified', '::'],
    ['IPv6 loopback', '::1'],
    ['IPv4-compatible', '::8.8.8.8'],
    ['IPv4-compatible and private', '::10.0.0.1'],
    ['IPv4-translated', '::ffff:0:8.8.8.8'],
    ['mapped loopback', '::ffff:127.0.0.1'],
    ['mapped in hexadecimal', '::ffff:7f00:1'],
    ['mapped private', '::ffff:192.168.0.1'],
    ['6to4 of a private one', '2002:a00:1::1'],
    ['6to4 of loopback', '2002:7f00:1::1'],
    ['NAT64 of a private one', '64:ff9b::a00:1'],
    ['NAT64 of loopback', '64:ff9b::127.0.0.1'],
    ['NAT64 of one network, whatever it ends in', '64:ff9b:1:a00:0:100:808:808'],
    ['Teredo to a private client', '2001:0:808:808:0:0:f5ff:fffe'],
    ['Teredo by a private server', '2001:0:a00:1:0:0:f7f7:f7f7'],
    ['unique local', 'fd00::1'],
    ['link-local', 'fe80::1'],
    ['link-local with a zone', 'fe80::1%eth0'],
    ['site-local', 'fec0::1'],
    ['IPv6 multicast', 'ff02::1'],
    ['discard', '100::1'],
    ['IPv6 documentation', '2001:db8::1'],
    ['the newer IPv6 documentation', '3fff::1'],
    ['IPv6 benchmarking', '2001:2::1'],
    ['ORCHID', '2001:20::1'],
    ['segment routing', '5f00::1'],
    ['not given out', '4000::1'],
    ['our own', '8.8.4.4'],
    ['our own, mapped', '::ffff:8.8.4.4'],
    ['our own IPv6, written in full', '2606:4700:0:0:0:0:0:99'],
    ['no address', 'mail.test'],
    ['nothing', ''],
  ])('%s: %s', (_name, address) => expect(admitted(address)).toBe(false));
});

test('one refused address among public ones refuses the name', () => {
  expect(admitAddresses(['8.8.8.8', '10.0.0.1'], 'hosted')).toBe(false);
  expect(admitAddresses(['8.8.8.8', '1.1.1.1'], 'hosted')).toBe(true);
});

test('local mode reaches whatever its owner could reach', () => {
  expect(admitAddresses(['127.0.0.1', 'fe80::1%eth0', '10.0.0.1'], 'local')).toBe(true);
  expect(admitPorts([{ port: 1 }, { port: 65_535 }], 'local')).toEqual({ admitted: true });
});

test('hosted dials mail ports and no other', () => {
  const mail = [25, 465, 587, 588, 2465, 2525, 2587, 8025, 8465].map((port) => ({ port }));
  expect(admitPorts(mail, 'hosted')).toEqual({ admitted: true });
  for (const port of [22, 80, 443, 110, 143, 993, 3306, 6379, 65_535])
    expect(admitPorts([...mail, { port }], 'hosted')).toEqual({ admitted: false, reason: 'port' });
});
